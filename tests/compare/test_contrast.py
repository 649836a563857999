"""Where the difference of two claims lies: tests/cases/compare/contrast.toml."""

import pytest

from pipeline.compare.contrast import conflicting
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import article, claims_of, closest
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/contrast"))
def test_contrast(case: Case, runner: Runner) -> None:
    pair = closest(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    found = conflicting(pair)[0]
    assert found.type == case["type"], found
    assert [pair.words_a(found.evidence_a), pair.words_b(found.evidence_b)] == case["words"]
    turned = conflicting(exchanged(pair))[0]
    assert (turned.type, turned.evidence_a, turned.evidence_b) == (found.type, found.evidence_b, found.evidence_a)

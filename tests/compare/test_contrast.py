"""Where the difference of two claims lies: tests/cases/compare/contrast.toml."""

import pytest

from pipeline.compare.contrast import conflicting
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import aligned, article, claims_of
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/contrast"))
def test_contrast(case: Case, runner: Runner) -> None:
    pairs = aligned(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    pair = max(pairs, key=lambda one: one.alignment.score)
    found = conflicting(pair)[0]
    assert found.type == case["type"], found
    assert [pair.words_a(found.evidence_a), pair.words_b(found.evidence_b)] == case["words"]
    turned = conflicting(exchanged(pair))[0]
    assert (turned.type, turned.evidence_a, turned.evidence_b) == (found.type, found.evidence_b, found.evidence_a)

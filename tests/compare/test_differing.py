"""How two claims say one thing differently: tests/cases/compare/differing.toml."""

import pytest

from pipeline.compare.differing import differing
from pipeline.records import Relation
from pipeline.workers import Runner
from tests.compare.cases import exchanged
from tests.compare.reading import article, claims_of, closest
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("compare/differing"))
def test_differing(case: Case, runner: Runner) -> None:
    pair = closest(claims_of(article("a", case["a"]), article("b", case["b"])), runner)
    found = differing(pair)
    assert [finding.type for finding in found] == case["types"], found
    assert {finding.relation for finding in found} == {Relation.DIFFER}
    if "words" in case:
        assert case["words"] in {pair.words_a(found[0].evidence_a), pair.words_b(found[0].evidence_b)}
    turned = differing(exchanged(pair))
    assert [(one.type, one.evidence_b, one.evidence_a) for one in turned] == [
        (one.type, one.evidence_a, one.evidence_b) for one in found
    ]

"""The tables of cases in tests/cases, and what a pair of sentences is checked for.

A table holds `[[case]]`s. `why` names the case; `known_failure = true` marks what the pipeline gets wrong as yet.
"""

from pipeline.compare.alignment import Alignment
from pipeline.compare.relation import Verdict, judge
from pipeline.compare.rule import Pair
from pipeline.compare.ruling import Ruling, rule_on
from pipeline.records import Claim
from pipeline.workers import Runner
from tests.compare.reading import aligned, article, claims_of, pairs_of, strongest, strongest_ruling
from tests.tables import Case


def _claims(case: Case) -> list[list[Claim]]:
    a = article("a", case["a"], published=case.get("published_a", ""))
    b = article("b", case["b"], published=case.get("published_b", ""))
    return claims_of(a, b)


def pair_in(case: Case, runner: Runner) -> tuple[Pair, Verdict] | None:
    """The pair of claims with the strongest relation in two one-sentence articles."""
    return strongest(pairs_of(_claims(case), runner))


def ruled_in(case: Case, runner: Runner) -> tuple[Pair, Ruling] | None:
    """The same by the rules alone."""
    return strongest_ruling(aligned(_claims(case), runner))


def exchanged(pair: Pair) -> Pair:
    """The same pair, its sides changed over."""
    old = pair.alignment
    turned = Alignment(
        similarity=old.similarity,
        residual=old.residual,
        lead_a=old.lead_b,
        lead_b=old.lead_a,
        coverage_a=old.coverage_b,
        coverage_b=old.coverage_a,
        matched=tuple((y, x) for x, y in old.matched),
        surely=tuple((y, x) for x, y in old.surely),
        only_a=old.only_b,
        only_b=old.only_a,
    )
    return Pair(pair.b, pair.a, turned, pair.everywhere, pair.in_both, (pair.says[1], pair.says[0]), pair.spared)


def told(found: Verdict | Ruling) -> tuple[str, tuple[str, ...]]:
    types = tuple(dict.fromkeys(finding.type for finding in found.findings))
    return (found.relation.value if found.relation else "none"), types


def check_ruling(case: Case, runner: Runner, rule: str = "") -> None:
    """`relation` is conflict, differ, agree, none, or compatible (no conflict); `types`, or else `rule`, is why."""
    found = ruled_in(case, runner)
    assert found is not None, "no claims"
    pair, ruling = found
    relation, types = told(ruling)
    wanted = tuple(case.get("types", [rule] if case["relation"] in {"conflict", "differ"} else []))
    if case["relation"] == "compatible":
        assert relation != "conflict", ruling
    else:
        assert (relation, types) == (case["relation"], wanted), ruling
    assert told(rule_on(exchanged(pair))) == (relation, types)


def check_pair(case: Case, runner: Runner) -> None:
    """The decision with the model: `relation` as above; one of `types`, where the case has them, is found."""
    found = pair_in(case, runner)
    assert found is not None, "no claims"
    pair, verdict = found
    relation, types = told(verdict)
    if case["relation"] == "compatible":
        assert relation != "conflict", verdict
    else:
        assert relation == case["relation"], verdict
        assert not case.get("types") or set(types) & set(case["types"]), verdict
    turned = judge(exchanged(pair))
    assert told(turned) == (relation, types)
    assert turned.confidence == verdict.confidence

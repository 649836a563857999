"""The tables of cases in tests/cases, and what a pair of sentences is checked for.

A table holds `[[case]]`s. `why` names the case; `known_failure = true` marks what the pipeline gets wrong as yet.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.compare.alignment import Alignment
from pipeline.compare.relation import Verdict, judge
from pipeline.compare.rule import Pair
from pipeline.workers import Runner
from tests.compare.reading import article, claims_of, pairs_of, strongest

CASES = Path(__file__).parents[1] / "cases"
Case = dict[str, Any]


def load(table: str, key: str = "case") -> list[Any]:
    """The cases of `tests/cases/TABLE.toml` as pytest parameters."""
    rows: list[Case] = tomllib.loads((CASES / f"{table}.toml").read_text(encoding="utf-8"))[key]
    return [
        pytest.param(
            row,
            id=row["why"],
            marks=pytest.mark.xfail(raises=AssertionError) if row.get("known_failure") else (),
        )
        for row in rows
    ]


def pair_in(case: Case, runner: Runner) -> tuple[Pair, Verdict] | None:
    """The pair of claims with the strongest relation in two one-sentence articles."""
    a = article("a", case["a"], published=case.get("published_a", ""))
    b = article("b", case["b"], published=case.get("published_b", ""))
    return strongest(pairs_of(claims_of(a, b), runner))


def exchanged(pair: Pair) -> Pair:
    """The same pair, its sides changed over."""
    old = pair.alignment
    turned = Alignment(
        similarity=old.similarity,
        residual=old.residual,
        coverage_a=old.coverage_b,
        coverage_b=old.coverage_a,
        matched=tuple((y, x) for x, y in old.matched),
        surely=tuple((y, x) for x, y in old.surely),
        only_a=old.only_b,
        only_b=old.only_a,
    )
    return Pair(pair.b, pair.a, turned, pair.everywhere)


def _told(verdict: Verdict) -> tuple[str, tuple[str, ...]]:
    types = tuple(dict.fromkeys(finding.type for finding in verdict.findings))
    return (verdict.relation.value if verdict.relation else "none"), types


def check_pair(case: Case, runner: Runner, rule: str = "") -> None:
    """`relation` is conflict, differ, agree, none, or compatible (no conflict); `types`, or else `rule`, is why."""
    found = pair_in(case, runner)
    assert found is not None, "no claims"
    pair, verdict = found
    relation, types = _told(verdict)
    wanted = tuple(case.get("types", [rule] if case["relation"] in {"conflict", "differ"} else []))
    if case["relation"] == "compatible":
        assert relation != "conflict", verdict
    else:
        assert (relation, types) == (case["relation"], wanted), verdict
    turned = judge(exchanged(pair))
    assert _told(turned) == (relation, types)
    assert turned.confidence == verdict.confidence

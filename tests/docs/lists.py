"""The lists in docs/ that are made from the code: rules in their own words, numbers, and verdicts on pairs.

On a page they stand between `<!-- NAME -->` and `<!-- end -->`; `python tests/docs/renew.py` makes them anew.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from inspect import cleandoc
from types import ModuleType

from pipeline.clean.rules import RULES as CLEANING
from pipeline.compare import alignment, belief, candidates, fit, neighbours, relation, silence
from pipeline.compare.entailment import UNRELATED
from pipeline.compare.guards import GUARDS
from pipeline.compare.pairs import row_of
from pipeline.compare.relation import Verdict
from pipeline.compare.rule import Pair
from pipeline.compare.rules import RULES
from tests.compare.cases import pair_in
from tests.compare.reading import runner_here
from tests.tables import CASES, Case

_PLACE = re.compile(r"(<!-- (?!end )([a-z ]+) -->\n)(?:.*?\n)??(<!-- end -->)", re.DOTALL)
NUMBERS: tuple[tuple[ModuleType, str, str], ...] = (
    (neighbours, "FLOOR", "likeness of two articles, from which their claims are compared"),
    (neighbours, "SHARE", "of the likeness to the closest article, copies aside, which it takes too"),
    (neighbours, "MOST", "articles, the most alike, that one is compared with, beside those that choose it"),
    (candidates, "FLOOR", "likeness of two claims, from which they are a candidate"),
    (alignment, "NEAR", "likeness beside the topic, from which a candidate is looked at"),
    (fit, "RELATED", "fit of two claims, from which the guards and the rules are asked"),
    (relation, "CONTRARY", "what the model must give a contradiction for a rule's conflict to stand"),
    (relation, "RULED", "the least confidence of such a conflict"),
    (belief, "LEAST", "chance from which any other conflict is believed"),
    (belief, "BORNE_OUT", "or from this chance, where another voice bears it out"),
    (belief, "LIKELY", "chance from which `agree` is believed"),
    (belief, "LIKELY_TO_DIFFER", "chance from which `differ` is believed"),
    (belief, "SURELY_RELATED", "or the chance of any relation, from which the likeliest is believed"),
    (relation, "HARDLY_UNRELATED", "chance of no relation, up to which what looks contrary is told as a difference"),
    (silence, "ALL_ARE_ASKED", "articles of a folder, up to which all that do not speak are silent"),
)


def _about(function: Callable[..., object]) -> str:
    """The first paragraph of what the file of a rule says of it."""
    return " ".join(cleandoc(sys.modules[function.__module__].__doc__ or "").partition("\n\n")[0].split())


def _table(head: str, rows: Iterable[Iterable[str]]) -> str:
    columns = head.split(" | ")
    lines = (columns, ["---"] * len(columns), *rows)
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def _cleaning() -> str:
    rows = ((f"`{rule.name}`", _about(rule.find), rule.reason) for rule in CLEANING)
    return _table("rule | what it looks for | what `removed.csv` says", rows)


def _guards() -> str:
    return _table("reason | when", ((f"`{name}`", cleandoc(guard.__doc__ or "")) for name, guard in GUARDS))


def _numbers() -> str:
    rows = ((f"{getattr(module, name)}", meaning, f"`{name}`") for module, name, meaning in NUMBERS)
    return _table("number | what it is | its name in the code", rows)


@cache
def judged() -> tuple[tuple[Case, Pair, Verdict], ...]:
    """The pairs of tests/cases/docs/verdicts.toml with their verdicts."""
    cases: list[Case] = tomllib.loads((CASES / "docs" / "verdicts.toml").read_text(encoding="utf-8"))["case"]
    with runner_here() as runner:
        found = [(case, pair_in(case, runner)) for case in cases]
    return tuple((case, *pair) for case, pair in found if pair)


def verdict_of(pair: Pair, verdict: Verdict) -> str:
    """A verdict as a cell: the relation, its types, and the sentence that users are shown."""
    row = row_of(pair, verdict)
    if row is None:
        return f"{UNRELATED}. {verdict.reason}"
    types = f" ({', '.join(row.difference_types)})" if row.difference_types else ""
    return f"**{row.relation}**{types}. {row.explanation}"


def _side(case: Case, side: str) -> str:
    printed = case.get(f"published_{side}")
    return f"{case[side]} ({printed})" if printed else str(case[side])


def _rules() -> str:
    parts = []
    for rule in RULES:
        shown = [one for one in judged() if one[0].get("rule") == rule.name]
        rows = ((_side(case, "a"), _side(case, "b"), verdict_of(*found)) for case, *found in shown)
        parts.append(f"### {rule.name}\n\n{_about(rule.judge)}\n\n{_table('one article | another | verdict', rows)}")
    return "\n".join(parts)


def _failures() -> str:
    rows = (
        (_side(case, "a"), _side(case, "b"), case["relation"].replace("none", UNRELATED), verdict_of(*found))
        for case, *found in judged()
        if case.get("known_failure")
    )
    return _table("one article | another | a reader says | the verdict", rows)


LISTS: Mapping[str, Callable[[], str]] = {
    "cleaning rules": _cleaning,
    "guards": _guards,
    "numbers": _numbers,
    "difference rules": _rules,
    "known failures": _failures,
}


def with_lists(text: str) -> str:
    """A page with its lists as they are made today. Raises `KeyError` for a list that nobody makes."""
    return _PLACE.sub(lambda place: f"{place[1]}\n{LISTS[place[2]]()}\n{place[3]}", text)

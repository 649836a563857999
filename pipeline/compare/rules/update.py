"""Update: a count that grows, given at two times. The later figure does not contradict the earlier one."""

import re

from pipeline.compare.rule import Pair, Rule
from pipeline.compare.values import counted_in_both, disjoint
from pipeline.records import Finding, Relation, Span, Value

_GROWS = frozenset(
    """
    dead death victim casualty injured wounded missing case infection arrest arrested detainee body toll survivor person
    people hectare acre home house resident evacuee signature donation vote patient
    """.split()
)
_TOLLS = frozenset("die kill miss injure wound hurt infect arrest detain evacuate displace rescue hospitalise".split())
_SO_FAR = re.compile(
    r"""\b(?:so\ far|by\ (?:now|noon|midday|midnight|mon|tues|wednes|thurs|fri|satur|sun)\w*|as\ of
    |(?:had|has)\ (?:risen|climbed|grown|reached)|rose\ to|at\ least|updated?|now
    |(?:have|had)\ been\ (?:found|recovered|confirmed)|initial(?:ly)?|at\ first|earlier)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _dated_apart(pair: Pair) -> bool:
    a, b = (set(_WEEKDAY.findall(claim.quote)) for claim in (pair.a, pair.b))
    return pair.printed_apart or (bool(a and b) and not a & b)


def is_later_count(pair: Pair, x: Value, y: Value) -> bool:
    """Whether two different values are the same growing count at two times."""
    nouns, verbs = {x.counted, y.counted}, {pair.a.statement.predicate, pair.b.statement.predicate}
    grows = bool(nouns & _GROWS) or bool(verbs & _TOLLS) or nouns == {""}
    provisional = bool(_SO_FAR.search(pair.a.quote) or _SO_FAR.search(pair.b.quote))
    return grows and provisional and _dated_apart(pair)


def compare_updates(pair: Pair) -> Finding | None:
    """{a} at one time, {b} at another."""
    for x, y in counted_in_both(pair):
        if disjoint(x, y) and is_later_count(pair, x, y):
            a, b = Span(x.start, x.end), Span(y.start, y.end)
            text = f"“{pair.words_a(a)}” and “{pair.words_b(b)}” are counts of different dates."
            return Finding(Relation.DIFFER, "update", a, b, text)
    return None


RULE = Rule("update", compare_updates)

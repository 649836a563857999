"""Differing: where two claims that say one thing say it differently, once the decision is that they do.

What the difference rules find, or else what can be seen of figures, certainty and voices. Where that is nothing, one
says more than the other, unless a word in one of them alone shows how it differs.
"""

import math
import re
from collections.abc import Callable

from pipeline.compare.contrast import counts_apart, in_text, times_named
from pipeline.compare.rule import Pair, whole
from pipeline.compare.rules import RULES
from pipeline.compare.values import counts, disjoint, equal
from pipeline.records import Claim, ClaimKind, Finding, Relation, Span, Value, ValueKind

# Each counts where one of two claims alone has it and nothing but detail sets them apart. Of such rows of the stories
# left out, 15 of 18 differ in certainty, 14 of 17 in number and 45 of 57 in scope.
_HEDGES = re.compile(
    r"""\b(?:(?-i:may)|might|(?<!that\s)(?<!which\s)could|possibl[ey]|perhaps
    |suspect(?:s|ed)?|chance|impossible|ruled\sout|(?:un)?likely|if|unless|can|suggests?|appears?|seems?|believed|probabl[ey]|apparently|reportedly|alleged(?:ly)?
    |expected|plan(?:s|ned))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_VAGUE = re.compile(
    r"""\b(?:dozens?|scores|hundreds?|thousands?|millions?|several|a\sfew|a\shandful|numerous|many|most|majority|nearly
    |almost|just\s(?:over|under)|(?:more|less|fewer)\sthan|over|under|at\sleast|up\sto|tens\sof|about|around|some
    |roughly)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WHOLE = re.compile(
    r"""\b(?:all|every|each|entire|whole|none|nobody|no\sone|n?either|(?:no|any|every)where|any|throughout
    |not\sa\ssingle|whatever|every(?:one|body|thing)|no(?!\s(?:longer|more|less|fewer)))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT = re.compile(r"\d")


def _differ(kind: str, a: Span, b: Span, text: str) -> Finding:
    return Finding(Relation.DIFFER, kind, a, b, text)


def _looser(pair: Pair) -> Finding | None:
    """A count that is given later or more exactly: "at least 30", "44"."""
    for x, y in counts_apart(pair):
        a, b = Span(x.start, x.end), Span(y.start, y.end)
        words = f"“{pair.words_a(a)}” beside “{pair.words_b(b)}”"
        times = times_named(pair.a), times_named(pair.b)
        if disjoint(x, y) and (times[0] != times[1] or pair.printed_apart):
            return _differ("update", a, b, f"{words}: counts of different dates.")
        if not equal(x, y):
            why = "not of one thing for certain" if disjoint(x, y) else "not equally exact, and both can be right"
            return _differ("number", a, b, f"{words}: {why}.")
    return None


def _less_sure(pair: Pair) -> Finding | None:
    if pair.a.statement.certainty is pair.b.statement.certainty:
        return None
    return _differ("certainty", whole(pair.a), whole(pair.b), "One states it as more certain than the other.")


def _two_voices(pair: Pair) -> Finding | None:
    a, b = (claim.statement.attribution.source for claim in (pair.a, pair.b))
    if not (a and b) or a.casefold() in b.casefold() or b.casefold() in a.casefold():
        return None
    return _differ("attribution", whole(pair.a), whole(pair.b), f"“{a}” says it in one, “{b}” in the other.")


def _more(pair: Pair) -> Finding:
    return _differ("detail", whole(pair.a), whole(pair.b), "One says more than the other.")


def _in_one(pair: Pair, pattern: re.Pattern[str], kind: str, why: str) -> Finding | None:
    """A difference in what the words show that one claim alone has, beside the whole of the other."""
    a, b = (pattern.search(claim.quote) for claim in (pair.a, pair.b))
    if a and b:
        return None
    if a:
        return _differ(kind, in_text(pair.a, a), whole(pair.b), f"“{a[0]}” in one of them only: {why}.")
    return _differ(kind, whole(pair.a), in_text(pair.b, b), f"“{b[0]}” in one of them only: {why}.") if b else None


def _hedged(pair: Pair) -> Finding | None:
    return _in_one(pair, _HEDGES, "certainty", "not equally sure")


def _figures(claim: Claim) -> list[Value]:
    return [value for value in claim.statement.values if counts(value) and value.kind is not ValueKind.DATE]


def _is_bound(value: Value) -> bool:
    return value.low <= 0 or math.isinf(value.high)


def _vaguer(pair: Pair) -> Finding | None:
    """A figure beside "dozens", "most", "a few", or the bare number of a table beside "at least 40"."""
    vague, exact = (pair.a, pair.b) if _VAGUE.search(pair.a.quote) else (pair.b, pair.a)
    bounds = all(map(_is_bound, _figures(vague)))  # none is none
    in_a_cell = exact.kind is ClaimKind.TABLE_ROW and _DIGIT.search(exact.quote)
    if not bounds or not (_figures(exact) or in_a_cell):
        return None
    return _in_one(pair, _VAGUE, "number", "not equally exact")


def _wider(pair: Pair) -> Finding | None:
    return _in_one(pair, _WHOLE, "scope", "not said of as much")


_IN_ONE: tuple[Callable[[Pair], Finding | None], ...] = (_hedged, _vaguer, _wider)


def differing(pair: Pair) -> tuple[Finding, ...]:
    """What shows that two claims say one thing differently; that one says more, where nothing else does."""
    ruled = [f for rule in RULES if (f := rule.judge(pair)) and f.relation is Relation.DIFFER]
    seen = [f for look in (_looser, _less_sure, _two_voices) if (f := look(pair))]
    found = {finding.type: finding for finding in (*seen, *ruled)}
    more = found.pop("detail", _more(pair))
    return tuple(found.values()) or tuple(word for look in _IN_ONE if (word := look(pair))) or (more,)

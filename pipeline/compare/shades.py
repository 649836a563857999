"""Shades: where two claims that say one thing say it differently, once the decision is that they do.

What the difference rules find, or else what can be seen of figures, certainty and voices. Where that is nothing, one
says more than the other, unless a word in one of them alone shows how it differs.
"""

import math
import re
from collections.abc import Callable

from pipeline.compare.contrast import TIME_WORDS, counts_apart
from pipeline.compare.rule import Pair, whole
from pipeline.compare.rules import RULES
from pipeline.compare.values import counts, disjoint, equal
from pipeline.records import Claim, ClaimKind, Finding, Relation, Span, Value, ValueKind

# Each counts where one of two claims alone has it and nothing but detail sets them apart. Of such rows of the stories
# left out, 14 of 20 differ in certainty, 31 of 37 in number and 51 of 64 in scope.
_HEDGES = re.compile(
    r"""\b(?:(?-i:may)|might|(?<!that\s)(?<!which\s)could|possibl[ey]|perhaps|suspect(?:s|ed)?|chance|impossible|ruled\sout|(?:un)?likely|if
    |unless|can|suggests?|appears?|seems?|believed|probabl[ey]|apparently|reportedly|alleged(?:ly)?
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
        times = _times(pair.a), _times(pair.b)
        if disjoint(x, y) and (times[0] != times[1] or pair.printed_apart):
            return _differ("update", a, b, f"{words}: counts of different dates.")
        if not equal(x, y):
            why = "not of one thing for certain" if disjoint(x, y) else "not equally exact, and both can be right"
            return _differ("number", a, b, f"{words}: {why}.")
    return None


def _times(claim: Claim) -> set[str]:
    return {match[0].casefold() for match in TIME_WORDS.finditer(claim.quote)}


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


def _in_one(pair: Pair, pattern: re.Pattern[str]) -> tuple[Span, Span, str] | None:
    """The words that one claim alone has, beside the whole of the other; and the words."""
    a, b = (pattern.search(claim.quote) for claim in (pair.a, pair.b))
    if bool(a) is bool(b):
        return None
    found = [
        Span(claim.start + match.start(), claim.start + match.end()) if match else whole(claim)
        for claim, match in ((pair.a, a), (pair.b, b))
    ]
    return found[0], found[1], (a or b or [""])[0]


def _hedged(pair: Pair) -> Finding | None:
    if not (found := _in_one(pair, _HEDGES)):
        return None
    a, b, words = found
    return _differ("certainty", a, b, f"“{words}” in one of them only: not equally sure.")


def _figures(claim: Claim) -> list[Value]:
    return [value for value in claim.statement.values if counts(value) and value.kind is not ValueKind.DATE]


def _is_bound(value: Value) -> bool:
    return value.low <= 0 or math.isinf(value.high)


def _vaguer(pair: Pair) -> Finding | None:
    """A figure beside "dozens", "most", "a few", or the bare number of a table beside "at least 40"."""
    if not (found := _in_one(pair, _VAGUE)):
        return None
    a, b, words = found
    vague, exact = (pair.a, pair.b) if b == whole(pair.b) else (pair.b, pair.a)
    bounds = all(map(_is_bound, _figures(vague)))  # none is none
    in_a_cell = exact.kind is ClaimKind.TABLE_ROW and _DIGIT.search(exact.quote)
    if not bounds or not (_figures(exact) or in_a_cell):
        return None
    return _differ("number", a, b, f"“{words}” in one of them only: not equally exact.")


def _wider(pair: Pair) -> Finding | None:
    if not (found := _in_one(pair, _WHOLE)):
        return None
    a, b, words = found
    return _differ("scope", a, b, f"“{words}” in one of them only: not said of as much.")


_IN_ONE: tuple[Callable[[Pair], Finding | None], ...] = (_hedged, _vaguer, _wider)


def differing(pair: Pair) -> tuple[Finding, ...]:
    """What shows that two claims say one thing differently; that one says more, where nothing else does."""
    ruled = [f for rule in RULES if (f := rule.judge(pair)) and f.relation is Relation.DIFFER]
    seen = [f for look in (_looser, _less_sure, _two_voices) if (f := look(pair))]
    found = {finding.type: finding for finding in (*seen, *ruled)}
    more = found.pop("detail", _more(pair))
    return tuple(found.values()) or tuple(word for look in _IN_ONE if (word := look(pair))) or (more,)

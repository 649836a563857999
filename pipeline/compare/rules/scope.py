"""Scope: the same is said of the whole and of a part, "all trains" and "most trains"."""

import re

from pipeline.compare.rule import Pair, Rule
from pipeline.records import Claim, Finding, Relation, Span

_WHOLE = re.compile(
    r"\b(?:all|every|each|entire|whole|complete|across|throughout)\b(?! (?:but|other|more|less|of a)\b)", re.IGNORECASE
)
_PART = re.compile(
    r"""\b(?:some|parts?\ of|half|most|many|several|a\ few|certain|one\ of|two\ of|majority\ of|minority\ of
    |(?:north|south|east|west)(?:ern)?|upper|lower)\b""",
    re.IGNORECASE | re.VERBOSE,
)
AFTER = 4  # words after "all" or "most" among which the thing is that there is all or most of
STEM = 4  # letters by which two forms of a word are known: "train", "trains"


def _found(pattern: re.Pattern[str], claim: Claim) -> tuple[Span, set[str]] | None:
    """Where the words for whole or part stand, and the beginnings of the words that follow."""
    match = pattern.search(claim.quote)
    if not match:
        return None
    after = re.findall(r"\w{4,}", claim.quote[match.end() :])[:AFTER]
    return Span(claim.start + match.start(), claim.start + match.end()), {word.casefold()[:STEM] for word in after}


def compare_scopes(pair: Pair) -> Finding | None:
    """{a} in one, {b} in the other."""
    for one, other in ((_WHOLE, _PART), (_PART, _WHOLE)):
        a, b = _found(one, pair.a), _found(other, pair.b)
        if a and b and a[1] & b[1] and not _found(other, pair.a) and not _found(one, pair.b):
            text = f"“{pair.words_a(a[0])}” beside “{pair.words_b(b[0])}”: of the whole in one, of a part in the other."
            return Finding(Relation.DIFFER, "scope", a[0], b[0], text)
    return None


RULE = Rule("scope", compare_scopes)

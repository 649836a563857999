"""What is left over when two claims are laid side by side: the words that one has and the other has nothing like.

Two values contradict each other only where nothing else sets the claims apart. "Licensed to carry 150" and "was
carrying 118" differ in more than the number.
"""

import re

from pipeline.compare.antonyms import opposed
from pipeline.compare.rule import Pair, named
from pipeline.compare.values import days
from pipeline.records import Claim, ValueKind

COVERED = 0.85  # of each side's words; below, the dev stories have five pairs of two propositions to one true conflict

_ANCHORS = frozenset({"LAW", "EVENT"})  # one of them has one limit, one toll; a company or person has many figures

# What is planned, allowed or foretold is not what happened.
NOT_YET = frozenset(
    """
    plan forecast expect license licence capacity target promise aim need demand want poll estimate warn hope seek ask
    pledge propose permit intend schedule predict project projection goal preliminary initial original nominate
    nomination shortlist
    """.split()
)

# Small words are no terms; these make it another deed or another time.
_NARROWING = re.compile(
    r"""\b(?:another|other|else|again|also|alone|badly|seriously|severely|slightly|lightly|part(?:ly|ially)|mostly|mainly
    |(?:in)?directly|initially|originally|former(?:ly)?|once|previously|if|unless
    |every(?!\ (?:minute|hour|day|week|month|year|head)\b))\b""",
    re.IGNORECASE | re.VERBOSE,
)
# And these another count, or less than the deed: by the year, as a rule, of each, together, almost.
_MEASURING = re.compile(
    r"""\b(?:average|usual(?:ly)?|normal(?:ly)?|typical(?:ly)?|together|jointly|combined
    |(?:a|per|each|every)\ (?:minute|hour|day|week|month|year|head)|each
    |record(?=\ (?:for|of|is|was|stands|set)\b)
    |(?:almost|nearly)(?!\ (?:[\d$€£]|an?\b|all\b|every|half|\w+t(?:y|een)\b|two|three|four|five|six|ten|twelve)))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RATE = re.compile(r"\b(?:per|each|every) (?=\w)")
# Before what there are several of these say which: "his early works" are not his late ones.
_WHICH = re.compile(
    r"""\b(?:the|his|her|its|their)
    \ (earl(?:y|ier)|later?|old(?:er)?|new(?:er)?|younger|upper|lower|inner|outer|larger|smaller)(?=\ [\w-]+s\b)""",
    re.VERBOSE,
)
_BELONGS = "of|to|for|in|on|at|by|with|from|about|over|against"
_INSIDE = re.compile(rf" (?:{_BELONGS}|between|under) ")


def _rest(words: tuple[str, ...], but: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) - frozenset(but)


def _in(claim: Claim, words: re.Pattern[str]) -> set[str]:
    """Such words of a claim; "a day", "per day" and "each day" are one."""
    return {_RATE.sub("a ", word) for word in words.findall(claim.quote.casefold())}


def _ranks(claim: Claim) -> set[float]:
    return {value.low for value in claim.statement.values if value.kind is ValueKind.ORDINAL}


def measured_apart(pair: Pair) -> bool:
    """Whether they are of another count or another of several: "a year", "each sister", the 12th minute, the 80th."""
    which = [_in(claim, _WHICH) for claim in (pair.a, pair.b)]
    ranks = [_ranks(claim) for claim in (pair.a, pair.b)]
    if any(all(told) and not told[0] & told[1] for told in (which, ranks)):
        return True
    return _in(pair.a, _MEASURING) != _in(pair.b, _MEASURING)


def told_apart(pair: Pair) -> bool:
    """Whether a small word that no alignment sees makes them two: "badly hurt", "another poll", "the second trial"."""
    narrowed = _in(pair.a, _NARROWING) != _in(pair.b, _NARROWING)
    return narrowed or _ranks(pair.a) != _ranks(pair.b) or measured_apart(pair)


def one_planned(pair: Pair) -> bool:
    """Whether one is of what is planned, allowed or foretold, the other not."""
    a, b = (bool(NOT_YET & set(claim.statement.terms)) for claim in (pair.a, pair.b))
    return a != b


def _head(phrase: str) -> str:
    """The noun that a phrase is about, as far as words tell: "sister" in "Varga's sister", "limit" in "limit of"."""
    words = _INSIDE.split(phrase)[0].split()
    return words[-1].casefold() if words else ""


def _heads(claim: Claim) -> set[str]:
    """The nouns that a claim is about."""
    nouns = {_head(claim.statement.subject), _head(claim.statement.object)} - {""}
    return nouns | {noun.rstrip("s") for noun in nouns}


def of_a_part(pair: Pair) -> bool:
    """Whether what is done to a thing in the one is done to something of it in the other: "the toll for the tunnel"."""
    if not (same_predicate(pair) or opposed(pair.a.statement, pair.b.statement)):
        return False
    sides = (pair.a, pair.b), (pair.b, pair.a)
    for whole, part in ((one.statement, other) for one, other in sides):
        x, y = _head(whole.object), _head(part.statement.object)
        inside = rf"\b{re.escape(y)} (?:{_BELONGS}) (?:\w+ ){{0,3}}{re.escape(x)}\b"
        if x and y and x != y and re.search(inside, part.quote.casefold()):
            return True
    return False


def another_thing(pair: Pair, but: tuple[str, ...] = ()) -> bool:
    """Whether what is left over beside `but` makes it another thing: a plan, a part of it, the second one."""
    a, b = _rest(pair.alignment.only_a, but), _rest(pair.alignment.only_b, but)
    # A noun that only one has is another thing; two such may be two words for one: "diplomats", "negotiators".
    head = bool(_heads(pair.a) & a) != bool(_heads(pair.b) & b)
    return head or bool(NOT_YET & (a | b)) or told_apart(pair)


def nothing_else_differs(pair: Pair, but: tuple[str, ...] = ()) -> bool:
    """Whether the values, the negation or the words in `but` are all that sets the two claims apart.

    One word more on one side ("shots on target", "core prices") is enough to make it another measure: being strict here
    costs no true conflict on the dev stories.
    """
    if _rest(pair.alignment.only_a, but) or _rest(pair.alignment.only_b, but) or another_thing(pair, but):
        return False
    return bool(but) or min(pair.alignment.coverage_a, pair.alignment.coverage_b) >= COVERED


def one_sided(pair: Pair) -> bool:
    """Whether at most one of the claims has words that the other has nothing like, and they tell of no other thing."""
    return not (pair.alignment.only_a and pair.alignment.only_b) and not another_thing(pair)


def same_times(pair: Pair) -> bool:
    """Whether both are placed at the same times, or one of them at none: the march of 2019 is not Sunday's."""
    a, b = set(pair.a.statement.times), set(pair.b.statement.times)
    return a <= b or b <= a


def same_predicate(pair: Pair) -> bool:
    """Whether both say that the same is done: "eliminated", "destroyed"."""
    a, b = pair.a.statement.predicate, pair.b.statement.predicate
    return bool(a and b) and (a == b or (a.split()[0], b.split()[0]) in pair.alignment.surely)


def same_subject(pair: Pair) -> bool:
    """Whether both are about the same: the heads of the subjects meet."""
    a, b = pair.a.statement.subject_terms, pair.b.statement.subject_terms
    return any(x == y or (x, y) in pair.alignment.surely for x in a for y in b)


def anchored(pair: Pair) -> bool:
    """Whether both name one treaty or event, or one day."""
    a, b = (named(claim, _ANCHORS) for claim in (pair.a, pair.b))
    dates = [{d.low for d in days(claim) if d.low == d.high} for claim in (pair.a, pair.b)]
    return bool(a & b) or bool(dates[0] & dates[1])

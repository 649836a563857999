"""Contrast: where the difference of two claims lies, once the decision is that there is one.

The difference rules speak only where nothing else could explain what they see. Here the question is another: the two
contradict each other, or say one thing differently, and the words have to be found that show it.
"""

import re
from collections.abc import Iterable, Iterator

from pipeline.compare.antonyms import are_opposites
from pipeline.compare.denial import contradicts
from pipeline.compare.rule import Pair, named, whole
from pipeline.compare.rules import RULES
from pipeline.compare.values import dated_apart, days, disjoint, equal, on_one_scale
from pipeline.records import Claim, Finding, Relation, Span, Value, ValueKind

_FIGURES = frozenset({ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.MONEY, ValueKind.DURATION, ValueKind.ORDINAL})
_TIME_WORDS = re.compile(
    r"""\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october
    |november|december|may(?=\s\d)|spring|summer|autumn|winter|morning|afternoon|evening|night|noon|midnight|dawn|dusk
    |yesterday|today|tomorrow|(?:last|next|this)\s(?:week|month|year)|weekend)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WHERE = re.compile(
    r"""\b(?:in|at|near|outside|inside|off|to|from|into|onto|towards?|through|via|over|under|behind|beside|below|above
    |across|between|along|around|aboard|north|south|east|west|(?:north|south|east|west)ern|upstream|downstream)\b""",
    re.IGNORECASE | re.VERBOSE,
)
BEFORE = 40  # characters in which the word that says "where" stands before a place
_ACTING = frozenset({"PERSON", "ORG", "COUNTRY", "NORP", "GPE", "ROLE"})
STEM = 5  # letters of a lemma that its forms in the text begin with


def _words_of(claim: Claim, lemmas: Iterable[str]) -> list[Span]:
    """Where the words of some lemmas stand in a claim's quote."""
    stems = tuple(lemma.casefold()[:STEM] for lemma in lemmas if lemma)
    found = (match for match in re.finditer(r"[\w'’-]+", claim.quote) if match[0].casefold().startswith(stems))
    return [Span(claim.start + match.start(), claim.start + match.end()) for match in found] if stems else []


def _around(claim: Claim, spans: list[Span]) -> Span:
    """From the first word to the last, or the whole claim where there is none."""
    return Span(spans[0].start, max(span.end for span in spans)) if spans else whole(claim)


def _clash(pair: Pair, kind: str, a: Span, b: Span, why: str) -> Finding:
    return Finding(Relation.CONFLICT, kind, a, b, f"“{pair.words_a(a)}” against “{pair.words_b(b)}”: {why}.")


def _unsettled(pair: Pair) -> Iterator[tuple[Value, Value]]:
    """Figures of one kind that differ, where neither stands on the other side too; the likest first."""
    xs, ys = ([v for v in c.statement.values if v.kind in _FIGURES] for c in (pair.a, pair.b))
    alike = [(x, y, *on_one_scale(pair, x, y)) for x in xs for y in ys if x.kind is y.kind]
    settled = {id(v) for x, y, one, other in alike if equal(one, other) for v in (x, y)}
    open_ = [(x, y) for x, y, one, other in alike if not settled & {id(x), id(y)} and disjoint(one, other)]
    yield from sorted(open_, key=lambda two: (two[0].counted != two[1].counted, two[0].start, two[1].start))


def _numbers(pair: Pair) -> Finding | None:
    for x, y in _unsettled(pair):
        return _clash(pair, "number", Span(x.start, x.end), Span(y.start, y.end), "both cannot be right")
    return None


def _time(claim: Claim) -> Span | None:
    dates = days(claim)
    if dates:
        return Span(dates[0].start, dates[0].end)
    match = _TIME_WORDS.search(claim.quote)
    return Span(claim.start + match.start(), claim.start + match.end()) if match else None


def _dates(pair: Pair) -> Finding | None:
    a, b = _time(pair.a), _time(pair.b)
    apart = dated_apart(pair) or set(pair.a.statement.times) != set(pair.b.statement.times)
    if a and b and apart and pair.words_a(a).casefold() != pair.words_b(b).casefold():
        return _clash(pair, "date", a, b, "both dates cannot be right")
    return None


def _denials(pair: Pair) -> Finding | None:
    if not contradicts(pair):
        return None
    return Finding(Relation.CONFLICT, "polarity", whole(pair.a), whole(pair.b), "One affirms what the other denies.")


def _opposites(pair: Pair) -> Finding | None:
    for x in pair.a.statement.terms:
        for y in pair.b.statement.terms:
            if are_opposites(x, y):
                a, b = _around(pair.a, _words_of(pair.a, [x])), _around(pair.b, _words_of(pair.b, [y]))
                return _clash(pair, "polarity", a, b, "the one is the opposite of the other")
    return None


def _placed(claim: Claim, words: tuple[str, ...]) -> list[Span]:
    """The left-over words of a claim that say where."""
    return [
        span
        for span in _words_of(claim, words)
        if _WHERE.search(claim.quote[max(0, span.start - claim.start - BEFORE) : span.start - claim.start])
    ]


def _places(pair: Pair) -> Finding | None:
    a, b = _placed(pair.a, pair.alignment.only_a), _placed(pair.b, pair.alignment.only_b)
    people_a, people_b = (named(claim, frozenset({"PERSON"})) for claim in (pair.a, pair.b))
    if a and b and people_a == people_b:
        return _clash(pair, "place", _around(pair.a, a), _around(pair.b, b), "both cannot be where it was")
    return None


def _acting(claim: Claim, words: tuple[str, ...]) -> list[Span]:
    """The left-over words of a claim that say who."""
    names = {part for entity in named(claim, _ACTING) for part in entity.split("-")}
    who = {*claim.statement.subject_terms, *claim.statement.names, *names}
    return _words_of(claim, [word for word in words if word in who or word.casefold() in names])


def _actors(pair: Pair) -> Finding | None:
    a, b = _acting(pair.a, pair.alignment.only_a), _acting(pair.b, pair.alignment.only_b)
    exchanged = pair.a.statement.subject and pair.a.statement.subject == pair.b.statement.object
    if (a and b) or exchanged:
        return _clash(pair, "actor", _around(pair.a, a), _around(pair.b, b), "it cannot have been both")
    return None


def _wording(pair: Pair) -> Finding:
    a, b = _words_of(pair.a, pair.alignment.only_a), _words_of(pair.b, pair.alignment.only_b)
    return _clash(pair, "polarity", _around(pair.a, a), _around(pair.b, b), "both cannot be so")


_CONFLICTS = (_numbers, _dates, _denials, _opposites, _places, _actors, _wording)


def conflicting(pair: Pair) -> tuple[Finding, ...]:
    """What shows that two claims contradict each other: what the rules find, or else the likeliest words."""
    strict = tuple(f for rule in RULES if (f := rule.judge(pair)) and f.relation is Relation.CONFLICT)
    return strict or (next(found for look in _CONFLICTS if (found := look(pair))),)


def differing(pair: Pair) -> tuple[Finding, ...]:
    """What shows that two claims say one thing differently; that one says more, where nothing else does."""
    found = tuple(f for rule in RULES if (f := rule.judge(pair)) and f.relation is Relation.DIFFER)
    if found:
        return found
    text = "One says more than the other."
    return (Finding(Relation.DIFFER, "detail", whole(pair.a), whole(pair.b), text),)

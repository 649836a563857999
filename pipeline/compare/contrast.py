"""Contrast: where two claims contradict each other, once the decision is that they do.

The difference rules speak only where nothing else could explain what they see. Here the question is another: the two
contradict each other, and the words have to be found that show it (`differing.py` does so for those that differ).
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.compare.antonyms import are_opposites, kind_of_opposites
from pipeline.compare.clock import clocks, clocks_apart
from pipeline.compare.denial import contradicts
from pipeline.compare.rule import Pair, named, whole
from pipeline.compare.rules import RULES
from pipeline.compare.values import dated_apart, days, days_apart, disjoint, unsettled
from pipeline.records import Claim, Finding, Relation, Span, Value

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
# Of two that clash in no words that can be found, and both have one of these, every other clashes in when it was.
_WHEN = re.compile(
    r"""\b(?:before|after|until|since|earl(?:y|ier)|later?|dawn|dusk|ahead\sof|already|still|not\syet|eve|ago|long|then|first
    |(?:minute|hour|day|week|month|year)s?|by\sthe\stime)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NEGATED = re.compile(r"(?:\b(?:not|never|neither|without)|n[’']t)\s+(?:\w+\s+)?$", re.IGNORECASE)
BEFORE = 40  # characters in which the word that says "where" stands before a place, or "not" before a verb
_ACTING = frozenset({"PERSON", "ORG", "COUNTRY", "NORP", "GPE", "ROLE"})
STEM = 5  # letters of a lemma that its forms in the text begin with


def in_text(claim: Claim, match: re.Match[str]) -> Span:
    """Where what was found in a claim's quote stands in its article."""
    return Span(claim.start + match.start(), claim.start + match.end())


def _words_of(claim: Claim, lemmas: Iterable[str]) -> list[Span]:
    """Where the words of some lemmas stand in a claim's quote."""
    stems = tuple(lemma.casefold()[:STEM] for lemma in lemmas if lemma)
    found = (match for match in re.finditer(r"[\w'’-]+", claim.quote) if match[0].casefold().startswith(stems))
    return [in_text(claim, match) for match in found] if stems else []


def _around(claim: Claim, spans: list[Span]) -> Span:
    """From the first word to the last, or the whole claim where there is none."""
    return Span(spans[0].start, max(span.end for span in spans)) if spans else whole(claim)


def _clash(pair: Pair, kind: str, a: Span, b: Span, why: str) -> Finding:
    return Finding(Relation.CONFLICT, kind, a, b, f"“{pair.words_a(a)}” against “{pair.words_b(b)}”: {why}.")


def counts_apart(pair: Pair) -> list[tuple[Value, Value]]:
    """Figures of one kind, in one unit, that are not given the same; those of one thing first."""
    found = unsettled(pair, lambda _pair, _x, _y: True)
    return sorted(found, key=lambda row: (row[0].counted != row[1].counted, row[0].start, row[1].start))


def _numbers(pair: Pair) -> Finding | None:
    clash = next(((x, y) for x, y in counts_apart(pair) if disjoint(x, y)), None)
    if not clash:
        return None
    a, b = (Span(value.start, value.end) for value in clash)
    return _clash(pair, "number", a, b, "both cannot be right")


def _time(claim: Claim) -> Span | None:
    dates = days(claim)
    if dates:
        return Span(dates[0].start, dates[0].end)
    match = _TIME_WORDS.search(claim.quote)
    return in_text(claim, match) if match else None


def times_named(claim: Claim) -> set[str]:
    """The words for times in a claim, in small letters: "monday", "last week"."""
    return {match[0].casefold() for match in _TIME_WORDS.finditer(claim.quote)}


def _clocks(pair: Pair) -> Finding | None:
    if not clocks_apart(pair.a, pair.b):
        return None
    a, b = (_first(claim, clocks(claim.text)[0].words) for claim in (pair.a, pair.b))
    return _clash(pair, "date", a, b, "both times cannot be right")


def _first(claim: Claim, words: str) -> Span:
    """Where some words first stand in a claim, or all of it where they do not stand there so."""
    at = claim.quote.find(words)
    return Span(claim.start + at, claim.start + at + len(words)) if at >= 0 else whole(claim)


def _dates(pair: Pair) -> Finding | None:
    a, b = _time(pair.a), _time(pair.b)
    dated = bool(days(pair.a) and days(pair.b))
    apart = days_apart(pair) if dated else set(pair.a.statement.times) != set(pair.b.statement.times)
    if a and b and apart and pair.words_a(a).casefold() != pair.words_b(b).casefold():
        return _clash(pair, "date", a, b, "both dates cannot be right")
    return None


def _denials(pair: Pair) -> Finding | None:
    if not contradicts(pair):
        return None
    return Finding(Relation.CONFLICT, "polarity", whole(pair.a), whole(pair.b), "One affirms what the other denies.")


def _before(claim: Claim, span: Span) -> str:
    """What stands right before some words of a claim."""
    return claim.quote[max(0, span.start - claim.start - BEFORE) : span.start - claim.start]


def _said_and_denied(claim: Claim, lemma: str) -> tuple[Span | None, bool]:
    """Where a claim first has a word, with the negator before it, and whether there is one."""
    span = next(iter(_words_of(claim, [lemma])), None)
    negated = _NEGATED.search(_before(claim, span)) if span else None
    return (replace(span, start=span.start - len(negated[0])) if span and negated else span), bool(negated)


def _denied_words(pair: Pair) -> Finding | None:
    """A word that one has and the other denies, whatever else it says: "resumed", "halted and never restarted"."""
    for x, y in pair.alignment.surely:
        (a, denied_a), (b, denied_b) = _said_and_denied(pair.a, x), _said_and_denied(pair.b, y)
        if a and b and denied_a is not denied_b:
            actor = x in _doers(pair.a) or y in _doers(pair.b)
            return _clash(pair, "actor" if actor else "polarity", a, b, "one affirms what the other denies")
    return None


def _opposites(pair: Pair) -> Finding | None:
    for x in pair.a.statement.terms:
        for y in pair.b.statement.terms:
            if are_opposites(x, y):
                a, b = _around(pair.a, _words_of(pair.a, [x])), _around(pair.b, _words_of(pair.b, [y]))
                return _clash(pair, kind_of_opposites(x, y), a, b, "the one is the opposite of the other")
    return None


def _placed(claim: Claim, words: tuple[str, ...]) -> list[Span]:
    """The left-over words of a claim that say where."""
    return [span for span in _words_of(claim, words) if _WHERE.search(_before(claim, span))]


def _places(pair: Pair) -> Finding | None:
    a, b = _placed(pair.a, pair.alignment.only_a), _placed(pair.b, pair.alignment.only_b)
    people_a, people_b = (named(claim, frozenset({"PERSON"})) for claim in (pair.a, pair.b))
    if a and b and people_a == people_b:
        return _clash(pair, "place", _around(pair.a, a), _around(pair.b, b), "both cannot be where it was")
    return None


def _doers(claim: Claim) -> set[str]:
    """The lemmas that say who."""
    names = {part for entity in named(claim, _ACTING) for part in entity.split("-")}
    return {*claim.statement.subject_terms, *claim.statement.names, *names}


def _acting(claim: Claim, words: tuple[str, ...]) -> list[Span]:
    """The left-over words of a claim that say who."""
    who = _doers(claim)
    return _words_of(claim, [word for word in words if word in who or word.casefold() in who])


def _actors(pair: Pair) -> Finding | None:
    a, b = _acting(pair.a, pair.alignment.only_a), _acting(pair.b, pair.alignment.only_b)
    exchanged = pair.a.statement.subject and pair.a.statement.subject == pair.b.statement.object
    if (a and b) or exchanged:
        return _clash(pair, "actor", _around(pair.a, a), _around(pair.b, b), "it cannot have been both")
    return None


def _wording(pair: Pair) -> Finding:
    a, b = _words_of(pair.a, pair.alignment.only_a), _words_of(pair.b, pair.alignment.only_b)
    timed = all(_WHEN.search(claim.quote) for claim in (pair.a, pair.b))
    return _clash(pair, "date" if timed else "polarity", _around(pair.a, a), _around(pair.b, b), "both cannot be so")


_CONFLICTS = (_numbers, _dates, _clocks, _denied_words, _denials, _opposites, _places, _actors, _wording)


def conflicting(pair: Pair) -> tuple[Finding, ...]:
    """What shows that two claims contradict each other: what the rules find, or else the likeliest words."""
    strict = tuple(f for rule in RULES if (f := rule.judge(pair)) and f.relation is Relation.CONFLICT)
    return strict or (next(found for look in _CONFLICTS if (found := look(pair))),)


_PLAIN = (_numbers, _dates, _denials, _opposites)
# Contradiction in both directions from which two claims clash though no figure, time, denial or opposite shows it: of
# the pairs of the stories left out that are hardly unrelated, with this, 87 in 100 are related, 66 as a conflict.
CLASHES = 0.5
_DOUBTFUL = "look contrary, but not surely enough to be called a conflict"


def pointed(pair: Pair) -> Finding | None:
    """The figure, time, denial or opposite in which two claims clash, if there is one."""
    plain = next((found for look in _PLAIN if (found := look(pair))), None)
    return None if plain is not None and plain.type == "date" and not dated_apart(pair) else plain


def contrary(pair: Pair) -> tuple[Finding, ...]:
    """Where two claims look contrary that are not surely a conflict: the whole of both if no words show it.

    Nothing where neither a figure, time, denial or opposite nor the model in both directions says that they clash.
    """
    if plain := pointed(pair):
        return (_doubted(pair, plain),)
    if min(said.contradicts for said in pair.says) <= CLASHES:
        return ()
    shown = _places(pair) or _actors(pair)
    unshown = Finding(Relation.DIFFER, "detail", whole(pair.a), whole(pair.b), f"They {_DOUBTFUL}.")
    return (_doubted(pair, shown) if shown else unshown,)


def _doubted(pair: Pair, clash: Finding) -> Finding:
    doubtful = _clash(pair, clash.type, clash.evidence_a, clash.evidence_b, f"they {_DOUBTFUL}")
    return replace(doubtful, relation=Relation.DIFFER)

"""The noun before a name: it belongs to it ("cour d'appel de Bordeaux"), or says what it is ("la société Telt")."""

import re
from dataclasses import replace

from pipeline.tag.foreign.guesses import Guess, Parsed
from pipeline.tag.foreign.words import Patterns, Words

LOOK_BACK = 90  # characters: the longest noun, and what may stand between it and a name
_BETWEEN = frozenset({"NOUN", "ADJ", "PROPN"})  # parts of speech between a noun and the name; and what links them
_PLACES = frozenset({"LOC", "GPE"})


def _before(parsed: Parsed, start: int) -> str:
    return parsed.text[max(start - LOOK_BACK, 0) : start]


def _found(parsed: Parsed, guess: Guess, patterns: Patterns) -> tuple[str, re.Match[str]] | None:
    """The first pattern that ends where a name starts, with its type."""
    before = _before(parsed, guess.start)
    return next(((kind, match) for kind, pattern in patterns if (match := pattern.search(before))), None)


def _leads(parsed: Parsed, start: int, guess: Guess, noun: re.Match[str], words: Words) -> bool:
    """Whether nothing but what narrows a noun stands between it and the name, and the noun means one thing."""
    if words.indefinite.search(_before(parsed, start)):
        return False
    between = parsed.doc.char_span(start + len(noun["noun"]), guess.start, alignment_mode="contract")
    return between is None or all(t.pos_ in _BETWEEN or t.lower_ in words.linking or t.is_space for t in between)


def _longer(parsed: Parsed, guess: Guess, patterns: Patterns, words: Words) -> Guess | None:
    found = _found(parsed, guess, patterns)
    if found is None:
        return None
    kind, match = found
    start = guess.start - (len(match.string) - match.start("noun"))
    if not _leads(parsed, start, guess, match, words):
        return None
    return Guess(start, guess.end, kind, told=True)


def _lengthened(parsed: Parsed, guess: Guess, words: Words) -> Guess | None:
    """The guess with the noun that belongs to it: the committee of a person, and the house, are not called so."""
    named = guess.type == "PERSON"
    alone = " " not in parsed.words(guess)
    places = tuple((kind, pattern) for kind, pattern in words.begins if kind in _PLACES)
    for patterns, fits in (
        (words.begins_at_once, True),
        (places, not named or alone),
        (words.begins, not named),
        (words.made_in, guess.type in _PLACES),
        (words.office, guess.type in {"ORG", ""}),
    ):
        if fits and (longer := _longer(parsed, guess, patterns, words)):
            return longer
    return None


def with_noun(parsed: Parsed, guess: Guess, words: Words) -> Guess:
    """The guess with the noun that belongs to it, or with the type that the words around it tell."""
    for kind, noun in words.nouns:
        if noun.match(parsed.text, guess.start):
            return replace(guess, type=kind, told=True)
    if longer := _lengthened(parsed, guess, words):
        return longer
    if told := _found(parsed, guess, (*words.titled, *words.introduces)):
        return replace(guess, type=told[0], told=True)
    alone = guess.type == "PERSON" and " " not in parsed.words(guess)
    return replace(guess, type="LOC") if alone and words.at.search(_before(parsed, guess.start)) else guess

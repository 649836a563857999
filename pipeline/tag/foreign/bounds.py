"""Where a name begins and ends: with the noun that belongs to it, and without article and title."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.tag.foreign.guesses import Guess, Parsed
from pipeline.tag.foreign.words import Words

_OPENING = frozenset("«“”\"'‘:–—")  # behind these a sentence starts
_INSIDE = frozenset(",;(")  # and behind these none does, whatever the parser says
_LAST_SIGNS = frozenset("+")  # that a name may end in


def _opens_sentence(doc: Doc, place: int) -> bool:
    before = doc[place - 1].text if place else ""
    return before not in _INSIDE and (place == 0 or bool(doc[place].is_sent_start) or before in _OPENING)


def _is_no_name(name: str, words: Words) -> bool:
    """Whether it has no capital, or for another reason: "Mercredi", not "SUD"."""
    return name.islower() or (name.lower() in words.common and not name.isupper())


def _is_no_part(parsed: Parsed, place: int, words: Words | None) -> bool:
    """Whether a name begins only behind this token: "l'" in "l'Assemblée nationale", not "cour" in "cour d'appel"."""
    token, text = parsed.doc[place], parsed.text
    if not token.text[0].isalnum():
        return True
    if words is None:
        return token.text[0].islower()
    if token.text[0].islower():
        return not any(noun.match(text, token.idx) for _, noun in words.nouns)
    article = _opens_sentence(parsed.doc, place) and words.article.match(text, token.idx)
    return bool(article or words.title.match(text, token.idx))


def _is_no_end(token: Token, words: Words | None) -> bool:
    """Whether a name ends before this token: "de" in "vallée de"."""
    last = token.text[-1]
    return not (last.isalnum() or last in _LAST_SIGNS) or (words is not None and token.text in words.linking)


def trimmed(parsed: Parsed, guess: Guess, words: Words | None = None) -> Guess | None:
    """The guess without the small words and signs around it; None where nothing is left of it."""
    doc, span = parsed.doc, parsed.tokens(guess)
    start, end = span.start, span.end
    while start < end and _is_no_part(parsed, start, words):
        start += 1
    while end > start and _is_no_end(doc[end - 1], words):
        end -= 1
    name = doc[start:end]
    if not any(map(str.isalpha, name.text)) or (words and _is_no_name(name.text, words)):
        return None
    return replace(guess, start=name.start_char, end=name.end_char)


def with_article(parsed: Parsed, guess: Guess, words: Words) -> Guess:
    """The guess with an article that has a capital inside a sentence: "Les" in "selon Les Échos"."""
    first = parsed.tokens(guess).start
    before = parsed.doc[first - 1] if first else None
    if before is None or not before.text[0].isupper() or _opens_sentence(parsed.doc, before.i):
        return guess
    article = words.article.match(parsed.text, before.idx)
    return replace(guess, start=before.idx) if article and article.end() == guess.start else guess

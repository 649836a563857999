"""What the model of a language takes for names, one guess a span, and how its types are called here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc, Span

# What spaCy's pipelines call the same thing, by the corpus that each was trained on.
_TYPES = {
    **dict.fromkeys("PERSON PER PRS PS persName".split(), "PERSON"),
    **dict.fromkeys("ORG OG orgName ORGANIZATION GPE_ORG".split(), "ORG"),
    **dict.fromkeys("LOC LC geogName".split(), "LOC"),
    **dict.fromkeys("GPE GPE_LOC placeName".split(), "GPE"),
}
_ANYTHING = frozenset({"MISC"})  # a name, and of what is not said


@dataclass(frozen=True, slots=True)
class Guess:
    """A name at [start, end) of its doc; its type may be open ("")."""

    start: int
    end: int
    type: str
    told: bool = False  # by the words around it, and not by the model


@dataclass(frozen=True, slots=True)
class Parsed:
    """A doc and its text, which spaCy puts together anew whenever it is asked for it."""

    doc: Doc
    text: str

    def words(self, guess: Guess) -> str:
        return self.text[guess.start : guess.end]

    def tokens(self, guess: Guess) -> Span:
        """The tokens of a guess, whole."""
        span = self.doc.char_span(guess.start, guess.end, alignment_mode="expand")
        return cast("Span", span)  # None only outside of the doc


def model_guesses(doc: Doc) -> Iterator[Guess]:
    """The model's names, without the dates and numbers among them."""
    for entity in doc.ents:
        if entity.label_ in _TYPES or entity.label_ in _ANYTHING:
            yield Guess(entity.start_char, entity.end_char, _TYPES.get(entity.label_, ""))


def by_character(guesses: Iterable[Guess]) -> dict[int, Guess]:
    """Each character of the guesses, with its guess; where two overlap, the later one."""
    return {at: guess for guess in guesses for at in range(guess.start, guess.end)}


def apart(guesses: Iterable[Guess]) -> list[Guess]:
    """Those that overlap no longer one, in order."""
    kept: list[Guess] = []
    taken: set[int] = set()
    for guess in sorted(guesses, key=lambda guess: (guess.start - guess.end, guess.start)):
        if not {guess.start, guess.end - 1} & taken:  # a shorter one overlaps a longer one with one of its ends
            kept.append(guess)
            taken |= set(range(guess.start, guess.end))
    return sorted(kept, key=lambda guess: guess.start)

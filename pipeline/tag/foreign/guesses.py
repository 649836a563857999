"""What the model of a language takes for names, one guess a span, and how its types are called here."""

from collections.abc import Iterator
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


def model_guesses(doc: Doc) -> Iterator[Guess]:
    """The model's names, without the dates and numbers among them."""
    for entity in doc.ents:
        if entity.label_ in _TYPES or entity.label_ in _ANYTHING:
            yield Guess(entity.start_char, entity.end_char, _TYPES.get(entity.label_, ""))


def tokens_of(doc: Doc, guess: Guess) -> Span:
    """The tokens of a guess, whole."""
    return cast("Span", doc.char_span(guess.start, guess.end, alignment_mode="expand"))  # None only outside of the doc

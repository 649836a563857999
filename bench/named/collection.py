"""What labelled text is read into: documents of sentences, each with the names in it."""

from dataclasses import dataclass

TYPES = ("PER", "LOC", "ORG", "MISC")


@dataclass(frozen=True, slots=True)
class Name:
    """Half open, in characters of its sentence; `type` is one of `TYPES`."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is parsed at once: a sentence, or a paragraph where the labelled text has those."""

    text: str
    names: tuple[Name, ...]


Collection = list[list[Sentence]]  # documents of sentences

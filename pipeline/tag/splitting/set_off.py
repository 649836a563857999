"""What commas set off: a stretch of a sentence that can leave it, and the part that it makes."""

from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.tag.splitting.part import Part

THE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Aside:
    """What leaves the sentence, commas included, and the part that it makes."""

    start: int  # tokens of the document
    end: int
    part: Part


def set_off(clause: Span, start: int, end: int) -> tuple[int, int] | None:
    """The words at [start, end) with the commas around them; None where none stands on each side."""
    doc = clause.doc
    if start <= clause.start or doc[start - 1].text != ",":
        return None
    if end < clause.end and doc[end].text == ",":
        return start - 1, end + 1
    return (start - 1, end) if end >= clause.end or doc[end].text in {".", ";"} else None

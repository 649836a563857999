"""Words that a PDF tears because its letters lie on each other are told of; narrow and wide ones are not."""

import pytest

from pipeline.extract.from_pdf import extract_pdf
from pipeline.records import Document
from tests.extract.pdf.drawing import draw

LINE = "The bridge was closed to lorries after engineers found cracks in three of its hangers during the spring."


def drawn(words: str, looks: str) -> bytes:
    """A page of the same words on four lines; `looks` are operators of PDF."""
    return draw([[f"BT /plain 10 Tf {looks} 50 {700 - 12 * i} Td ({words}) Tj ET" for i in range(4)]])


@pytest.mark.parametrize(
    ("why", "looks", "warnings"),
    [
        ("letters lie on each other, a word behind the next", "-9 Tc", ("words_torn",)),
        ("the same, and only the ends of words touch", "-7 Tc", ("words_torn",)),
        ("near miss: set as usual", "", ()),
        ("near miss: set tightly", "-1 Tc", ()),
        ("near miss: set wide", "1.5 Tc", ()),
        ("near miss: narrow type", "40 Tz", ()),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_torn_words(why: str, looks: str, warnings: tuple[str, ...]) -> None:
    assert extract_pdf(Document("a.pdf", "", drawn(LINE, looks))).warnings == warnings, why

"""PDFs that would be laid out for ever are refused before; ordinary drawings and pages are read."""

import zlib

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_pdf import extract_pdf
from pipeline.extract.pdf import damage
from pipeline.extract.pdf.endless import MOST_ALIKE, SamePages
from pipeline.records import Document
from tests.extract.pdf.drawing import file_of
from tests.refusing import code_of

FONT = "/Font << /F 3 0 R >>"
RAIN = "BT /F 12 Tf 20 200 Td (It rained on Monday.) Tj ET"
FIRST = 6  # the number of the first drawing


def _stream(head: str, content: str) -> str:
    return f"<< {head} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _pdf(drawings: list[tuple[str, str]], kids: int = 1, also: tuple[str, ...] = ()) -> Document:
    """A page that shows the first drawing; each drawing has its resources and its content."""
    page = (
        f"/Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << {FONT} /XObject << /D {FIRST} 0 R >> >>"
    )
    made = [_stream(f"/Type /XObject /Subtype /Form /BBox [0 0 300 300] {head}", content) for head, content in drawings]
    content = file_of([
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {kids} /Kids [{'5 0 R ' * kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream("", f"{RAIN} /D Do" if drawings else RAIN),
        f"<< /Type /Page {page} >>",
        *made,
        *also,
        "<< >>",
    ])  # fmt: skip
    return Document("a.pdf", "", content)


def _uses(number: int) -> str:
    return f"/Resources << {FONT} /XObject << /D {number} 0 R >> >>"


ENDLESS = {
    "itself twice": _pdf([(_uses(FIRST), "/D Do /D Do")]),
    "each other": _pdf([(_uses(FIRST + 1), "/D Do /D Do"), (_uses(FIRST), "/D Do")]),
    "thirty in each other": _pdf([(_uses(FIRST + n), "/D Do /D Do") for n in range(1, 30)] + [("", RAIN)]),
    "by resources elsewhere": _pdf(
        [(f"/Resources {FIRST + 1} 0 R", "/D Do /D Do")], also=(f"<< {FONT} /XObject << /D {FIRST} 0 R >> >>",)
    ),
    "one page for ever": _pdf([], kids=20_000),
}
SOUND = {
    "a drawing": _pdf([(_uses(FIRST), "BT /F 12 Tf 20 100 Td (And on Tuesday.) Tj ET")]),
    "a drawing that is shown often": _pdf([(_uses(FIRST + 1), "/D Do " * 1_000), ("", "0 0 1 1 re S")]),
    "a few in each other": _pdf([(_uses(FIRST + n), "/D Do /D Do") for n in range(1, 5)] + [("", "0 0 1 1 re S")]),
    "itself once": _pdf([(_uses(FIRST), "0 0 1 1 re S /D Do")]),
    "a page three times": _pdf([], kids=3),
}


@pytest.mark.parametrize("document", ENDLESS.values(), ids=ENDLESS)
def test_endless(document: Document) -> None:
    with pytest.raises(Reject) as refused:
        extract_pdf(document)
    assert refused.value.code == "endless"
    assert refused.value.hint


@pytest.mark.parametrize("document", SOUND.values(), ids=SOUND)
def test_near_misses(document: Document) -> None:
    assert "It rained on Monday." in extract_pdf(document).text


def _packed(blanks: int, filters: str, head: str = "") -> Document:
    """A drawing of so many blanks, packed as often as there are filters."""
    data = b" " * blanks
    for _ in range(filters.count("/")):
        data = zlib.compress(data)
    return _pdf([(f"{head} /Filter {filters}", data.decode("latin-1"))])


@pytest.mark.parametrize("filters", ["/FlateDecode", "[ /Fl ]", "[/FlateDecode /FlateDecode]", "[/Fl/FlateDecode/Fl]"])
def test_a_bomb_is_not_unpacked_to_its_end(monkeypatch: pytest.MonkeyPatch, filters: str) -> None:
    monkeypatch.setattr(damage, "MOST_BYTES", 1_000_000)
    assert code_of(extract_pdf, _packed(2_000_000, filters)) == "too_large"
    assert "It rained on Monday." in extract_pdf(_packed(300_000, filters)).text
    picture = _packed(2_000_000, filters, "/Subtype /Image")  # a page that was photographed has a hundred million
    assert "It rained on Monday." in extract_pdf(picture).text


def test_pages_without_words_may_be_many() -> None:
    same = SamePages()
    for number in range(2 * MOST_ALIKE):
        same.check(" \r\n")
        same.check(f"Page {number}")
    for _ in range(MOST_ALIKE):
        same.check("Form A")
    with pytest.raises(Reject):
        same.check("Form A")

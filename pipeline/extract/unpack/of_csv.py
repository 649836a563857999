"""CSV: an article a row, under a header row that names the columns."""

import csv
import io
from collections.abc import Iterator

from pipeline.errors import Reject
from pipeline.extract.decoding import decode
from pipeline.extract.unpack import Container, Packed, Part
from pipeline.extract.unpack.rows import column_name, row_part
from pipeline.settings import Columns

DELIMITERS = ",;\t"  # what spreadsheets write, in the English-speaking countries, elsewhere, and to the clipboard

_CUT_OFF = Reject("cut_off", "The file ends within this row.", "Export or download it again.")
_RAGGED = Reject(
    "ragged", "It has more cells than the header row.", "Put quotes around a cell that holds the separator."
)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows; a cell may be as long as the file, which Python's own limit forbids."""
    before = csv.field_size_limit(len(text) + 1)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:  # a quote that is not closed swallows the rows behind it
        raise Reject("not_csv", f"It cannot be read as CSV: {error}.", "Export it again as CSV in UTF-8.") from error
    finally:
        csv.field_size_limit(before)


def _header(text: str, columns: Columns) -> tuple[str, list[str]]:
    """The delimiter that gives the header a column for text, and the header."""
    texts = {column_name(name) for name in (*columns.text, *columns.html)}
    first = text.lstrip("\n").partition("\n")[0]
    for delimiter in DELIMITERS:
        names = [column_name(name) for name in next(csv.reader([first], delimiter=delimiter), [])]
        if not texts.isdisjoint(names):
            return delimiter, names
    hint = f"Call the column {' or '.join((*columns.text, *columns.html))}, or name it in pipeline.toml: columns.text."
    raise Reject("no_text_column", "Its first row names no column that holds the articles' text.", hint)


def _parts(packed: Packed) -> Iterator[Part]:
    text, _ = decode(packed.content)
    text = text.removeprefix("\ufeff").lstrip("\n")
    delimiter, names = _header(text, packed.columns)
    if len(set(names)) < len(names):
        raise Reject("repeated_column", "Its first row names a column twice.", "Give each column a name of its own.")
    rows = list(_rows(text, delimiter))[1:]
    for number, cells in enumerate(rows, 1):
        if any(cell.strip() for cell in cells):
            part = row_part(dict(zip(names, cells, strict=False)), packed.columns)
            if len(cells) > len(names):  # its text may end at a comma that was meant as one
                part = Part("\n".join(cells).encode(), part.key, refusal=_RAGGED)
            elif len(cells) < len(names) and number == len(rows) and not text.endswith("\n"):
                part = Part("\n".join(cells).encode(), part.key, refusal=_CUT_OFF)
            yield part


CONTAINER = Container((".csv", ".tsv"), lambda _: False, _parts)

"""Parquet files: a row an article, and what is said of one that cannot be read whole."""

from datetime import date
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import Reject
from pipeline.extract.unpack.inflating import LARGEST
from pipeline.extract.unpack.of_parquet import MARK
from pipeline.extract.unpack.opening import is_packed, unpack
from pipeline.records import Document, Metadata, Unpacked
from pipeline.settings import USUAL_COLUMNS, Columns

TEXT = "The ferry will not sail from 18 to 28 March 2024."


def parquet(**columns: list[object]) -> bytes:
    buffer = BytesIO()
    pq.write_table(pa.table(columns), buffer, compression="zstd")
    return buffer.getvalue()


def opened(content: bytes, columns: Columns = USUAL_COLUMNS) -> Unpacked:
    return unpack(Document("a.parquet", "f00", content), columns)


def test_a_row_is_an_article() -> None:
    content = parquet(
        id=["1", "2"],
        Headline=["The ferry", None],
        body=[TEXT, "It sails."],
        published=[date(2024, 3, 11), None],
        authors=[["Ida Fell", "Jon Ames"], []],
        clicks=[7, 9],
    )
    assert is_packed(Document("a.bin", "f00", content))
    first, second = opened(content).documents
    assert (first.path, first.content.decode()) == ("a.parquet#1", TEXT)
    stated = Metadata(title="The ferry", author="Ida Fell; Jon Ames", published="2024-03-11")
    assert first.envelope.stated == stated
    assert (second.path, second.envelope.stated) == ("a.parquet#2", Metadata())


def test_a_column_that_the_user_names() -> None:
    (document,) = opened(parquet(words=[TEXT]), Columns(text=("Words",))).documents
    assert document.content.decode() == TEXT


def test_a_row_without_text_is_a_reject() -> None:
    found = opened(parquet(id=["1", "2"], text=[TEXT, None]))
    assert [document.path for document in found.documents] == ["a.parquet#1"]
    assert [(row.path, row.code) for row in found.rejects] == [("a.parquet#2", "no_text")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (parquet(id=["1"], url=["https://ferry.example/"]), "no_text_column"),
        (parquet(text=[TEXT], TEXT=[TEXT]), "repeated_column"),
        (parquet(text=[TEXT])[:-20], "cut_off"),
        (MARK, "cut_off"),
        (parquet(text=["a" * 1_000_000] * (LARGEST // 1_000_000 + 1)), "bomb"),
        (parquet(text=pa.array([], pa.string())), "empty"),
    ],
    ids=["no text", "a column twice", "cut", "only a mark", "a bomb", "no row"],
)
def test_what_cannot_be_read(content: bytes, code: str) -> None:
    with pytest.raises(Reject) as refused:
        opened(content)
    assert refused.value.code == code

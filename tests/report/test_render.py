from collections.abc import Callable

from pipeline.records import Result
from pipeline.report import render, writers


def test_every_writer_is_found() -> None:
    assert [writer.name for writer in writers()] == ["changes", "csv", "datapackage", "html", "json", "parquet", "text"]


def test_same_result_same_bytes(make_result: Callable[..., Result]) -> None:
    assert render(make_result(), None) == render(make_result(), None)

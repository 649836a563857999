from collections.abc import Callable

from pipeline.records import Result
from pipeline.report import render, writers
from pipeline.settings import Settings


def test_every_writer_is_found() -> None:
    names = [writer.name for writer in writers()]
    assert names == ["csv", "datapackage", "html", "json", "parquet", "text", "xlsx"]


def test_same_result_same_bytes(make_result: Callable[..., Result]) -> None:
    everything = Settings(xlsx=True)
    assert list(render(make_result(), None, everything)) == list(render(make_result(), None, everything))


def test_what_is_made_only_for_those_who_ask(result: Result) -> None:
    asked, usual = dict(render(result, None, Settings(xlsx=True))), dict(render(result, None))
    assert asked.keys() - usual.keys() == {"tellings.xlsx"}

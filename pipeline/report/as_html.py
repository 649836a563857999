"""One page for people, in which nothing from an article can run. `page/` makes it."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.records import Result
from pipeline.report import Writer
from pipeline.report.page.document import page_of


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    yield "report.html", page_of(result).encode()


WRITER = Writer("html", write)

"""The text of each article, exactly: what every `start` and `end` points into."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.records import Result
from pipeline.report import Writer


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    for tagged in result.articles:
        article = tagged.clean.article
        yield f"text/{article.article_id}.txt", article.text.encode()


WRITER = Writer("text", write)

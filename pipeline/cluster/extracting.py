"""Extraction over shards: each reads its own inputs, and ids meet, so that two of one name are told apart."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import fsspec

from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.sources import Shard, Source
from pipeline.errors import Reject
from pipeline.inputs import Inputs, document_of, read_input
from pipeline.inputs.unpacking import unpacked
from pipeline.one_by_one import extracted, same_id, warned
from pipeline.records import Article, Document, Rejected
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Listed:
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Registered:
    article_id: str
    path: str
    home: int


def read_source(source: Source, limit: int) -> Document | Rejected:
    """The file's bytes, or why not."""
    if source.is_file:
        return read_input(source.path, Path(source.address), limit)
    try:
        with fsspec.open(source.address, "rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        reject = Reject("unreadable", f"It cannot be read: {error}.", "Check that every machine may read it.")
        return Rejected(source.path, "", source.size, "inputs", *reject.args)
    return document_of(source.path, content, max(source.size, len(content)), limit)


def read_shard(shard: Shard, limit: int) -> Inputs:
    """All inputs of a shard, each a document or a reject."""
    read = [read_source(source, limit) for source in shard.sources]
    documents = tuple(one for one in read if isinstance(one, Document))
    return Inputs(documents, tuple(one for one in read if isinstance(one, Rejected)), shard.notes)


def extract(job: Job, part: int, runner: Runner) -> Iterator[Sent]:
    """The articles of a shard."""
    for shard in job.sent("shards", part, Shard):
        files = read_shard(shard, runner.settings.max_input_bytes)
        yield from (("files", part, Listed(document.path, document.sha256)) for document in files.documents)
        inputs = unpacked(files, runner)
        done = extracted(inputs, runner)
        paths = {document.path for document in inputs.documents} | {row.path for row in inputs.rejects}
        yield from (("inputs", part, Listed(document.path, document.sha256)) for document in inputs.documents)
        yield from (("unmatched", part, note.path) for note in inputs.notes if note.path not in paths)
        yield from (("rejects", part, row) for row in (*inputs.rejects, *done.rejects))
        for article in warned(done.made, runner):
            yield "extracted", part, article
            name = article.article_id
            yield "ids", job.part_of(name), Registered(name, article.path, part)


def register(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """Which articles have the id of another one, by its path, to their homes."""
    named: dict[str, list[Registered]] = defaultdict(list)
    for one in job.sent("ids", part, Registered):
        named[one.article_id].append(one)
    for same in named.values():
        first, *others = sorted(same, key=lambda one: one.path)
        yield from (("namesakes", other.home, (other.path, first.path)) for other in others)


def admit(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The articles with an id of their own, as `named_apart`."""
    namesakes = dict(job.sent("namesakes", part, tuple[str, str]))
    for article in job.own("extracted", part, Article):
        if first := namesakes.get(article.path):
            yield "rejects_naming", part, same_id(article, first)
        else:
            yield "articles", part, article


EXTRACTING = (Step("extract", extract, risky=True), Step("register", register), Step("admit", admit))

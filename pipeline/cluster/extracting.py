"""Extraction over shards: each reads its own inputs."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.sources import Shard, read_shard
from pipeline.one_by_one import extracted, warned
from pipeline.unpacking import unpacked
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Listed:
    path: str
    sha256: str


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
        yield from (("articles", part, article) for article in warned(done.made, runner))


EXTRACTING = (Step("extract", extract, risky=True),)

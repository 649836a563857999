"""A run past one machine: the steps of every stage in order, on an engine, and what becomes of their tables."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import msgspec

from pipeline.cluster.cleaning import CLEANING
from pipeline.cluster.comparing import COMPARING
from pipeline.cluster.engine import Engine
from pipeline.cluster.extracting import EXTRACTING, Listed
from pipeline.cluster.gathering import gathered
from pipeline.cluster.job import UNSETTLED, Job, Step, perform
from pipeline.cluster.packing import packed
from pipeline.cluster.reporting import REPORTING
from pipeline.cluster.shared import Shared
from pipeline.cluster.sources import Shard, listed, sharded
from pipeline.cluster.tagging import TAGGING
from pipeline.errors import Exit, Stop
from pipeline.flow import STAGES, none_usable
from pipeline.records import Rejected
from pipeline.run import Done, Outcome, deciding, models_of, publish_state
from pipeline.settings import Settings
from pipeline.store import lock
from pipeline.summary import Summary
from pipeline.versions import code_version
from pipeline.workers import Runner

STEPS: Mapping[str, Sequence[Step]] = {
    "extract": EXTRACTING,
    "clean": CLEANING,
    "tag": TAGGING,
    "compare": COMPARING,
    "report": REPORTING,
}


AGAIN = "again"  # beside the tables of a run that left something to another one


@dataclass(frozen=True, slots=True)
class Places:
    """Where a run past one machine reads and writes."""

    raw: Path
    addresses: tuple[str, ...]  # files, globs or folders of any file system, instead of `raw`
    parts: str  # the shared folder
    cache: str  # a folder of every worker, for finished work; "" for one of its own


def _name(shards: Sequence[Shard], settings: Settings) -> str:
    """All that the tables depend on in a word: a run that finds a folder of that name goes on with it."""
    parts = (shards, deciding(settings), models_of(settings), code_version())
    return sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()[:16]


def prepare(shards: Sequence[Shard], places: Places, settings: Settings) -> Job:
    """A folder for what is made of the shards, a part each."""
    shared = Shared(f"{places.parts.rstrip('/')}/{_name(shards, settings)}")
    # A worker of the cluster works on one record at a time, in a process of its own that can be killed.
    job = Job(shared, len(shards), replace(settings, workers=1), places.cache, code_version())
    if shared.read(AGAIN) is not None:  # what was done is in the caches of the workers
        shared.clear()
    packs = {part: [msgspec.msgpack.encode(shard)] for part, shard in enumerate(shards)}
    shared.put("shards/from-00000.parquet", packed(packs))
    return job


def _check_any(job: Job, counts: Mapping[str, int]) -> None:
    if not counts["articles"]:
        rejects = list(job.everything("rejects", Rejected))
        raise Stop(none_usable(rejects), "Add at least one article that can be read.", Exit.NO_INPUT)


def _each_step(job: Job, engine: Engine, runner: Runner, counts: Counter[str]) -> Iterator[tuple[str, float]]:
    """Each stage with the seconds that its steps took; `counts` is told what they sent."""
    for stage in STAGES:
        begun = perf_counter()
        steps = [(step, range(1 if step.once else job.parts)) for step in STEPS[stage.name]]
        runner.progress.begin(stage.name, sum(len(parts) for _, parts in steps))
        try:
            for step, parts in steps:
                for sent in engine.each(partial(perform, job, step), parts):
                    counts.update(sent)
                    runner.progress.advance(stage.name)
        finally:
            runner.progress.end(stage.name)
        yield stage.name, round(perf_counter() - begun, 3)


def carry_out(job: Job, engine: Engine, runner: Runner) -> dict[str, float]:
    """All steps of all stages; the seconds that each stage took. Raises `Stop` if no input was usable."""
    counts: Counter[str] = Counter()
    seconds = {}
    try:
        for stage, spent in _each_step(job, engine, runner, counts):
            seconds[stage] = spent
            _check_any(job, counts)
    finally:
        if counts[UNSETTLED]:
            job.shared.put(AGAIN, b"")
    return seconds


def _summary(job: Job) -> Summary:
    """The short of a run of which nothing is gathered: how many there are of everything."""
    counts: Counter[str] = Counter()
    for tally in job.everything("tally", dict[str, int]):
        counts.update(tally)
    return Summary(dict(counts), (), (), (), (), 0, (), ())


def run_on(engine: Engine, places: Places, output: Path, gather: str, runner: Runner) -> Outcome:
    """From the inputs to tables in parts; where something is to be gathered, to `output` too.

    Raises `Stop`, also where there is nothing to read.
    """
    begun = perf_counter()
    job = prepare(sharded(*listed(places.raw, places.addresses)), places, runner.settings)
    seconds = carry_out(job, engine, runner)
    summary = _summary(job)
    tables = f"{job.shared.address}/tables"
    record = {"tables": tables, "seconds": seconds, **asdict(summary)}
    Shared(places.parts).put("last.json", json.dumps(record, indent=1).encode() + b"\n")
    if not gather:
        return Outcome(summary, changed=True, tables=tables)
    with lock(output):
        files = {one.path: one.sha256 for one in job.everything("files", Listed)}
        done = Done("", dict(sorted(files.items())), begun, seconds)
        return Outcome(publish_state(gathered(job, gather), output, runner, done), changed=True, tables=tables)

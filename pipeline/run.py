"""One run: from a folder of articles to a published output, or to nothing where nothing has changed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec

from pipeline import __version__
from pipeline.compare.embedding import sentence_digest
from pipeline.compare.entailment import relation_digest
from pipeline.extract.html.blocks.model import block_digest
from pipeline.flow import State, through
from pipeline.inputs import Inputs, read_inputs
from pipeline.records import Result
from pipeline.report import render
from pipeline.settings import Settings
from pipeline.store import lock, publish
from pipeline.summary import Summary, summary_of
from pipeline.tag.model_files import language_model_digest
from pipeline.tag.packages import pipelines
from pipeline.versions import code_version
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. Where nothing has changed since the last one, the summary is that one's."""

    summary: Summary
    changed: bool
    tables: str = ""  # the folder of a run in parts


def _language_model(package: str) -> str:
    return f"{package} {version(package)} {language_model_digest(package)}"


def models_of(settings: Settings) -> dict[str, str]:
    """The models that a run works with, each with its digest."""
    readers = pipelines(settings.spacy_pipelines)
    return {
        **{f"spacy {language}": _language_model(package) for language, package in readers.items()},
        "blocks": block_digest(),
        "sentence": sentence_digest(),
        "relation": relation_digest(settings.relation_model),
    }


def deciding(settings: Settings) -> dict[str, Any]:
    """The settings that tables depend on."""
    return {key: value for key, value in asdict(settings).items() if key not in {"workers", "max_rejects"}}


def fingerprint_of(inputs: Inputs, settings: Settings) -> str:
    """All that a run's tables depend on: the same one means the same bytes."""
    parts = (
        [(d.path, d.sha256) for d in inputs.documents],
        [asdict(r) for r in inputs.rejects],
        [asdict(n) for n in inputs.notes],
        deciding(settings),
        models_of(settings),
        code_version(),
    )
    return sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()


def last_summary(output: Path, fingerprint: str) -> Summary | None:
    """The summary of the last run, if it had the same fingerprint and its files are as it left them."""
    try:
        content = (output / "run.json").read_bytes()
        record: dict[str, Any] = json.loads(content)
        whole = record["fingerprint"] == fingerprint and all(
            sha256((output / name).read_bytes()).hexdigest() == digest for name, digest in record["files"].items()
        )
        return msgspec.json.decode(content, type=Summary) if whole else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # no last run, or not one of ours: make it anew
        return None


def run(raw: Path, output: Path, runner: Runner) -> Outcome:
    """From `raw` to `output`, published in one step. Raises `Stop`; then `output` is as it was before."""
    with lock(output):
        begun = perf_counter()
        inputs = read_inputs(raw, runner.settings.max_input_bytes)
        fingerprint = fingerprint_of(inputs, runner.settings)
        if summary := last_summary(output, fingerprint):
            return Outcome(summary, changed=False)
        state, seconds = through(inputs, runner)
        done = Done(fingerprint, {document.path: document.sha256 for document in inputs.documents}, begun, seconds)
        return Outcome(publish_state(state, output, runner, done), changed=True)


@dataclass(frozen=True, slots=True)
class Done:
    """What run.json tells of the work itself."""

    fingerprint: str  # "" for a run that no other may take for its own
    inputs: Mapping[str, str]  # path -> hash of each file
    begun: float  # by `perf_counter`
    seconds: Mapping[str, float]  # of each stage


def publish_state(state: State, output: Path, runner: Runner, done: Done) -> Summary:
    """Writes all that is known after the last stage. The caller holds the lock of `output`."""
    summary = summary_of(state)
    record = {
        "tellings": __version__,
        "fingerprint": "" if runner.unsettled else done.fingerprint,  # the next run may do what this one could not
        "settings": asdict(runner.settings),
        "models": models_of(runner.settings),
        "inputs": done.inputs,
        **asdict(summary),
        "fresh": runner.fresh,
    }
    files = render(_result(state), output if (output / "run.json").exists() else None, runner.settings)
    publish(output, _recorded(files, record, done))
    return summary


def _recorded(files: Iterable[tuple[str, bytes]], record: Mapping[str, Any], done: Done) -> Iterator[tuple[str, bytes]]:
    """The files, and behind them run.json with the hash of each and the seconds that it all took."""
    hashes: dict[str, Any] = defaultdict(sha256)
    for name, piece in files:
        hashes[name].update(piece)
        yield name, piece
    whole = {
        **record,
        "seconds": {**done.seconds, "all": round(perf_counter() - done.begun, 3)},
        "files": {name: digest.hexdigest() for name, digest in sorted(hashes.items())},
    }
    yield "run.json", json.dumps(whole, indent=1).encode() + b"\n"


def _result(state: State) -> Result:
    return Result(state.tagged, state.entities, state.comparison, tuple(sorted(state.rejects, key=lambda r: r.path)))

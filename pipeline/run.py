"""One run: from a folder of articles to a published output, or to nothing where nothing has changed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec

from pipeline import __version__
from pipeline.compare.embedding import sentence_model
from pipeline.compare.entailment import relation_model
from pipeline.extract.html.blocks.model import block_digest
from pipeline.flow import State, through
from pipeline.inputs import Inputs, read_inputs
from pipeline.records import Result
from pipeline.report import render
from pipeline.settings import Settings
from pipeline.store import lock, publish
from pipeline.tag.language_model import package_name
from pipeline.tag.model_files import language_model_digest
from pipeline.versions import code_version
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `state` is None where nothing had changed since the last one."""

    state: State | None
    counts: Mapping[str, int]


def counts_of(state: State) -> dict[str, int]:
    """How many rows the main tables have."""
    comparison = state.comparison
    relations = [pair.relation.value for pair in comparison.pairs]
    return {
        "inputs": len(state.inputs.documents) + len(state.inputs.rejects),
        "articles": len(state.tagged or state.articles),  # a run that stops early has tagged none
        "rejects": len(state.rejects),
        "removed": sum(len(tagged.clean.drops) for tagged in state.tagged),
        "entities": len(state.entities),
        "claims": len(comparison.claims),
        "groups": len(comparison.groups),
        **{relation: relations.count(relation) for relation in ("agree", "differ", "conflict")},
    }


def _models(settings: Settings) -> dict[str, str]:
    name = package_name(settings.spacy_pipeline)
    return {
        "spacy": f"{name} {version(name)} {language_model_digest(name)}",
        "blocks": block_digest(),
        "sentence": sentence_model().digest,
        "relation": relation_model(settings.relation_model).digest,
    }


def _fingerprint(inputs: Inputs, settings: Settings) -> str:
    """All that a run's tables depend on: the same one means the same bytes."""
    parts = (
        [(d.path, d.sha256) for d in inputs.documents],
        [asdict(r) for r in inputs.rejects],
        [asdict(n) for n in inputs.notes],
        {key: value for key, value in asdict(settings).items() if key not in {"workers", "max_rejects"}},
        _models(settings),
        code_version(),
    )
    return sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()


def _is_current(output: Path, fingerprint: str) -> dict[str, Any] | None:
    """The last run's `run.json`, if it had the same fingerprint and its files are as it left them."""
    try:
        record: dict[str, Any] = json.loads((output / "run.json").read_bytes())
        whole = record["fingerprint"] == fingerprint and all(
            sha256((output / name).read_bytes()).hexdigest() == digest for name, digest in record["files"].items()
        )
    except (OSError, ValueError, KeyError, AttributeError):  # no last run, or not one of ours: make it anew
        return None
    return record if whole else None


def run(raw: Path, output: Path, runner: Runner) -> Outcome:
    """From `raw` to `output`, published in one step. Raises `Stop`; then `output` is as it was before."""
    with lock(output):
        begun = perf_counter()
        inputs = read_inputs(raw, runner.settings.max_input_bytes)
        fingerprint = _fingerprint(inputs, runner.settings)
        if record := _is_current(output, fingerprint):
            return Outcome(None, record["counts"])
        state, seconds = through(inputs, runner)
        files = render(_result(state), output if (output / "run.json").exists() else None)
        counts = counts_of(state)
        record = {
            "tellings": __version__,
            "fingerprint": "" if runner.unsettled else fingerprint,  # the next run may do what this one could not
            "settings": asdict(runner.settings),
            "models": _models(runner.settings),
            "inputs": {document.path: document.sha256 for document in inputs.documents},
            "counts": counts,
            "seconds": seconds | {"all": round(perf_counter() - begun, 3)},
            "fresh": runner.fresh,
            "files": {name: sha256(content).hexdigest() for name, content in sorted(files.items())},
        }
        publish(output, files | {"run.json": json.dumps(record, indent=1).encode() + b"\n"})
        return Outcome(state, counts)


def _result(state: State) -> Result:
    return Result(state.tagged, state.entities, state.comparison, tuple(sorted(state.rejects, key=lambda r: r.path)))

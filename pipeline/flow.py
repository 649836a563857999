"""The order of the stages, which is known here and nowhere else, and one run through them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec

from pipeline import __version__
from pipeline.clean.articles import clean_articles
from pipeline.compare.comparison import compare_articles
from pipeline.compare.embedding import sentence_model
from pipeline.errors import Exit, Reject, Stop
from pipeline.extract.articles import extract_article
from pipeline.inputs import Inputs, read_inputs
from pipeline.records import Article, CleanArticle, Comparison, Entity, Rejected, Result, TaggedArticle
from pipeline.report import render
from pipeline.settings import Settings
from pipeline.store import lock, publish
from pipeline.tag.articles import UNSUPPORTED, tag_article
from pipeline.tag.entities import resolve_entities
from pipeline.tag.language_model import package_name
from pipeline.workers import Runner, code_version


@dataclass(frozen=True, slots=True)
class State:
    """What is known after a stage; each stage fills in its part."""

    inputs: Inputs
    rejects: tuple[Rejected, ...] = ()
    articles: tuple[Article, ...] = ()
    cleaned: tuple[CleanArticle, ...] = ()
    tagged: tuple[TaggedArticle, ...] = ()
    entities: tuple[Entity, ...] = ()
    comparison: Comparison = Comparison((), (), ())


def _extract(state: State, runner: Runner) -> State:
    notes = {note.path: note for note in state.inputs.notes}
    pairs = [(document, notes.get(document.path)) for document in state.inputs.documents]
    articles: list[Article] = []
    rejects = list(state.inputs.rejects)
    for (document, _), outcome in zip(pairs, runner.map("extract", extract_article, pairs, Article), strict=True):
        if isinstance(outcome, Reject):
            row = Rejected(
                document.path,
                document.sha256,
                len(document.content),
                "extract",
                outcome.code,
                outcome.message,
                outcome.hint,
            )
            rejects.append(row)
        else:
            articles.append(outcome)
    return replace(state, articles=tuple(sorted(articles, key=lambda a: a.article_id)), rejects=tuple(rejects))


def _clean(state: State, runner: Runner) -> State:
    language = runner.settings.language
    articles = tuple(
        article
        if article.metadata.language in {language, ""}
        else replace(article, warnings=(*article.warnings, UNSUPPORTED))
        for article in state.articles
    )
    return replace(state, articles=articles, cleaned=clean_articles(articles))


def _tag(state: State, runner: Runner) -> State:
    name = package_name(runner.settings.spacy_pipeline)
    model = f"{name} {version(name)}"
    outcomes = runner.map("tag", tag_article, state.cleaned, TaggedArticle, extra=(name,), model=model)
    tagged, rejects = [], list(state.rejects)
    for clean, outcome in zip(state.cleaned, outcomes, strict=True):
        if isinstance(outcome, Reject):
            article = clean.article
            size = len(article.text.encode())
            rejects.append(
                Rejected(article.path, article.sha256, size, "tag", outcome.code, outcome.message, outcome.hint)
            )
        else:
            tagged.append(outcome)
    resolved, entities = resolve_entities(tagged)
    return replace(state, tagged=resolved, entities=entities, rejects=tuple(rejects))


def _compare(state: State, runner: Runner) -> State:
    return replace(state, comparison=compare_articles(state.tagged, runner))


def _report(state: State, runner: Runner) -> State:  # noqa: ARG001 - publishing is `run`'s, which knows where to
    return state


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    purpose: str
    run: Callable[[State, Runner], State]


STAGES = (
    Stage("extract", "read each input into a text and its blocks", _extract),
    Stage("clean", "mark what is not the articles' own statements", _clean),
    Stage("tag", "find names, values, sources and certainty", _tag),
    Stage("compare", "make claims, relate them, group them", _compare),
    Stage("report", "write the tables and the page", _report),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `state` is None where nothing had changed since the last one."""

    state: State | None
    counts: Mapping[str, int]


def through(inputs: Inputs, runner: Runner, until: str = "report") -> tuple[State, dict[str, float]]:
    """The state after the stage `until`, and the seconds that each stage took. Raises `Stop` if no input was usable."""
    state, seconds = State(inputs), {}
    for stage in STAGES:
        begun = perf_counter()
        state = stage.run(state, runner)
        seconds[stage.name] = round(perf_counter() - begun, 3)
        if stage.name == "extract" and not state.articles:
            raise Stop(_none_usable(state.rejects), "Add at least one article that can be read.", Exit.NO_INPUT)
        if stage.name == until:
            break
    return state, seconds


def _none_usable(rejects: tuple[Rejected, ...]) -> str:
    rows = "".join(f"\n  {reject.path}: {reject.message} {reject.hint}" for reject in rejects[:10])
    return f"None of the {len(rejects)} inputs could be used.{rows}\n"


def counts_of(state: State) -> dict[str, int]:
    """How many rows the main tables have."""
    comparison = state.comparison
    relations = [pair.relation.value for pair in comparison.pairs]
    return {
        "inputs": len(state.inputs.documents) + len(state.inputs.rejects),
        "articles": len(state.tagged),
        "rejects": len(state.rejects),
        "removed": sum(len(tagged.clean.drops) for tagged in state.tagged),
        "entities": len(state.entities),
        "claims": len(comparison.claims),
        "groups": len(comparison.groups),
        **{relation: relations.count(relation) for relation in ("agree", "differ", "conflict")},
    }


def _models(settings: Settings) -> dict[str, str]:
    name = package_name(settings.spacy_pipeline)
    return {"spacy": f"{name} {version(name)}", "sentence": sentence_model().digest}


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
            "fingerprint": fingerprint,
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

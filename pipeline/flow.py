"""The order of the stages, which is known here and nowhere else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TypeVar

from pipeline.clean.articles import clean_article, prepared
from pipeline.clean.copied import with_copied
from pipeline.compare.comparison import compare_articles
from pipeline.errors import Exit, Reject, Stop
from pipeline.extract.articles import extract_article
from pipeline.extract.html.blocks.model import block_digest
from pipeline.inputs import Inputs
from pipeline.other_languages import with_warning
from pipeline.records import Article, CleanArticle, Comparison, Entity, Rejected, TaggedArticle, Tags
from pipeline.tag.articles import kept_text, tag_text, with_tags
from pipeline.tag.entities import UNRESOLVED, Resolution, resolve_entities
from pipeline.tag.model_files import language_model_digest
from pipeline.tag.packages import pipelines, read_as
from pipeline.unpacking import unpacked
from pipeline.workers import Runner

LONG = 100_000  # characters; of 711 real pages the longest article has a third of that
NOTHING = Comparison((), (), ())
Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class State:
    """What is known after a stage; each stage fills in its part."""

    inputs: Inputs
    rejects: tuple[Rejected, ...] = ()
    articles: tuple[Article, ...] = ()
    cleaned: tuple[CleanArticle, ...] = ()
    tagged: tuple[TaggedArticle, ...] = ()
    entities: tuple[Entity, ...] = ()
    resolution: Resolution = UNRESOLVED
    comparison: Comparison = NOTHING


def _extract(state: State, runner: Runner) -> State:
    inputs = unpacked(state.inputs, runner)
    notes = {note.path: note for note in inputs.notes}
    pairs = [(document, notes.get(document.path)) for document in inputs.documents]
    articles: list[Article] = []
    rejects = list(inputs.rejects)
    extraction = (runner.settings.extraction,)
    outcomes = runner.map("extract", extract_article, pairs, Article, extra=extraction, model=block_digest())
    for (document, _), outcome in zip(pairs, outcomes, strict=True):
        if isinstance(outcome, Reject):
            size = len(document.content)
            rejects.append(Rejected(document.path, document.sha256, size, "extract", *outcome.args))
        else:
            articles.append(outcome)
    ordered, namesakes = named_apart(articles)
    return replace(state, inputs=inputs, articles=ordered, rejects=(*rejects, *namesakes))


def named_apart(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Rejected, ...]]:
    """The articles by id, and a row for each whose id another has: chance never makes two such names, an enemy may."""
    found: dict[str, Article] = {}
    rejects = []
    for article in sorted(articles, key=lambda one: (one.article_id, one.path)):
        first = found.setdefault(article.article_id, article)
        if first is not article:
            what, size = f"Its id is that of {first.path}.", len(article.text.encode())
            rejects.append(Rejected(article.path, article.sha256, size, "extract", "same_id", what, "Rename it."))
    return tuple(found.values()), tuple(rejects)


def _parted(
    articles: Sequence[Article], outcomes: Sequence[Out | Reject], stage: str
) -> tuple[list[Out], tuple[Rejected, ...]]:
    """What a stage made of the articles, and a row for each that it could not work on."""
    rejects = tuple(
        Rejected(article.path, article.sha256, len(article.text.encode()), stage, *outcome.args)
        for article, outcome in zip(articles, outcomes, strict=True)
        if isinstance(outcome, Reject)
    )
    return [outcome for outcome in outcomes if not isinstance(outcome, Reject)], rejects


def _clean(state: State, runner: Runner) -> State:
    readable = pipelines(runner.settings.spacy_pipelines)
    articles = tuple(with_warning(article, readable) for article in state.articles)
    items = prepared(articles)
    # Most collections are cleaned within a second here. A long article may take its time, and so needs to be killable.
    here = all(len(article.text) <= LONG for article in articles)
    outcomes = runner.map("clean", clean_article, items, CleanArticle, here=here)
    cleaned, rejects = _parted(articles, outcomes, "clean")
    return replace(state, articles=articles, cleaned=with_copied(cleaned), rejects=state.rejects + rejects)


def _tagged(state: State, runner: Runner) -> Iterator[tuple[CleanArticle, TaggedArticle | Reject]]:
    """Each article, read by the pipeline of its language; one that has none says nothing."""
    unread = dict.fromkeys({read_as(clean.article.metadata.language) for clean in state.cleaned}, "")
    for language, package in (unread | pipelines(runner.settings.spacy_pipelines)).items():
        written = [clean for clean in state.cleaned if read_as(clean.article.metadata.language) == language]
        if not package:
            yield from ((clean, TaggedArticle(clean, (), ())) for clean in written)
        elif written:
            model = language_model_digest(package)
            texts = [kept_text(clean) for clean in written]
            outcomes = runner.map("tag", tag_text, texts, Tags, extra=(package,), model=model)
            for clean, outcome in zip(written, outcomes, strict=True):
                yield clean, outcome if isinstance(outcome, Reject) else with_tags(clean, outcome)


def _tag(state: State, runner: Runner) -> State:
    found = sorted(_tagged(state, runner), key=lambda one: one[0].article.article_id)
    tagged, rejects = _parted([clean.article for clean, _ in found], [outcome for _, outcome in found], "tag")
    resolution = resolve_entities(tagged, runner.settings.judgements)
    return replace(
        state,
        tagged=resolution.articles,
        entities=resolution.entities,
        resolution=resolution,
        rejects=state.rejects + rejects,
    )


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

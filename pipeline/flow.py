"""The order of the stages, which is known here and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter

from pipeline.clean.articles import clean_articles
from pipeline.compare.comparison import compare_articles
from pipeline.errors import Exit, Reject, Stop
from pipeline.extract.articles import extract_article
from pipeline.extract.html.blocks.model import block_digest
from pipeline.inputs import Inputs
from pipeline.records import Article, CleanArticle, Comparison, Entity, Rejected, TaggedArticle
from pipeline.tag.articles import UNSUPPORTED, tag_article
from pipeline.tag.entities import resolve_entities
from pipeline.tag.language_model import package_name
from pipeline.tag.model_files import language_model_digest
from pipeline.unpacking import unpacked
from pipeline.workers import Runner

NOTHING = Comparison((), (), ())


@dataclass(frozen=True, slots=True)
class State:
    """What is known after a stage; each stage fills in its part."""

    inputs: Inputs
    rejects: tuple[Rejected, ...] = ()
    articles: tuple[Article, ...] = ()
    cleaned: tuple[CleanArticle, ...] = ()
    tagged: tuple[TaggedArticle, ...] = ()
    entities: tuple[Entity, ...] = ()
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
    ordered = tuple(sorted(articles, key=lambda a: a.article_id))
    return replace(state, inputs=inputs, articles=ordered, rejects=tuple(rejects))


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
    model = language_model_digest(name)
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

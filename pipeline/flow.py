"""The order of the stages, which is known here and nowhere else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from pipeline.clean.articles import prepared
from pipeline.clean.copied import with_copied
from pipeline.compare.comparison import compare_articles
from pipeline.errors import Exit, Stop
from pipeline.inputs import Inputs
from pipeline.inputs.unpacking import unpacked
from pipeline.one_by_one import cleaned, extracted, named_apart, tagged, warned
from pipeline.records import Article, CleanArticle, Comparison, Entity, Rejected, TaggedArticle
from pipeline.tag.entities import UNRESOLVED, Resolution, resolve_entities
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
    resolution: Resolution = UNRESOLVED
    comparison: Comparison = NOTHING


def _extract(state: State, runner: Runner) -> State:
    inputs = unpacked(state.inputs, runner)
    done = extracted(inputs, runner)
    articles, namesakes = named_apart(done.made)
    return replace(state, inputs=inputs, articles=articles, rejects=(*inputs.rejects, *done.rejects, *namesakes))


def _clean(state: State, runner: Runner) -> State:
    articles = warned(state.articles, runner)
    done = cleaned(prepared(articles), runner)
    return replace(state, articles=articles, cleaned=with_copied(done.made), rejects=state.rejects + done.rejects)


def _tag(state: State, runner: Runner) -> State:
    done = tagged(state.cleaned, runner)
    resolution = resolve_entities(done.made, runner.settings.judgements)
    return replace(
        state,
        tagged=resolution.articles,
        entities=resolution.entities,
        resolution=resolution,
        rejects=state.rejects + done.rejects,
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
            raise Stop(none_usable(state.rejects), "Add at least one article that can be read.", Exit.NO_INPUT)
        if stage.name == until:
            break
    return state, seconds


def none_usable(rejects: Sequence[Rejected]) -> str:
    """What to tell where nothing could be read."""
    rows = "".join(f"\n  {reject.path}: {reject.message} {reject.hint}" for reject in rejects[:10])
    return f"None of the {len(rejects)} inputs could be used.{rows}\n"

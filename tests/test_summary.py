"""The short of a run, from what is known after any stage."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.clean.copied import WARNING
from pipeline.flow import State
from pipeline.inputs import Inputs
from pipeline.records import Document, Rejected, Result, SourceNote, TaggedArticle
from pipeline.summary import MOST_DISPUTED, Side, Warned, summary_of


def state_of(result: Result, *notes: SourceNote) -> State:
    documents = tuple(Document(one.clean.article.path, "", b"") for one in result.articles)
    return State(
        Inputs(documents, result.rejects, notes),
        result.rejects,
        tuple(one.clean.article for one in result.articles),
        tuple(one.clean for one in result.articles),
        result.articles,
        result.entities,
        comparison=result.comparison,
    )


def warned(tagged: TaggedArticle, *warnings: str) -> TaggedArticle:
    article = replace(tagged.clean.article, warnings=warnings)
    return replace(tagged, clean=replace(tagged.clean, article=article))


def test_counts(result: Result) -> None:
    counts = summary_of(state_of(result)).counts
    assert (counts["inputs"], counts["articles"], counts["rejects"], counts["claims"]) == (3, 2, 1, 3)
    assert (counts["groups"], counts["disputed"], counts["unique"], counts["shared"]) == (2, 1, 1, 0)
    assert (counts["conflict"], counts["agree"]) == (1, 0)


def test_who_says_what(result: Result) -> None:
    [dispute] = summary_of(state_of(result)).disputed
    assert dispute.group_id == "g9"
    assert dispute.sides == (
        Side("44", ("a-fire",), "Example (a-fire)"),
        Side("At least 30", ("b-fire",), "Example (b-fire)"),
    )


def test_the_most_disputed_come_first(result: Result) -> None:
    unique, disputed = result.comparison.groups
    more = tuple(replace(disputed, group_id=f"h{count}", n_origins=count) for count in range(MOST_DISPUTED + 2))
    comparison = replace(result.comparison, groups=(unique, *more))
    found = summary_of(state_of(replace(result, comparison=comparison)))
    assert [dispute.group_id for dispute in found.disputed] == ["h4", "h3", "h2"]
    assert found.counts["disputed"] == 5


def test_flaws(result: Result) -> None:
    a, b = result.articles
    damaged = replace(result, articles=(warned(a, "damaged_characters", f"{WARNING}:b-fire"), b))
    assert summary_of(state_of(damaged)).warnings == (Warned("a-fire.html", ("damaged_characters",)),)


def test_a_copy_is_no_flaw(result: Result) -> None:
    a, b = result.articles
    copied = replace(result, articles=(a, warned(b, f"{WARNING}:a-fire")))
    assert summary_of(state_of(copied)).warnings == ()


def test_notes_without_a_file(result: Result) -> None:
    notes = [SourceNote("a-fire.html"), SourceNote("broken.pdf"), SourceNote("nowhere.txt")]
    assert summary_of(state_of(result, *notes)).unmatched == ("nowhere.txt",)


def test_rejects_are_in_order(make_result: Callable[..., Result]) -> None:
    rows = (Rejected("b.txt", "", 0, "extract", "x", "m", "h"), Rejected("a.txt", "", 0, "inputs", "x", "m", "h"))
    found = summary_of(state_of(replace(make_result(), rejects=rows)))
    assert [row.path for row in found.rejects] == ["a.txt", "b.txt"]


def test_after_the_first_stage(result: Result) -> None:
    early = replace(
        state_of(result), cleaned=(), tagged=(), comparison=replace(result.comparison, claims=(), pairs=(), groups=())
    )
    found = summary_of(early)
    assert (found.counts["articles"], found.counts["claims"], found.disputed) == (2, 0, ())

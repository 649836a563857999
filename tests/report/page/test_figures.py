from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from bench.invented.story import story
from pipeline.records import Certainty, Result, Status
from pipeline.report.page.figures import certainty, entities, figures, matrix, overlap, timeline
from pipeline.report.page.figures.figure import Figure
from pipeline.report.page.view import View, speakers


@pytest.fixture(scope="module")
def view() -> View:
    return View(story(7, 120))


def numbers(figure: Figure | None) -> list[tuple[str, ...]]:
    assert figure
    return [tuple(cell.text for cell in row) for row in figure.rows]


def test_each_says_in_words_what_it_shows(view: View) -> None:
    drawn = figures(view)
    assert [figure.name for figure in drawn] == ["matrix", "overlap", "entities", "timeline", "certainty"]
    for figure in drawn:
        svg = ET.fromstring(figure.drawing)  # noqa: S314 - made here
        assert svg.get("role") == "img"
        named = {child.get("id"): child.text for child in svg if child.tag in {"title", "desc"}}
        assert [named[name] for name in str(svg.get("aria-labelledby")).split()] == [figure.title, figure.alternative]
        assert figure.rows
        assert all(len(row) == len(figure.headers) for row in figure.rows)


def test_matrix(view: View) -> None:
    figure = matrix.draw(view)
    said = {"": "silent", "agree": "agree", "conflict:A": "side A", "conflict:B": "side B"}
    assert numbers(figure) == [
        (group.statement, *(said[dict(group.coverage)[name]] for name in view.names)) for group in view.common
    ]
    assert figure
    assert figure.drawing.count('class="conflict"') == sum(
        len(speakers(group)) for group in view.by_status[Status.DISPUTED]
    )


def test_an_article_on_two_sides(view: View) -> None:
    group = view.by_status[Status.DISPUTED][0]
    both = tuple((name, "conflict:A;conflict:B" if said else "") for name, said in group.coverage)
    told = view.result.comparison
    groups = tuple(replace(g, coverage=both) if g is group else g for g in told.groups)
    figure = matrix.draw(View(replace(view.result, comparison=replace(told, groups=groups))))
    assert ">AB</text>" in str(figure)
    assert set(numbers(figure)[0][1:]) <= {"side A and B", "silent"}


def test_matrix_of_many_says_what_it_leaves_out() -> None:
    figure = matrix.draw(View(story(45, 400)))
    assert figure
    assert len(figure.rows) == 60
    assert len(figure.headers) == 41
    assert "Shown are 60 of 96 points and 40 of 45 articles; coverage.csv has all." in figure.reading


def test_overlap(view: View) -> None:
    rows = numbers(overlap.draw(view))
    alone = {name: str(view.spoken[name][Status.UNIQUE]) for name in view.names}
    for article_id, points in alone.items():
        assert (view.names[article_id], points) in rows
    assert sum(int(points) for _, points in rows) <= len(view.groups)


def test_entities(view: View) -> None:
    rows = numbers(entities.draw(view))
    assert [int(row[3]) for row in rows] == [entity.mentions for entity in view.entities]


def test_certainty(view: View) -> None:
    rows = numbers(certainty.draw(view))
    counted = {row[0]: sum(map(int, row[1:])) for row in rows}
    made = [claim.article_id for claim in view.claims.values()]
    assert counted == {view.names[name]: made.count(name) for name in view.names}


def test_what_is_not_read_for_certainty_is_no_bar(view: View) -> None:
    told = view.result.comparison
    first = view.result.articles[0].clean.article.article_id
    claims = tuple(
        replace(c, statement=replace(c.statement, certainty=Certainty.UNREAD)) if c.article_id == first else c
        for c in told.claims
    )
    rest = View(replace(view.result, comparison=replace(told, claims=claims)))
    assert {row[0] for row in numbers(certainty.draw(rest))} == {n for i, n in view.names.items() if i != first}
    assert certainty.draw(View(replace(view.result, comparison=replace(told, claims=())))) is None


def test_timeline(view: View) -> None:
    rows = numbers(timeline.draw(view))
    assert len(rows) == len(view.claims)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


def test_nothing_to_draw(empty: Result) -> None:
    assert figures(View(empty)) == []


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"/><image href="x"/>', "a\u202eb & c"])
def test_words_of_articles_are_text(make_result: Callable[..., Result], text: str) -> None:
    for figure in figures(View(make_result(burned=text))):
        svg = ET.fromstring(figure.drawing)  # noqa: S314 - made here
        assert {part.tag for part in svg.iter()} <= {"svg", "title", "desc", "g", "rect", "circle", "line", "text"}
        assert "\u202e" not in figure.drawing

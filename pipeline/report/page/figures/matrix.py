"""Who says what: common groups down, articles across."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from pipeline.records import ClaimGroup
from pipeline.report.page.figures.figure import Cell, Figure
from pipeline.report.page.figures.svg import drawing, element, slanted, text
from pipeline.report.page.fragment import place
from pipeline.report.page.view import View, counted

ROWS, COLUMNS = 60, 40  # what can be taken in at all; coverage.csv has everything
_LABEL, _HEAD, _SLOT, _LINE = 360, 130, 26, 24  # pixels: statements, names, a column, a row

_KINDS = ("silent", "agree", "differ", "conflict")


def _read(verdict: str) -> tuple[str, list[str]]:
    """What a cell of the coverage says, and on which sides: an article may be on two.

    >>> _read("conflict:A;conflict:B"), _read("agree"), _read("")
    (('conflict', ['A', 'B']), ('agree', []), ('silent', []))
    """
    sides = [part.removeprefix("conflict:") for part in verdict.split(";") if ":" in part]
    return verdict.partition(":")[0] or "silent", sides


def _mark(verdict: str, x: float, y: float) -> Markup:
    """A shape for each verdict, so that colour is never alone in telling them apart."""
    kind, sides = _read(verdict)
    if kind == "agree":
        return element("circle", cx=x, cy=y, r=7, class_="agree")
    if kind == "differ":
        return element("rect", x=x - 5.5, y=y - 5.5, width=11, height=11, class_="differ",
                       transform=f"rotate(45 {x:.1f} {y:.1f})")  # fmt: skip
    if kind == "conflict":
        square = element("rect", x=x - 9, y=y - 9, width=18, height=18, rx=3, class_="conflict")
        return square + text("".join(sides)[:2], x, y + 4.5, class_="on-conflict", text_anchor="middle")
    return element("circle", cx=x, cy=y, r=1.5, class_="silent")


def _row(group: ClaimGroup, columns: list[str], y: float, width: float) -> Iterator[Markup]:
    verdicts = dict(group.coverage)
    marks = (_mark(verdicts.get(name, ""), _LABEL + (i + 0.5) * _SLOT, y) for i, name in enumerate(columns))
    yield element(
        "g",
        element("rect", x=0, y=y - _LINE / 2, width=width, height=_LINE, class_="row"),
        element("rect", x=0, y=y - _LINE / 2 + 3, width=4, height=_LINE - 6, class_=group.status.value),
        text(group.statement, 12, y + 4.5, _LABEL - 24),
        *marks,
        data_place=place("group", group.group_id),
    )


def _alternative(groups: list[ClaimGroup], columns: list[str]) -> str:
    said = Counter(_read(dict(g.coverage).get(name, ""))[0] for g in groups for name in columns)
    told = ", ".join(f"{kind} {said[kind]:,}" for kind in _KINDS)
    return f"{counted(len(groups), 'point')} by {counted(len(columns), 'article')}. Cells: {told}."


def draw(view: View) -> Figure | None:
    groups, columns = list(view.common[:ROWS]), view.busiest(COLUMNS)
    if not groups:
        return None
    width, height = _LABEL + len(columns) * _SLOT + _HEAD * 0.75, _HEAD + len(groups) * _LINE + 8
    heads = [slanted(view.names[name], _LABEL + (i + 0.6) * _SLOT, _HEAD - 8, 155) for i, name in enumerate(columns)]
    rows = (part for i, g in enumerate(groups) for part in _row(g, columns, _HEAD + (i + 0.5) * _LINE, width))
    words = _alternative(groups, columns)
    title = "Who says what"
    rest = ""
    if len(view.common) > len(groups) or len(view.articles) > len(columns):
        rest = (
            f" Shown are {len(groups)} of {counted(len(view.common), 'point')} and {len(columns)} of "
            f"{counted(len(view.articles), 'article')}; coverage.csv has all."
        )
    cells = tuple(
        (
            Cell(g.statement, place("group", g.group_id)),
            *(Cell(_words(dict(g.coverage).get(name, ""))) for name in columns),
        )
        for g in groups
    )
    return Figure(
        "matrix",
        title,
        f"A disc agrees, a lettered square takes that side of a dispute, a diamond differs, a dot is silent.{rest}",
        words,
        drawing([*heads, *rows], width, height, title, words, "matrix"),
        ("Point", *(view.names[name] for name in columns)),
        cells,
    )


def _words(verdict: str) -> str:
    kind, sides = _read(verdict)
    return f"side {' and '.join(sides)}" if sides else kind

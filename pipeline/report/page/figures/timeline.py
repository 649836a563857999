"""Which days the claims speak of, a line for each article."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import isinf

from markupsafe import Markup

from pipeline.records import Claim, Status, ValueKind
from pipeline.report.page.figures.figure import Cell, Figure
from pipeline.report.page.figures.svg import drawing, element, text
from pipeline.report.page.fragment import place
from pipeline.report.page.view import View, counted
from pipeline.report.values import render_value

ROWS = 40
NUMBERS = 500  # rows of the table behind it; claims.csv has all dates
WIDEST = 366  # days: what says only "the 1960s" has no place on a line
# One slip of a year must not squeeze all others together: a hundredth of the dates at either end stay away if that
# halves the axis.
_TAIL = 0.01
_LABEL, _AXIS, _LINE, _TICKS = 230, 660, 30, 8  # pixels: names, the axis, a row; about how many years are named


@dataclass(frozen=True, slots=True)
class Moment:
    claim: Claim
    first: float  # days, as `date.toordinal`
    last: float
    words: str


def _moments(view: View) -> list[Moment]:
    found = [
        Moment(claim, value.low, value.high, render_value(value))
        for claim in view.claims.values()
        for value in claim.statement.values
        if value.kind is ValueKind.DATE and not isinf(value.low) and not isinf(value.high)
        and value.high - value.low <= WIDEST and not claim.repeat_of
    ]  # fmt: skip
    return sorted(found, key=lambda moment: (moment.first, moment.last, moment.claim.claim_id))


def _close(moments: list[Moment]) -> list[Moment]:
    tail = max(1, int(len(moments) * _TAIL)) if len(moments) > 1 / _TAIL else 0
    inner = moments[tail : len(moments) - tail]
    return inner if 2 * (inner[-1].first - inner[0].first) < moments[-1].first - moments[0].first else moments


def _axis(first: float, last: float, height: float) -> Iterator[Markup]:
    """A line and a year every few years, in steps that readers count in."""
    begin, end = date.fromordinal(int(first)).year, date.fromordinal(int(last)).year
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500) if (end - begin) / n <= _TICKS), 1000)
    for year in range(begin - begin % step or step, end + 2, step):
        days = date(min(year, date.max.year), 1, 1).toordinal()
        if first <= days <= last:
            x = _at(days, first, last)
            yield element("line", x1=x, x2=x, y1=0, y2=height - 22, class_="axis")
            yield text(str(year), x, height - 6, text_anchor="middle", class_="small")


def _at(days: float, first: float, last: float) -> float:
    return _LABEL + 10 + (_AXIS - 20) * (days - first) / max(1.0, last - first)


def draw(view: View) -> Figure | None:
    moments = _moments(view)
    if not moments:
        return None
    shown = _close(moments)
    year = 183  # days of air at either end
    first, last = max(1, shown[0].first - year), min(date.max.toordinal(), max(m.last for m in shown) + year)
    speaking = {moment.claim.article_id for moment in shown}
    rows = sorted(speaking, key=lambda name: (-view.spoken[name].total(), name))[:ROWS]
    begin = {moment.claim.article_id: moment.first for moment in reversed(shown)}
    rows.sort(key=lambda name: (begin[name], name))
    status = {claim: group.status for group in view.groups for side in group.positions for claim in side.claims}
    height = len(rows) * _LINE + 30
    lanes = [text(view.names[name], 0, i * _LINE + 19.5, _LABEL - 10) for i, name in enumerate(rows)]
    lines = [element("line", x1=_LABEL, x2=_LABEL + _AXIS, y1=y, y2=y, class_="lane")
             for y in (i * _LINE + 15 for i in range(len(rows)))]  # fmt: skip
    where = {name: i * _LINE for i, name in enumerate(rows)}
    marks = [
        _mark(moment, status.get(moment.claim.claim_id, Status.UNIQUE), where[moment.claim.article_id], first, last)
        for moment in sorted(shown, key=lambda moment: status.get(moment.claim.claim_id) is Status.DISPUTED)
        if moment.claim.article_id in where
    ]
    words = (
        f"{counted(len(shown), 'date')} in {counted(len(speaking), 'article')}, "
        f"from {shown[0].words} to {max(shown, key=lambda m: m.last).words}."
    )
    title = "When it happened, as they tell it"
    far = len(moments) - len(shown)
    rest = f" {counted(far, 'date')} far from all others left out." if far else ""
    parts = [*_axis(first, last, height), *lanes, *lines, *marks]
    return Figure(
        "timeline", title,
        f"Each mark is a date that a claim gives; red marks are in dispute.{rest}", words,
        drawing(parts, _LABEL + _AXIS + 4, height, title, words, "timeline"),
        ("Date", "Article", "Claim"),
        tuple(
            (Cell(m.words), Cell(view.names[m.claim.article_id]), Cell(m.claim.text, place("claim", m.claim.claim_id)))
            for m in moments[:NUMBERS]
        ),
    )  # fmt: skip


def _mark(moment: Moment, status: Status, y: float, first: float, last: float) -> Markup:
    x, end = _at(moment.first, first, last), _at(moment.last, first, last)
    return element(
        "rect", element("title", Markup("{}: {}").format(moment.words, moment.claim.text)),
        x=x - 3, y=y + 8, width=max(6.0, end - x), height=14, rx=3, class_=f"moment {status.value}",
        data_place=place("claim", moment.claim.claim_id),
    )  # fmt: skip

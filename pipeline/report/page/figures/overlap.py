"""Who speaks of the same things: sets of articles and how many points each set has to itself (an UpSet plot).

After Lex, Gehlenborg, Strobelt, Vuillemot and Pfister, "UpSet: Visualization of Intersecting Sets", 2014.
"""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from pipeline.report.page.figures.figure import Cell, Figure
from pipeline.report.page.figures.svg import drawing, element, text
from pipeline.report.page.view import View, counted, listed, speakers

ROWS, SETS = 20, 30  # more sets have one point each
_LABEL, _BARS, _SLOT, _LINE = 330, 120, 26, 24  # pixels: names and their totals, the bars above, a set, an article
_NAMES = 210

Sets = list[tuple[tuple[str, ...], int]]


def _sets(view: View, rows: list[str]) -> Sets:
    """The largest sets whose articles all have a row."""
    there = set(rows)
    found = Counter(who for group in view.groups if there.issuperset(who := speakers(group)))
    return sorted(found.items(), key=lambda item: (-item[1], len(item[0]), item[0]))[:SETS]


def _set(who: tuple[str, ...], points: int, rows: list[str], x: float, most: int) -> Iterator[Markup]:
    tall = max(2.0, (_BARS - 30) * points / most)
    kind = "unique" if len(who) == 1 else "shared"
    yield element("rect", x=x - 8, y=_BARS - tall, width=16, height=tall, rx=2, class_=kind)
    yield text(f"{points:,}", x, _BARS - tall - 5, text_anchor="middle", class_="small")
    ys = [_BARS + 8 + (rows.index(name) + 0.5) * _LINE for name in who]
    for i in range(len(rows)):
        yield element("circle", cx=x, cy=_BARS + 8 + (i + 0.5) * _LINE, r=2, class_="silent")
    yield element("line", x1=x, x2=x, y1=min(ys), y2=max(ys), class_="join")
    for y in ys:
        yield element("circle", cx=x, cy=y, r=6, class_=kind)


def _totals(view: View, rows: list[str], width: float) -> Iterator[Markup]:
    most = max(view.spoken[name].total() for name in rows) or 1
    for i, name in enumerate(rows):
        y, points = _BARS + 8 + i * _LINE, view.spoken[name].total()
        yield element("rect", x=0, y=y, width=width, height=_LINE, class_="row" if i % 2 else "row banded")
        yield text(view.names[name], 0, y + 16.5, _NAMES)
        wide = max(1.0, 70 * points / most)
        yield element("rect", x=_NAMES + 10, y=y + 6, width=wide, height=12, rx=2, class_="total")
        yield text(f"{points:,}", _NAMES + 16 + wide, y + 16.5, class_="small")


def draw(view: View) -> Figure | None:
    rows = view.busiest(ROWS)
    sets = _sets(view, rows)
    if not any(len(who) > 1 for who, _ in sets):
        return None
    width, height = _LABEL + len(sets) * _SLOT + 10, _BARS + 16 + len(rows) * _LINE
    parts = list(_totals(view, rows, width))
    for i, (who, points) in enumerate(sets):
        parts += _set(who, points, rows, _LABEL + (i + 0.5) * _SLOT, sets[0][1])
    together = next((item for item in sets if len(item[0]) > 1), sets[0])
    words = (
        f"{counted(len(sets), 'set')}. Most points stand in {listed((view.names[n] for n in sets[0][0]), 4)}"
        f" ({sets[0][1]:,}); of sets of two and more, in {listed((view.names[n] for n in together[0]), 4)}"
        f" ({together[1]:,})."
    )
    shown = sum(points for _, points in sets)
    rest = f" Shown are the largest sets, with {shown:,} of {counted(len(view.groups), 'point')}."
    return Figure(
        "overlap",
        "Who speaks of the same things",
        "Each column is a set of articles, joined by a line; the bar over it counts the points that exactly these "
        f"articles speak of. A single dot is an article alone.{rest if shown < len(view.groups) else ''}",
        words,
        drawing(parts, width, height, "Who speaks of the same things", words, "overlap"),
        ("Articles", "Points that exactly they speak of"),
        tuple((Cell(", ".join(view.names[name] for name in who)), Cell(f"{points:,}")) for who, points in sets),
    )

"""The names that most articles have, and how often each of them has it."""

from collections import Counter
from math import sqrt

from markupsafe import Markup

from pipeline.records import Entity
from pipeline.report.page.figures.figure import Cell, Figure
from pipeline.report.page.figures.svg import drawing, element, slanted, text
from pipeline.report.page.fragment import filtered
from pipeline.report.page.view import View, counted, listed

ROWS, COLUMNS = 30, 40  # entities.csv and mentions.csv have everything
_LABEL, _HEAD, _SLOT, _LINE = 300, 130, 26, 24  # pixels: names and totals, articles' names, a column, a row
_RADIUS = 10.5


def _row(entity: Entity, counts: Counter[str], columns: list[str], y: float, most: int) -> Markup:
    discs = [
        element("circle", cx=_LABEL + (i + 0.5) * _SLOT, cy=y, r=max(1.5, _RADIUS * sqrt(counts[name] / most)),
                class_="named")
        for i, name in enumerate(columns) if counts[name]
    ]  # fmt: skip
    wide = _LABEL + len(columns) * _SLOT
    return element(
        "g",
        element("rect", x=0, y=y - _LINE / 2, width=wide, height=_LINE, class_="row"),
        text(entity.name, 0, y + 4.5, _LABEL - 70),
        text(f"{entity.mentions:,}", _LABEL - 20, y + 4.5, class_="small", text_anchor="end"),
        *discs,
        data_place=filtered(entity=entity.entity_id),
    )


def draw(view: View) -> Figure | None:
    ranked = view.entities[:ROWS]
    if not ranked:
        return None
    counts: dict[str, Counter[str]] = {entity.entity_id: Counter() for entity in ranked}
    for tagged in view.articles:
        for mention in tagged.mentions:
            if mention.entity_id in counts:
                counts[mention.entity_id][tagged.clean.article.article_id] += 1
    columns = view.busiest(COLUMNS)
    most = max((n for found in counts.values() for n in found.values()), default=1)
    heads = [slanted(view.names[name], _LABEL + (i + 0.6) * _SLOT, _HEAD - 8, 155) for i, name in enumerate(columns)]
    rows = [
        _row(entity, counts[entity.entity_id], columns, _HEAD + (i + 0.5) * _LINE, most)
        for i, entity in enumerate(ranked)
    ]
    width, height = _LABEL + len(columns) * _SLOT + _HEAD * 0.75, _HEAD + len(ranked) * _LINE + 8
    first = ranked[0]
    words = (
        f"{counted(len(ranked), 'name')}, ranked. {listed((entity.name for entity in ranked), 3)} come first; "
        f"{first.name} stands in {counted(len(first.articles), 'article')}."
    )
    total = len(view.result.entities)
    rest = f" The first {len(ranked)} of {counted(total, 'name')}; entities.csv has all." if total > ROWS else ""
    return Figure(
        "entities",
        "Who and what is named",
        f"Names in most articles come first, with their mentions; a disc's area is how often an article has it.{rest}",
        words,
        drawing([*heads, *rows], width, height, "Who and what is named", words, "entities"),
        ("Name", "Also", "Kind", "Mentions", "Articles that name it"),
        tuple(_cells(view, entity, counts[entity.entity_id]) for entity in ranked),
    )


def _cells(view: View, entity: Entity, counts: Counter[str]) -> tuple[Cell, ...]:
    naming = (f"{view.names[name]} ({counts[name]:,})" for name in entity.articles if name in view.names)
    others = listed((alias for alias in entity.aliases if alias != entity.name), 6)
    return (
        Cell(entity.name, filtered(entity=entity.entity_id)), Cell(others), Cell(entity.type.lower()),
        Cell(f"{entity.mentions:,}"), Cell(listed(naming, COLUMNS)),
    )  # fmt: skip

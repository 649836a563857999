"""How surely each article puts what it says."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from pipeline.records import Certainty
from pipeline.report.page.figures.figure import Cell, Figure
from pipeline.report.page.figures.svg import drawing, element, text
from pipeline.report.page.fragment import filtered
from pipeline.report.page.view import View

ROWS = 40  # claims.csv has the rest
_LABEL, _BAR, _LINE, _KEY = 230, 560, 28, 34  # pixels: names, a whole bar, a row, the key above

WORDS = {
    Certainty.CERTAIN: "certain",
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.UNCOMMITTED: "not committed to",
}


def _key() -> Iterator[Markup]:
    x = float(_LABEL)
    for certainty, words in WORDS.items():
        yield element("rect", x=x, y=4, width=12, height=12, rx=2, class_=f"sure-{certainty.value}")
        yield text(words, x + 18, 14.5)
        x += 50 + len(words) * 6.6


def _row(name: str, counts: Counter[Certainty], y: float, article_id: str) -> Markup:
    total, x, parts = counts.total(), float(_LABEL), []
    for certainty in WORDS:
        wide = _BAR * counts[certainty] / total
        if wide:
            parts.append(element("rect", x=x, y=y + 5, width=wide, height=18, class_=f"sure-{certainty.value}"))
        if wide > 24:  # noqa: PLR2004 - pixels that three digits need
            parts.append(text(f"{counts[certainty]:,}", x + wide / 2, y + 18.5, text_anchor="middle",
                              class_=f"on-{certainty.value}"))  # fmt: skip
        x += wide
    return element("g", text(name, 0, y + 18.5, _LABEL - 14), *parts, data_place=filtered(article=article_id))


def draw(view: View) -> Figure | None:
    counts: dict[str, Counter[Certainty]] = defaultdict(Counter)
    for claim in view.claims.values():
        if claim.statement.certainty is not Certainty.UNREAD:
            counts[claim.article_id][claim.statement.certainty] += 1
    if not counts:
        return None
    most = sorted(counts, key=lambda name: (-counts[name].total(), name))[:ROWS]
    ranked = sorted(most, key=lambda name: (counts[name][Certainty.CERTAIN] / counts[name].total(), name))
    width, height = _LABEL + _BAR + 4, _KEY + len(ranked) * _LINE + 4
    rows = [_row(view.names[name], counts[name], _KEY + i * _LINE, name) for i, name in enumerate(ranked)]
    everything = sum((counts[name] for name in ranked), Counter[Certainty]())
    told = ", ".join(f"{words} {everything[certainty]:,}" for certainty, words in WORDS.items())
    words = f"Claims by how surely they are put: {told}. {view.names[ranked[0]]} is the least certain."
    rest = f" The {len(ranked)} articles with most claims; claims.csv has all." if len(counts) > ROWS else ""
    return Figure(
        "certainty",
        "How sure each article is",
        f"Each bar is all claims of an article, by how surely they are put; the least certain comes first.{rest}",
        words,
        drawing([*_key(), *rows], width, height, "How sure each article is", words, "certainty"),
        ("Article", *(word.capitalize() for word in WORDS.values())),
        tuple(
            (
                Cell(view.names[name], filtered(article=name)),
                *(Cell(f"{counts[name][certainty]:,}") for certainty in WORDS),
            )
            for name in ranked
        ),
    )

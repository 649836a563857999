"""Pictures where people would rather look: each an SVG with its meaning in words and the numbers behind it."""

from pipeline.report.page.figures import certainty, entities, matrix, overlap, timeline
from pipeline.report.page.figures.figure import Figure
from pipeline.report.page.view import View

__all__ = ["Figure", "figures"]

_IN_ORDER = (matrix.draw, overlap.draw, entities.draw, timeline.draw, certainty.draw)


def figures(view: View) -> list[Figure]:
    """Those that have something to show."""
    return [figure for draw in _IN_ORDER if (figure := draw(view))]

"""Paragraphs that a column or a page ends in the middle of."""

from collections.abc import Sequence

from pipeline.extract.pdf.paragraphs import ENDS, Paragraph, looks_other
from pipeline.extract.pdf.tables import Table


def rejoin(found: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    """Paragraphs that go on in the next column or on the next page are one again."""
    joined: list[Paragraph | Table] = []
    for part in found:
        last = joined[-1] if joined else None
        if isinstance(last, Paragraph) and isinstance(part, Paragraph) and _goes_on(last, part):
            last.lines += part.lines
        else:
            joined.append(part)
    return joined


def _goes_on(upper: Paragraph, lower: Paragraph) -> bool:
    above, below = upper.lines[-1], lower.lines[0]
    apart = above.page != below.page or below.whole.base > above.whole.base
    if not apart or lower.item or looks_other(above, below):
        return False
    first = next((letter for letter in below.text if letter.isalnum()), "")
    return not above.text.endswith(ENDS) and not above.whole.bold and (first.islower() or not upper.item)

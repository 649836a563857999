"""What was not used: inputs that could not be read, and spans that are not the articles' own statements."""

from collections import Counter
from dataclasses import dataclass

from pipeline.records import Rejected
from pipeline.report.page.view import View

REJECTS_SHOWN = 500  # a web archive has thousands of pictures and styles, each a row of rejects.csv


@dataclass(frozen=True, slots=True)
class Removal:
    rule: str
    reason: str  # where its reasons differ from span to span, the most frequent one
    spans: int
    articles: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    rejects: tuple[Rejected, ...]
    further_rejects: int
    removals: tuple[Removal, ...]


def left_out(view: View) -> LeftOut:
    """The most frequent rules first."""
    reasons: dict[str, Counter[str]] = {}
    articles: dict[str, set[str]] = {}
    for tagged in view.articles:
        for drop in tagged.clean.drops:
            reasons.setdefault(drop.rule, Counter())[drop.reason] += 1
            articles.setdefault(drop.rule, set()).add(tagged.clean.article.article_id)
    removals = [
        Removal(rule, min(said, key=lambda reason: (-said[reason], reason)), said.total(), len(articles[rule]))
        for rule, said in reasons.items()
    ]
    rejects = sorted(view.result.rejects, key=lambda row: (row.path, row.stage, row.code, row.sha256))
    return LeftOut(
        tuple(rejects[:REJECTS_SHOWN]),
        max(0, len(rejects) - REJECTS_SHOWN),
        tuple(sorted(removals, key=lambda removal: (-removal.spans, removal.rule))),
    )

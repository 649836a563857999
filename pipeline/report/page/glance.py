"""What the page says in its first ten seconds: what is agreed on and disputed, who is alone, who is silent."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.records import ClaimGroup, Position, Status
from pipeline.report.page.fragment import filtered, place
from pipeline.report.page.view import View, counted, listed

SHOWN = 3  # of a kind: what fits beside the other answers on one screen
TOPICS = 3  # in the heading


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: who or what, the rest of the sentence, and the part of the page that shows it."""

    name: str
    says: str
    place: str


@dataclass(frozen=True, slots=True)
class Card:
    """`place` shows all that it counts; empty where that is no one list."""

    name: str
    kind: str
    count: int
    meaning: str
    place: str
    lines: tuple[Line, ...]


def topics(view: View) -> str:
    """The names that most of the articles share; empty where none is in two of them."""
    return listed((entity.name for entity in view.entities[:TOPICS] if len(entity.articles) > 1), TOPICS)


def lead(view: View) -> str:
    """The whole comparison in two sentences."""
    if not view.groups:
        return "Nothing in them could be compared."
    count = {status: len(groups) for status, groups in view.by_status.items()}
    told = [
        f"agree on {counted(count[Status.SHARED], 'point')}",
        f"dispute {count[Status.DISPUTED]:,}",
        f"tell {count[Status.DIFFERING]:,} differently without contradiction",
    ]
    copied = count[Status.SINGLE_ORIGIN]
    copies = f" {counted(copied, 'point')} in several articles {'goes' if copied == 1 else 'go'} back to one origin."
    alone = count[Status.UNIQUE]
    stand = f" {counted(alone, 'point')} {'stands' if alone == 1 else 'stand'} in one article only."
    return f"They {', '.join(told[:2])} and {told[2]}.{copies if copied else ''}{stand if alone else ''}"


def _lone_sides(view: View) -> Iterator[tuple[ClaimGroup, Position]]:
    """Sides of a dispute that one origin takes alone against two or more."""
    for group in view.by_status[Status.DISPUTED]:
        origins = [len({view.claims[claim].origin_id for claim in side.claims}) for side in group.positions]
        if max(origins, default=0) > 1:
            yield from ((group, side) for side, many in zip(group.positions, origins, strict=True) if many == 1)


def _alone(view: View) -> Iterator[Line]:
    for group, side in _lone_sides(view):
        names = listed((view.names[article] for article in side.articles), SHOWN)
        yield Line(names, f"against the others: {side.statement}", place("group", group.group_id))


def _own(view: View) -> Iterator[Line]:
    own = [(view.spoken[name][Status.UNIQUE], name) for name in view.names]
    for points, article_id in sorted(own, key=lambda pair: (-pair[0], pair[1])):
        if points:
            says = f"makes {counted(points, 'point')} that no other article makes"
            yield Line(view.names[article_id], says, filtered(status="unique", article=article_id))


def _silent(view: View) -> Iterator[Line]:
    total = len(view.common)
    spoken = {name: view.spoken[name].total() - view.spoken[name][Status.UNIQUE] for name in view.names}
    for article_id, points in sorted(spoken.items(), key=lambda pair: (pair[1], pair[0])):
        if 2 * points <= total > 0:
            says = f"says nothing on {total - points:,} of {counted(total, 'point')} that others share or dispute"
            yield Line(view.names[article_id], says, filtered(silent=article_id))


def _groups(groups: list[ClaimGroup]) -> tuple[Line, ...]:
    return tuple(Line(group.statement, group.summary, place("group", group.group_id)) for group in groups[:SHOWN])


def cards(view: View) -> tuple[Card, ...]:
    """Four questions and their answers."""
    disputed, shared = view.by_status[Status.DISPUTED], view.by_status[Status.SHARED]
    sides, own, silent = tuple(_alone(view)), tuple(_own(view)), tuple(_silent(view))
    unique = len(view.by_status[Status.UNIQUE])
    return (
        Card("Disputed", "disputed", len(disputed), "Both cannot be true.", "status=disputed", _groups(disputed)),
        Card("Agreed", "shared", len(shared), "Two origins or more say so.", "status=shared", _groups(shared)),
        Card("Alone", "unique", unique, "Only one article says so.", "status=unique",
             (*sides[: SHOWN - 1], *own)[:SHOWN]),
        Card("Silent", "silent", len(silent), "Articles that pass over half of what others say.", "pictures",
             silent[:SHOWN]),
    )  # fmt: skip

"""All that an article points at without naming it there."""

from collections.abc import Callable, Iterator

from pipeline.records import Mention, TaggedArticle
from pipeline.tag.pointing.bodies import point_at_bodies
from pipeline.tag.pointing.holders import point_at_holders
from pipeline.tag.pointing.kinds import point_at_kinds
from pipeline.tag.pointing.pairs import point_at_pairs

RULES: tuple[Callable[[TaggedArticle], Iterator[Mention]], ...] = (
    point_at_kinds,
    point_at_bodies,
    point_at_pairs,
    point_at_holders,
)


def find_pointers(tagged: TaggedArticle) -> tuple[Mention, ...]:
    """Each pointing phrase with the entity that it stands for, or with none where that cannot be told."""
    found = {mention for rule in RULES for mention in rule(tagged)}
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.entity_id)))

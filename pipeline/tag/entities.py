"""Entities across articles: one thing under all the names that the articles give it.

First what is only written otherwise; then each article by itself, where a short name means who is named in full there;
then names across articles. The rules are in `merging/`, and what stands for an entity without naming it in `pointing/`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.records import Entity, Mention, Merge, TaggedArticle
from pipeline.tag.aliases import known_entities
from pipeline.tag.merging.applying import apply_rules
from pipeline.tag.merging.named import Named, Rule, named_in
from pipeline.tag.merging.people import full_names, mistaken_surnames
from pipeline.tag.merging.spelling import known_otherwise, same_key, same_sound, slips
from pipeline.tag.merging.within import settle
from pipeline.tag.pointing.pointers import find_pointers

WRITTEN: tuple[Rule, ...] = (known_otherwise, same_key, same_sound)
ACROSS: tuple[Rule, ...] = (full_names, mistaken_surnames, slips)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The articles with their mentions' final ids, the entities by id, and what was taken for one on the way."""

    articles: tuple[TaggedArticle, ...]
    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]


def resolve_entities(tagged: Sequence[TaggedArticle]) -> Resolution:
    """Who and what is meant by each mention, and all that is named; the same whatever the order of the articles."""
    articles, written = apply_rules(WRITTEN, tagged)
    articles, settled = settle(articles)
    articles, across = apply_rules(ACROSS, articles)
    return Resolution(*_named(articles), tuple(dict.fromkeys([*written, *settled, *across])))


def _named(articles: Sequence[TaggedArticle]) -> tuple[tuple[TaggedArticle, ...], tuple[Entity, ...]]:
    """The articles with one type for each entity, and the entities."""
    names = {named.entity_id: named for named in named_in(articles)}
    counts = Counter(m.entity_id for one in articles for m in one.mentions)

    def typed(mention: Mention) -> Mention:
        return replace(mention, type=names[mention.entity_id].type)

    resolved = [replace(one, mentions=tuple(map(typed, one.mentions))) for one in articles]
    pointing = tuple(replace(one, pointers=find_pointers(one)) for one in resolved)
    return pointing, tuple(_entity(named, counts[entity]) for entity, named in sorted(names.items()))


def _entity(named: Named, mentions: int) -> Entity:
    known = known_entities().get(named.entity_id)
    return Entity(
        entity_id=named.entity_id,
        name=known[0] if known else max(sorted(named.words), key=len),
        type=named.type,
        aliases=tuple(sorted(named.words)),
        articles=tuple(sorted(named.articles)),
        mentions=mentions,
    )

"""Entities across articles: one thing under all the names that the articles give it.

First each article by itself, where a short name means who is named in full there; then what the articles settled is
carried to those that use the short name alone; then names are matched across articles. The rules are in `merging/`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.records import Entity, Mention, Merge, TaggedArticle
from pipeline.tag.aliases import known_entities
from pipeline.tag.merging.initials import acronyms
from pipeline.tag.merging.named import Named, Rule, named_in
from pipeline.tag.merging.people import full_names, mistaken_surnames
from pipeline.tag.merging.short_names import short_names
from pipeline.tag.merging.spelling import known_otherwise, same_key, same_sound, slips

WITHIN: tuple[Rule, ...] = (full_names, acronyms, short_names)
ACROSS: tuple[Rule, ...] = (known_otherwise, same_key, same_sound, full_names, mistaken_surnames, slips)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The articles with their mentions' final ids, the entities by id, and what was taken for one on the way."""

    articles: tuple[TaggedArticle, ...]
    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]


def _roots(merges: Sequence[Merge]) -> dict[str, str]:
    """Each merged id -> the id that it ends in. The first of several merges of an id counts."""
    into: dict[str, str] = {}
    for merge in merges:
        into.setdefault(merge.merged, merge.into)
    roots = {}
    for start in into:
        at, seen = start, {start}
        while at in into and into[at] not in seen:
            at = into[at]
            seen.add(at)
        roots[start] = at
    return roots


def _renamed(tagged: TaggedArticle, ids: Mapping[str, str]) -> TaggedArticle:
    if not any(m.entity_id in ids for m in tagged.mentions):
        return tagged
    return replace(
        tagged, mentions=tuple(replace(m, entity_id=ids.get(m.entity_id, m.entity_id)) for m in tagged.mentions)
    )


def _apply(rules: Sequence[Rule], articles: Sequence[TaggedArticle]) -> tuple[list[TaggedArticle], list[Merge]]:
    """The articles after each rule has seen what the one before left, and all that was merged."""
    found: list[Merge] = []
    for rule in rules:
        merges = list(rule(named_in(articles)))
        if merges:
            ids = _roots(merges)
            articles = [_renamed(tagged, ids) for tagged in articles]
            found += merges
    return list(articles), found


def _carried(settled: Sequence[tuple[str, Merge]], articles: Sequence[TaggedArticle]) -> Iterator[Merge]:
    """What a short name means wherever an article says what it means, for the articles that do not say it."""
    meant: dict[str, set[str]] = defaultdict(set)
    first: dict[str, tuple[str, Merge]] = {}
    for article, merge in settled:
        meant[merge.merged].add(merge.into)
        first.setdefault(merge.merged, (article, merge))
    for named in named_in(articles):
        if len(meant[named.entity_id]) == 1 and not named.is_known:
            article, merge = first[named.entity_id]
            yield replace(merge, why=f"{merge.why} ({article})")


def resolve_entities(tagged: Sequence[TaggedArticle]) -> Resolution:
    """Who and what is meant by each mention, and all that is named; the same whatever the order of the articles."""
    settled: list[tuple[str, Merge]] = []
    articles: list[TaggedArticle] = []
    for one in tagged:
        (resolved,), merges = _apply(WITHIN, [one])
        articles.append(resolved)
        settled += [(one.clean.article.article_id, merge) for merge in merges]
    settled.sort(key=lambda pair: (pair[0], pair[1].merged))
    carried = list(_carried(settled, articles))
    ids = _roots(carried)
    articles, merges = _apply(ACROSS, [_renamed(one, ids) for one in articles])
    return Resolution(*_named(articles), tuple({m.merged: m for m in [*(m for _, m in settled), *carried, *merges]}.values()))


def _named(articles: Sequence[TaggedArticle]) -> tuple[tuple[TaggedArticle, ...], tuple[Entity, ...]]:
    """The articles with one type for each entity, and the entities."""
    names = {named.entity_id: named for named in named_in(articles)}
    counts = Counter(m.entity_id for one in articles for m in one.mentions)

    def typed(mention: Mention) -> Mention:
        return replace(mention, type=names[mention.entity_id].type)

    resolved = tuple(replace(one, mentions=tuple(map(typed, one.mentions))) for one in articles)
    return resolved, tuple(_entity(named, counts[entity]) for entity, named in sorted(names.items()))


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

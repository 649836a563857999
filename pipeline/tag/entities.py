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
from pipeline.tag.merging.short_names import bodies_at_home, first_parts
from pipeline.tag.merging.spelling import known_otherwise, same_key, same_sound, slips
from pipeline.tag.pointing.pointers import find_pointers

WRITTEN: tuple[Rule, ...] = (known_otherwise, same_key, same_sound)
WITHIN: tuple[Rule, ...] = (full_names, acronyms, bodies_at_home)
AGREED: tuple[Rule, ...] = (first_parts,)  # within an article too, where other articles do not gainsay it
ACROSS: tuple[Rule, ...] = (full_names, mistaken_surnames, slips)

USUALLY = 0.75  # of the articles that explain a short name: the rest may have a slip, or name a part of the body

Settled = tuple[str, Merge]  # in which article


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


def _settled(rules: Sequence[Rule], articles: Sequence[TaggedArticle]) -> list[Settled]:
    """What the rules merge in each article by itself."""
    found = []
    for tagged in articles:
        names = named_in([tagged])
        found += [(tagged.clean.article.article_id, merge) for rule in rules for merge in rule(names)]
    return sorted(found, key=lambda one: (one[0], one[1].merged, one[1].into))


def _meanings(settled: Sequence[Settled]) -> dict[str, str]:
    """What short names mean, for those of which all articles, or nearly all, that explain one give the same."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, merge in settled:
        counts[merge.merged][merge.into] += 1
    usual = {name: max(sorted(meant), key=lambda one, c=meant: c[one]) for name, meant in counts.items()}
    return {name: into for name, into in usual.items() if counts[name][into] >= USUALLY * counts[name].total()}


def _agreed(settled: Sequence[Settled], articles: Sequence[TaggedArticle]) -> list[Settled]:
    """Without the short names that mean several things and also stand alone: "Boeing" is a full name then."""
    meanings = _meanings(settled)
    where = {named.entity_id: named.articles for named in named_in(articles)}
    explained: dict[str, set[str]] = defaultdict(set)
    for article, merge in settled:
        explained[merge.merged].add(article)
    return [
        (article, merge)
        for article, merge in settled
        if meanings.get(merge.merged) == merge.into or explained[merge.merged] == where[merge.merged]
    ]


def _carried(settled: Sequence[Settled], articles: Sequence[TaggedArticle]) -> Iterator[Merge]:
    """What a short name means wherever an article says what it means, for the articles that do not say it."""
    meanings = _meanings(settled)
    there = {mention.entity_id for one in articles for mention in one.mentions}
    for article, merge in {(m.merged, m.into): (article, m) for article, m in reversed(settled)}.values():
        if meanings.get(merge.merged) == merge.into and merge.merged in there:
            yield replace(merge, why=f"{merge.why} ({article})")


def resolve_entities(tagged: Sequence[TaggedArticle]) -> Resolution:
    """Who and what is meant by each mention, and all that is named; the same whatever the order of the articles."""
    articles, written = _apply(WRITTEN, tagged)
    settled = _settled(WITHIN, articles) + _agreed(_settled(AGREED, articles), articles)
    own: dict[str, list[Merge]] = defaultdict(list)
    for article, merge in settled:
        own[article].append(merge)
    articles = [_renamed(one, _roots(own[one.clean.article.article_id])) for one in articles]
    carried = list(_carried(settled, articles))
    articles, merges = _apply(ACROSS, [_renamed(one, _roots(carried)) for one in articles])
    told = [*written, *(merge for _, merge in settled), *carried, *merges]
    return Resolution(*_named(articles), tuple(dict.fromkeys(told)))


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

"""Entities across articles: one thing under all the names that the articles give it.

First what is only written otherwise; then each article by itself, where a short name means who is named in full there;
then names across articles. The rules are in `merging/`, and what stands for an entity without naming it in `pointing/`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.judgements import NONE, Judgements
from pipeline.records import SILENT, Article, CleanArticle, Entity, Mention, Merge, TaggedArticle
from pipeline.tag.aliases import known_entities
from pipeline.tag.judging import judge_entities
from pipeline.tag.merging.applying import apply_rules
from pipeline.tag.merging.named import Named, Rule, named_in
from pipeline.tag.merging.people import full_names, mistaken_surnames
from pipeline.tag.merging.spelling import known_otherwise, same_key, same_sound, slips
from pipeline.tag.merging.within import settle

WRITTEN: tuple[Rule, ...] = (known_otherwise, same_key, same_sound)
ACROSS: tuple[Rule, ...] = (full_names, mistaken_surnames, slips)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The articles with their mentions' final ids, the entities by id, and what was taken for one on the way."""

    articles: tuple[TaggedArticle, ...]
    entities: tuple[Entity, ...]
    merges: tuple[Merge, ...]
    judgements: int = 0  # of the analyst
    unused: tuple[str, ...] = ()  # those that could not be followed, and why


UNRESOLVED = Resolution((), (), ())


def names_in(tagged: TaggedArticle) -> TaggedArticle:
    """An article with nothing but its names, one a line: all that it takes to tell who is meant by them."""
    article, names, mentions, start = tagged.clean.article, [], [], 0
    for mention in tagged.mentions:
        name = article.text[mention.start : mention.end]
        names.append(name)
        mentions.append(replace(mention, start=start, end=start + len(name)))
        start += len(name) + 1
    bare = Article(article.article_id, "", "", "", "", SILENT, "\n".join(names), ())
    return TaggedArticle(CleanArticle(bare, "", (), ()), tuple(mentions), ())


def with_names(tagged: TaggedArticle, names: TaggedArticle) -> TaggedArticle:
    """An article with the entities that its names turned out to be."""
    pairs = zip(tagged.mentions, names.mentions, strict=True)
    mentions = tuple(replace(own, entity_id=found.entity_id, type=found.type) for own, found in pairs)
    return replace(tagged, mentions=mentions)


def resolve_entities(tagged: Sequence[TaggedArticle], judgements: Judgements = NONE) -> Resolution:
    """Who and what is meant by each mention, and all that is named; the same whatever the order of the articles."""
    found = resolve_names([names_in(one) for one in tagged], judgements)
    return replace(found, articles=tuple(map(with_names, tagged, found.articles)))


def resolve_names(tagged: Sequence[TaggedArticle], judgements: Judgements = NONE) -> Resolution:
    """The same for articles as `names_in` leaves them."""
    articles, written = apply_rules(WRITTEN, tagged)
    articles, settled = settle(articles)
    articles, across = apply_rules(ACROSS, articles)
    merges = [*written, *settled, *across]
    judged = judge_entities(articles, merges, judgements)
    resolved, entities = _named(judged.articles, judged.called)
    told = tuple(dict.fromkeys([*merges, *judged.merges]))
    return Resolution(resolved, entities, told, judged.given, judged.unused)


def _named(
    articles: Sequence[TaggedArticle], called: Mapping[str, tuple[str, str]]
) -> tuple[tuple[TaggedArticle, ...], tuple[Entity, ...]]:
    """The articles with one type for each entity, and the entities; `called` is what an analyst calls them."""
    names = {named.entity_id: _called(named, called) for named in named_in(articles)}
    counts = Counter(m.entity_id for one in articles for m in one.mentions)

    def typed(mention: Mention) -> Mention:
        return replace(mention, type=names[mention.entity_id].type)

    resolved = [replace(one, mentions=tuple(map(typed, one.mentions))) for one in articles]
    return tuple(resolved), tuple(
        _entity(named, counts[entity], called.get(entity, ("", ""))[0]) for entity, named in sorted(names.items())
    )


def _called(named: Named, called: Mapping[str, tuple[str, str]]) -> Named:
    return replace(named, type=called.get(named.entity_id, ("", ""))[1] or named.type)


def _entity(named: Named, mentions: int, given: str) -> Entity:
    known = known_entities().get(named.entity_id)
    return Entity(
        entity_id=named.entity_id,
        name=given or (known[0] if known else max(sorted(named.words), key=len)),
        type=named.type,
        aliases=tuple(sorted(named.words)),
        articles=tuple(sorted(named.articles)),
        mentions=mentions,
    )

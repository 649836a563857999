"""What a rule sees of a name: how it is written, what it names, and in which articles."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Merge, TaggedArticle
from pipeline.tag.aliases import known_entities
from pipeline.tag.merging.keys import key_of


@dataclass(frozen=True, slots=True)
class Named:
    """All mentions of one entity id."""

    entity_id: str
    type: str
    words: tuple[str, ...]  # as written; first what the id is made of, if that is among them
    articles: frozenset[str]

    @property
    def name(self) -> str:
        return self.words[0]

    @property
    def full_name(self) -> str:
        """The name that `aliases.csv` gives it; one that it does not have, as written."""
        return known_entities().get(self.entity_id, (self.name,))[0]

    @property
    def is_known(self) -> bool:
        """Whether `aliases.csv` has it: then its id stays, whatever is merged into it."""
        return self.entity_id in known_entities()


Rule = Callable[[Sequence[Named]], Iterator[Merge]]


def named_in(articles: Sequence[TaggedArticle]) -> list[Named]:
    """The entities of some articles, by id. A type is the one most often given."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, Counter[str]] = defaultdict(Counter)
    holders: dict[str, set[str]] = defaultdict(set)
    for tagged in articles:
        article = tagged.clean.article
        for mention in tagged.mentions:
            words[mention.entity_id][" ".join(article.text[mention.start : mention.end].split())] += 1
            types[mention.entity_id][mention.type] += 1
            holders[mention.entity_id].add(article.article_id)
    return [
        Named(
            entity_id=entity,
            type=type_of(entity, types[entity]),
            words=_ordered(entity, words[entity]),
            articles=frozenset(holders[entity]),
        )
        for entity in sorted(words)
    ]


def _ordered(entity: str, words: Counter[str]) -> tuple[str, ...]:
    """The names of an entity: what its id is made of, then the most frequent."""
    if len(words) == 1:
        return tuple(words)
    return tuple(sorted(words, key=lambda word: (key_of(word) != entity, -words[word], -len(word), word)))


def type_of(entity: str, counts: Counter[str]) -> str:
    known = known_entities().get(entity)
    return known[1] if known else min(counts, key=lambda kind: (-counts[kind], kind))

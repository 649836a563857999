"""Entities across articles: one thing under all the names that the articles give it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.records import Entity, Mention, TaggedArticle
from pipeline.tag.aliases import known_entities

PERSON = "PERSON"


def _is_short_for(name: str, longer: str) -> bool:
    """Whether two ids of one surname are one person: "john-kennedy" of "john-f-kennedy", not "robert-kennedy".

    >>> _is_short_for("george-w-bush", "george-h-w-bush"), _is_short_for("dani-moro", "striker-dani-moro")
    (False, True)
    """
    first, *middle, _ = name.split("-")
    return longer.endswith(f"-{name}") or (not middle and longer.startswith(f"{first}-"))


def _longest(name: str, people: Collection[str]) -> str:
    """The one longer form of a name, or the name itself where there is none or where there are rivals."""
    longer = [other for other in people if other != name and _is_short_for(name, other)]
    longest = max(sorted(longer), key=len, default=name)
    return longest if all(other == longest or _is_short_for(other, longest) for other in longer) else name


def _full_names(tagged: Sequence[TaggedArticle]) -> dict[str, str]:
    """A name's id -> the id of the one person it names, where somebody of that surname is named in full anywhere."""
    people = {m.entity_id for t in tagged for m in t.mentions if m.type == PERSON and "-" in m.entity_id}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for person in people:
        by_surname[person.rpartition("-")[2]].add(person)
    names: dict[str, str] = {}
    for surname, full in by_surname.items():
        longest = {name: _longest(name, full) for name in full}
        names |= longest
        if len(set(longest.values())) == 1:  # "Kennedy" is a guess once there is a Robert beside John F.
            names[surname] = next(iter(longest.values()))
    return names


def _majority_types(tagged: Sequence[TaggedArticle]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in tagged:
        for mention in article.mentions:
            counts[mention.entity_id][mention.type] += 1
    return {entity: min(c, key=lambda kind: (-c[kind], kind)) for entity, c in counts.items()}


def resolve_entities(tagged: Sequence[TaggedArticle]) -> tuple[tuple[TaggedArticle, ...], tuple[Entity, ...]]:
    """The articles with their mentions' final ids, and the entities, sorted by id.

    A surname alone is the person of that name who is named in full, if there is exactly one.
    """
    full = _full_names(tagged)
    types = _majority_types(tagged)

    def final(mention: Mention) -> Mention:
        if mention.entity_id in known_entities():
            return replace(mention, type=known_entities()[mention.entity_id][1])
        person = full.get(mention.entity_id)
        if person and (mention.type == PERSON or "-" not in mention.entity_id):
            return replace(mention, entity_id=person, type=PERSON)
        return replace(mention, type=types[mention.entity_id])

    resolved = tuple(replace(article, mentions=tuple(map(final, article.mentions))) for article in tagged)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    holders: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for article in resolved:
        for mention in article.mentions:
            names[mention.entity_id][article.clean.article.text[mention.start : mention.end]] += 1
            holders[mention.entity_id].add(article.clean.article.article_id)
            kinds[mention.entity_id] = mention.type
    return resolved, tuple(
        Entity(
            entity_id=entity,
            name=known_entities()[entity][0] if entity in known_entities() else max(sorted(names[entity]), key=len),
            type=kinds[entity],
            aliases=tuple(sorted(names[entity])),
            articles=tuple(sorted(holders[entity])),
            mentions=names[entity].total(),
        )
        for entity in sorted(names)
    )

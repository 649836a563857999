"""Merges put into effect: mentions get the id, and the type, of what they are merged into."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.records import Mention, Merge, TaggedArticle
from pipeline.tag.aliases import known_entities
from pipeline.tag.merging.named import Named, Rule, named_in

Targets = Mapping[str, tuple[str, str]]  # merged id -> the id that it ends in, and its type


def types_of(names: Sequence[Named]) -> dict[str, str]:
    """The type of each entity."""
    return {named.entity_id: named.type for named in names}


def targets_of(merges: Sequence[Merge], types: Mapping[str, str]) -> Targets:
    """Where each merged id ends. Of several merges of one id the first counts. `types` are those of the entities."""
    into: dict[str, str] = {}
    for merge in merges:
        into.setdefault(merge.merged, merge.into)
    found = {}
    for start in into:
        at, seen = start, {start}
        while at in into and into[at] not in seen:
            at = into[at]
            seen.add(at)
        found[start] = at, known_entities()[at][1] if at in known_entities() else types[at]
    return found


def merged(tagged: TaggedArticle, targets: Targets) -> TaggedArticle:
    """The article with its mentions' ids replaced."""

    def final(mention: Mention) -> Mention:
        entity, kind = targets.get(mention.entity_id, (mention.entity_id, mention.type))
        return replace(mention, entity_id=entity, type=kind)

    changed = any(m.entity_id in targets for m in tagged.mentions)
    return replace(tagged, mentions=tuple(map(final, tagged.mentions))) if changed else tagged


def apply_rules(rules: Sequence[Rule], articles: Sequence[TaggedArticle]) -> tuple[list[TaggedArticle], list[Merge]]:
    """The articles after each rule has seen what the one before left, and all that was merged."""
    found: list[Merge] = []
    for rule in rules:
        names = named_in(articles)
        merges = list(rule(names))
        targets = targets_of(merges, types_of(names))
        articles = [merged(tagged, targets) for tagged in articles]
        found += merges
    return list(articles), found

"""Pairs: "both nations" are the two that the article is about, if the rest are named far less."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.records import Mention, TaggedArticle
from pipeline.tag.pointing.places import DOMINANT

_BOTH = re.compile(
    r"""\b(?:both|the\ two|these\ two)
    \ (?:nations|countries|sides|powers|superpowers|governments|parties|states|capitals)\b
    |\beach\ (?:country|side|nation)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def _two_nations(tagged: TaggedArticle) -> tuple[str, ...]:
    named = Counter(m.entity_id for m in tagged.mentions if m.type == "GPE").most_common(3)
    pair, third = named[:2], sum(count for _, count in named[2:])
    dominant = len(pair) > 1 and pair[1][1] >= max(2, DOMINANT * third)
    return tuple(sorted(entity for entity, _ in pair)) if dominant else ()


def point_at_pairs(tagged: TaggedArticle) -> Iterator[Mention]:
    """Two mentions at each "both nations"."""
    nations = _two_nations(tagged)
    for match in _BOTH.finditer(tagged.clean.article.text) if nations else ():
        yield from (Mention(match.start(), match.end(), "GPE", nation) for nation in nations)

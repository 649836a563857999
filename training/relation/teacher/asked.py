"""What the teacher is asked: pairs of claims of one story that nobody has labelled, and some that somebody has."""

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import combinations

from training.relation.pairs import UNKNOWN, WrittenPair, read_all_drawn, read_written
from training.relation.teacher.lessons import Lesson, lesson

OF_A_STORY = 20  # pairs that nobody has labelled
NEAR_COPY = 0.9  # of the weight of their words in common: there is nothing to learn from such pairs
APART = 9_000  # labelled unrelated, of 61,000
ASKED = {"new": 14_000, "drawn": 18_000, "written": 4_000}
STEM = 5  # letters of a word that count

Texts = tuple[str, str]


def asked() -> list[Lesson]:
    """All pairs to ask about, in an order by lot; the same in every call."""
    chance = random.Random("asked")
    drawn = read_all_drawn()
    apart = [pair for pair in drawn if pair.relation == "unrelated"]
    related = [pair for pair in drawn if pair.relation != "unrelated"]
    kinds = {
        "new": [Lesson(*texts, UNKNOWN, UNKNOWN, UNKNOWN) for texts in unlabelled(drawn)],
        "drawn": [lesson(pair) for pair in related + chance.sample(apart, APART)],
        "written": [lesson(pair) for pair in read_written() if not pair.held_out],
    }
    found = [one for kind, count in ASKED.items() for one in chance.sample(kinds[kind], min(count, len(kinds[kind])))]
    chance.shuffle(found)
    return found


def unlabelled(drawn: Sequence[WrittenPair]) -> list[Texts]:
    """The pairs of each story's claims that have most words in common, of those that nobody has labelled."""
    by_story: dict[str, set[frozenset[str]]] = defaultdict(set)
    for pair in drawn:
        by_story[pair.story].add(frozenset((pair.a, pair.b)))
    return [
        texts
        for _, labelled in sorted(by_story.items())
        for texts in nearest(sorted({text for texts in labelled for text in texts}), labelled)
    ]


def nearest(claims: Sequence[str], labelled: Collection[frozenset[str]]) -> list[Texts]:
    """The OF_A_STORY pairs of claims with most in common, by words that few claims have, nearest first.

    >>> nearest(["Nine people drowned.", "The dead number nine.", "Nine drowned off Bray."], ())[0]
    ('Nine people drowned.', 'Nine drowned off Bray.')
    """
    words = {claim: _words(claim) for claim in claims}
    claims = [claim for claim in claims if words[claim]]
    spread = Counter(word for claim in claims for word in words[claim])
    rarity = {word: math.log(len(claims) / count) + 0.3 for word, count in spread.items()}
    weight = {claim: sum(rarity[word] for word in sorted(words[claim])) for claim in claims}
    found = [
        (sum(rarity[word] for word in sorted(words[a] & words[b])) / math.sqrt(weight[a] * weight[b]), a, b)
        for a, b in combinations(claims, 2)
        if frozenset((a, b)) not in labelled
    ]
    near = sorted((-share, a, b) for share, a, b in found if 0 < share < NEAR_COPY)
    return [(a, b) for _, a, b in near[:OF_A_STORY]]


def _words(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= STEM - 1 or word.isdigit()}

"""Copies: what several articles of one origin say in the same words is said once, and stands in one place for all.

Three thousand reprints of a wire story are one voice. They are not laid beside each other and beside every other
article in turn: a few speak for all, and what is found of their words goes for the same words in the rest. From the
third on a copy speaks only where its words are new: one that was cut, damaged or edited costs what it has of its own.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.compare.origin import by_origin
from pipeline.records import Claim, ClaimPair, Relation

IN_FULL = 2  # articles of an origin that say all they have to say, so that a reader sees a copy beside what it copies
SPEAKERS = 5  # articles of an origin that others are laid beside; a cut or edited copy has claims that others lack


def said_once(claims: Iterable[Claim]) -> dict[str, str]:
    """The id of each claim -> the smallest id of those that its origin has in the same words, its own included."""
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        same[claim.origin_id, claim.text].append(claim.claim_id)
    return {claim_id: min(ids) for ids in same.values() for claim_id in ids}


def echoing(copies: Iterable[Mapping[str, Hashable]]) -> list[frozenset[str]]:
    """For each copy, in order, the ids of what one before it has in the same words; each maps its ids to words."""
    said: set[Hashable] = set()
    found = []
    for i, words in enumerate(copies):
        found.append(frozenset(claim for claim, own in words.items() if i >= IN_FULL and own in said))
        said.update(words.values())
    return found


def _words(claims: Iterable[Claim]) -> dict[str, Hashable]:
    return {claim.claim_id: (claim.origin_id, claim.text) for claim in claims}


def echoes_in(articles: Sequence[Sequence[Claim]]) -> frozenset[str]:
    """The ids of the claims, of articles in order, that are left to an article before theirs of the same origin."""
    told = ([_words(articles[i]) for i in copies] for copies in by_origin(articles))
    return frozenset().union(*(echoes for words in told for echoes in echoing(words)))


def pairs_once(pairs: Iterable[ClaimPair], speaks_for: Mapping[str, str]) -> list[ClaimPair]:
    """One pair for all that say the same, between those that speak for them. A conflict goes before the surest."""
    found: dict[frozenset[str], ClaimPair] = {}
    for pair in sorted(pairs, key=lambda pair: (pair.relation is Relation.CONFLICT, pair.confidence)):
        one, other = speaks_for[pair.claim_a], speaks_for[pair.claim_b]
        same = (one, other) == (pair.claim_a, pair.claim_b)  # as nearly everywhere
        found[frozenset((one, other))] = pair if same else replace(pair, claim_a=one, claim_b=other)
    return [pair for both, pair in found.items() if len(both) > 1]


def pairs_between(one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The articles of two origins, or twice of one, that are laid side by side: each beside the other's speakers."""
    for x in one:
        yield from ((min(x, y), max(x, y)) for y in other[:SPEAKERS] if x != y)
    for y in other:
        yield from ((min(x, y), max(x, y)) for x in one[:SPEAKERS] if x != y)

"""Positions and groups: claims that can all be true together, and the propositions that they are positions on.

Agreements are joined strongest first. A join needs most of the pairs across to be related and none to conflict, so that
a conflict never sits inside a position and one weak link never chains two topics (average linkage with cannot-link
constraints, Davidson and Ravi 2005).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pipeline.records import ClaimPair, Relation

# Shares that must be related for two clusters to be one: of the pairs of articles across them, and of the pairs of
# claims. An article may say a thing in several claims, so that of these a third is enough.
ARTICLES, CLAIMS = 1 / 2, 1 / 3


@dataclass(frozen=True, slots=True)
class Partition:
    """Who is with whom: claim id -> the smallest id of its cluster."""

    head: Mapping[str, str]

    def clusters(self) -> list[list[str]]:
        """The clusters, each sorted, in the order of their heads."""
        members: dict[str, list[str]] = defaultdict(list)
        for claim in sorted(self.head):
            members[self.head[claim]].append(claim)
        return [members[head] for head in sorted(members)]


def _cohesive(
    one: AbstractSet[str],
    other: AbstractSet[str],
    related: Mapping[frozenset[str], Relation],
    articles: Mapping[str, str],
) -> bool:
    """Whether enough of what can be compared across two clusters, the claims of different articles, is related."""
    compared = [(x, y) for x in one for y in other if articles[x] != articles[y]]
    links = [(x, y) for x, y in compared if frozenset((x, y)) in related]
    sides = {(articles[x], articles[y]) for x, y in compared}
    linked = {(articles[x], articles[y]) for x, y in links}
    return len(linked) >= ARTICLES * len(sides) and len(links) >= CLAIMS * len(compared)


def _joined(
    clusters: dict[str, frozenset[str]],
    edges: Iterable[ClaimPair],
    related: Mapping[frozenset[str], Relation],
    apart: AbstractSet[frozenset[str]],
    articles: Mapping[str, str],
    *,
    across_conflicts: bool,
) -> None:
    """Joins, in place, the clusters that an edge connects, where enough speaks for it and nothing against it."""
    for edge in edges:
        one, other = clusters[edge.claim_a], clusters[edge.claim_b]
        if one is other:
            continue
        crossing = [frozenset((x, y)) for x in one for y in other]
        conflict = any(related.get(pair) is Relation.CONFLICT or pair in apart for pair in crossing)
        if conflict and not across_conflicts:
            continue
        if (across_conflicts and edge.relation is Relation.CONFLICT) or _cohesive(one, other, related, articles):
            union = one | other
            for claim in union:
                clusters[claim] = union


def _partition(clusters: Mapping[str, frozenset[str]]) -> Partition:
    return Partition({claim: min(cluster) for claim, cluster in clusters.items()})


def find_positions(
    articles: Mapping[str, str],
    bases: Mapping[str, str],
    pairs: Sequence[ClaimPair],
    apart: AbstractSet[frozenset[str]] = frozenset(),
) -> tuple[Partition, Partition]:
    """The positions, and the groups that they form.

    `articles` maps each claim to its article. `bases` maps a claim that restates another of its article to that one:
    the two are never separated. `apart` holds unrelated pairs that cannot be on one side.
    """
    edges = sorted(pairs, key=lambda pair: (-pair.confidence, pair.claim_a, pair.claim_b))
    related = {frozenset((pair.claim_a, pair.claim_b)): pair.relation for pair in edges}
    clusters = {claim: frozenset((claim,)) for claim in articles}
    for repeat, base in sorted(bases.items()):
        union = clusters[repeat] | clusters[base]
        for claim in union:
            clusters[claim] = union
    supports = [edge for edge in edges if edge.relation is Relation.AGREE or edge.difference_types == ("detail",)]
    _joined(clusters, supports, related, apart, articles, across_conflicts=False)
    positions = _partition(clusters)
    for conflicts in (True, False):  # the sides of a conflict meet first
        some = [edge for edge in edges if (edge.relation is Relation.CONFLICT) is conflicts]
        _joined(clusters, some, related, apart, articles, across_conflicts=True)
    return positions, _partition(clusters)

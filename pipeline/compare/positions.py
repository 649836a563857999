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

COHESION = 0.5  # share of the pairs across two clusters that must be related for them to be one


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


def _joined(
    clusters: dict[str, frozenset[str]],
    edges: Iterable[ClaimPair],
    related: Mapping[frozenset[str], Relation],
    apart: AbstractSet[frozenset[str]],
    *,
    across_conflicts: bool,
) -> None:
    """Joins, in place, the clusters that an edge connects, where enough speaks for it and nothing against it."""
    for edge in edges:
        one, other = clusters[edge.claim_a], clusters[edge.claim_b]
        if one is other:
            continue
        crossing = [frozenset((x, y)) for x in one for y in other]
        links = [related.get(pair) for pair in crossing]
        conflict = Relation.CONFLICT in links or any(pair in apart for pair in crossing)
        cohesive = sum(link is not None for link in links) >= COHESION * len(links)
        if conflict and not across_conflicts:
            continue
        if cohesive or (across_conflicts and edge.relation is Relation.CONFLICT):
            union = one | other
            for claim in union:
                clusters[claim] = union


def _partition(clusters: Mapping[str, frozenset[str]]) -> Partition:
    return Partition({claim: min(cluster) for claim, cluster in clusters.items()})


def find_positions(
    claims: Sequence[str],
    bases: Mapping[str, str],
    pairs: Sequence[ClaimPair],
    apart: AbstractSet[frozenset[str]] = frozenset(),
) -> tuple[Partition, Partition]:
    """The positions, and the groups that they form.

    `bases` maps a claim that restates another of its article to that one: the two are never separated. `apart` holds
    unrelated pairs that cannot be on one side.
    """
    edges = sorted(pairs, key=lambda pair: (-pair.confidence, pair.claim_a, pair.claim_b))
    related = {frozenset((pair.claim_a, pair.claim_b)): pair.relation for pair in edges}
    clusters = {claim: frozenset((claim,)) for claim in claims}
    for repeat, base in sorted(bases.items()):
        union = clusters[repeat] | clusters[base]
        for claim in union:
            clusters[claim] = union
    supports = [edge for edge in edges if edge.relation is Relation.AGREE or edge.difference_types == ("detail",)]
    _joined(clusters, supports, related, apart, across_conflicts=False)
    positions = _partition(clusters)
    _joined(clusters, [e for e in edges if e.relation is Relation.CONFLICT], related, apart, across_conflicts=True)
    _joined(clusters, [e for e in edges if e.relation is not Relation.CONFLICT], related, apart, across_conflicts=True)
    return positions, _partition(clusters)

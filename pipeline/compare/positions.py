"""Positions and groups: claims that can all be true together, and the propositions that they are positions on.

Agreements are joined strongest first. A join needs most of the pairs across to be related and none to conflict, so that
a conflict never sits inside a position and one weak link never chains two topics (average linkage with cannot-link
constraints, Davidson and Ravi 2005).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from statistics import fmean

from pipeline.disjoint_sets import DisjointSets
from pipeline.records import ClaimPair, Relation

# Shares that must be related for two clusters to be one: of the pairs of articles across them, and of the pairs of
# claims. An article may say a thing in several claims, so that of these a third is enough.
ARTICLES, CLAIMS = 1 / 2, 1 / 3
# Confidence from which two of which one says more are on one side; the less sure are of one group, and may not be.
SURELY_MORE = 0.5


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


class _Links:
    """Which claims are related, which are in conflict or apart, and the articles they are of."""

    def __init__(
        self, edges: Sequence[ClaimPair], apart: Iterable[tuple[str, str]], articles: Mapping[str, str]
    ) -> None:
        self._related: dict[str, set[str]] = defaultdict(set)
        self._against: dict[str, set[str]] = defaultdict(set)
        self._articles = articles
        for edge in edges:
            _beside(self._related, edge.claim_a, edge.claim_b)
            if edge.relation is Relation.CONFLICT:
                _beside(self._against, edge.claim_a, edge.claim_b)
        for one, other in (*apart, *_on_neither_side(edges)):
            if one != other and one in self._related and other in self._related:  # else they never meet
                _beside(self._against, one, other)

    def opposed(self, one: AbstractSet[str], other: AbstractSet[str]) -> bool:
        """Whether any two across the clusters cannot be on one side."""
        few, many = sorted((one, other), key=len)
        return any(not self._against[claim].isdisjoint(many) for claim in few if claim in self._against)

    def cohesive(self, one: AbstractSet[str], other: AbstractSet[str]) -> bool:
        """Whether enough of what can be compared across two clusters, the claims of different articles, is related."""
        few, many = sorted((one, other), key=len)
        links = [(claim, found) for claim in few for found in self._related[claim] & many]
        linked = {(self._articles[x], self._articles[y]) for x, y in links}
        here, there = (Counter(self._articles[claim] for claim in cluster) for cluster in (few, many))
        compared = len(few) * len(many) - sum(count * there[article] for article, count in here.items())
        sides = len(here) * len(there) - len(here.keys() & there.keys())
        return len(linked) >= ARTICLES * sides and len(links) >= CLAIMS * compared


def _beside(of: dict[str, set[str]], one: str, other: str) -> None:
    of[one].add(other)
    of[other].add(one)


def _saying_less(edges: Iterable[ClaimPair]) -> dict[str, dict[str, float]]:
    """What says less than a claim, and follows from it, and how surely."""
    less: dict[str, dict[str, float]] = defaultdict(dict)
    for edge in edges:
        if edge.one_says_more and edge.entails:
            more, other = (edge.claim_a, edge.claim_b) if edge.entails == "a" else (edge.claim_b, edge.claim_a)
            less[more][other] = edge.confidence
    return less


def _on_neither_side(edges: Sequence[ClaimPair]) -> Iterator[tuple[str, str]]:
    """What follows from both of two that contradict each other, beside each: it takes no side.

    "The visits were paused", where one goes on "and never resumed", the other "and resumed in June".
    """
    less = _saying_less(edges)
    for edge in edges:
        if edge.relation is Relation.CONFLICT:
            for claim in sorted(less[edge.claim_a].keys() & less[edge.claim_b].keys()):
                yield from ((claim, edge.claim_a), (claim, edge.claim_b))


def _between_two(edges: Sequence[ClaimPair]) -> set[frozenset[str]]:
    """The pairs by which a claim that says two things would make one of them.

    "The treaty, signed in Prague, caps warheads at 1,550" says more than several that tell of the cap, and than several
    that tell of Prague, and these are nothing to each other: it stays with those to which it is closest.
    """
    related: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        _beside(related, edge.claim_a, edge.claim_b)
    cut: set[frozenset[str]] = set()
    for claim, less in _saying_less(edges).items():
        things = [thing for thing in _together(less, related) if len(thing) > 1]
        things.sort(key=lambda thing: (-fmean(less[one] for one in thing), thing[0]))
        cut.update(frozenset((claim, one)) for thing in things[1:] for one in thing)
    return cut


def _together(claims: Iterable[str], related: Mapping[str, AbstractSet[str]]) -> list[list[str]]:
    """The claims in sets of those that are related, directly or by others among them."""
    claims, joined = set(claims), DisjointSets[str]()
    for claim in claims:
        for other in related[claim] & claims:
            joined.join(claim, other)
    return joined.of(sorted(claims))


def _joined(
    clusters: dict[str, frozenset[str]], edges: Iterable[ClaimPair], links: _Links, *, across_conflicts: bool
) -> None:
    """Joins, in place, the clusters that an edge connects, where enough speaks for it and nothing against it."""
    for edge in edges:
        one, other = clusters[edge.claim_a], clusters[edge.claim_b]
        if one is other or (not across_conflicts and links.opposed(one, other)):
            continue
        if (across_conflicts and edge.relation is Relation.CONFLICT) or links.cohesive(one, other):
            union = one | other
            for claim in union:
                clusters[claim] = union


def _partition(clusters: Mapping[str, frozenset[str]]) -> Partition:
    return Partition({claim: min(cluster) for claim, cluster in clusters.items()})


def _supports(edge: ClaimPair) -> bool:
    return edge.relation is Relation.AGREE or (edge.one_says_more and edge.confidence >= SURELY_MORE)


def find_positions(
    articles: Mapping[str, str],
    bases: Mapping[str, str],
    pairs: Sequence[ClaimPair],
    apart: Iterable[tuple[str, str]] = (),
) -> tuple[Partition, Partition]:
    """The positions, and the groups that they form.

    `articles` maps each claim to its article. `bases` maps a claim that restates another of its article to that one:
    the two are never separated. `apart` holds unrelated pairs that cannot be on one side.
    """
    cut = _between_two(pairs)
    told = (pair for pair in pairs if frozenset((pair.claim_a, pair.claim_b)) not in cut)
    edges = sorted(told, key=lambda pair: (-pair.confidence, pair.claim_a, pair.claim_b))
    links = _Links(edges, apart, articles)
    clusters = {claim: frozenset((claim,)) for claim in articles}
    for repeat, base in sorted(bases.items()):
        union = clusters[repeat] | clusters[base]
        for claim in union:
            clusters[claim] = union
    supports = [edge for edge in edges if _supports(edge)]
    _joined(clusters, supports, links, across_conflicts=False)
    positions = _partition(clusters)
    for conflicts in (True, False):  # the sides of a conflict meet first
        some = [edge for edge in edges if (edge.relation is Relation.CONFLICT) is conflicts]
        _joined(clusters, some, links, across_conflicts=True)
    return positions, _partition(clusters)

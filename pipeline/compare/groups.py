"""Groups: one row a proposition, with its sides, who stands where, and a sentence that says so."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.compare.alignment import LIGHT
from pipeline.compare.positions import find_positions
from pipeline.records import Claim, ClaimGroup, ClaimPair, Position, Relation, Status

TOPIC_WORDS = 4


@dataclass(frozen=True, slots=True)
class Names:
    """What readers know articles by."""

    of: Mapping[str, str]  # article_id -> site, or the id where there is none

    def listed(self, articles: Sequence[str]) -> str:
        """ "A, B and C", without repeats."""
        names = list(dict.fromkeys(self.of[article] for article in articles))
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _articles(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.article_id for claim in claims}))


def _origins(claims: Sequence[Claim]) -> int:
    return len({claim.origin_id for claim in claims})


def _statement(claims: Sequence[Claim], links: Mapping[str, int]) -> str:
    """The claim that speaks for a position: related to the most others, no repeat, then with the most to check in it."""
    return min(
        claims,
        key=lambda c: (
            -links.get(c.claim_id, 0),
            bool(c.repeat_of),
            c.statement.depends,
            -c.check_worthiness,
            len(c.text),
            c.claim_id,
        ),
    ).text


def _topic(claims: Sequence[Claim]) -> str:
    counts = Counter(term for claim in claims for term in set(claim.statement.terms) - LIGHT)
    order = {term: i for claim in reversed(claims) for i, term in enumerate(claim.statement.terms)}
    best = sorted(counts, key=lambda term: (-counts[term], order[term], term))[:TOPIC_WORDS]
    return " ".join(sorted(best, key=lambda term: (order[term], term)))


def _position_name(i: int) -> str:
    """A, B, ... Z, AA, ...

    >>> _position_name(27)
    'AB'
    """
    return (_position_name(i // 26 - 1) if i >= 26 else "") + chr(ord("A") + i % 26)  # noqa: PLR2004


class _Group:
    """One group in the making: its claims by position, the strongest first, and the pairs inside it."""

    def __init__(self, positions: Sequence[Sequence[Claim]], pairs: Sequence[ClaimPair], names: Names) -> None:
        self.positions = sorted(positions, key=lambda p: (-_origins(p), -len(p), min(c.claim_id for c in p)))
        self.claims = [claim for position in self.positions for claim in position]
        self.pairs, self.names = pairs, names
        self.at = {claim.claim_id: i for i, position in enumerate(self.positions) for claim in position}
        self.links = Counter(claim for pair in pairs for claim in (pair.claim_a, pair.claim_b))
        self.clashes = {
            frozenset((self.at[pair.claim_a], self.at[pair.claim_b]))
            for pair in pairs
            if pair.relation is Relation.CONFLICT
        }

    def _statement(self, i: int) -> str:
        return _statement(self.positions[i], self.links)

    def status(self) -> Status:
        if self.clashes:
            return Status.DISPUTED
        if len(_articles(self.claims)) == 1:
            return Status.UNIQUE
        if _origins(self.claims) == 1:
            return Status.SINGLE_ORIGIN
        return Status.SHARED if any(_origins(position) > 1 for position in self.positions) else Status.DIFFERING

    def _clashing(self, i: int) -> bool:
        return any(i in clash for clash in self.clashes)

    def coverage(self, articles: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """What each article does on this group; an article on both sides of a conflict is listed under both."""
        cells: dict[str, list[str]] = {}
        for i, position in enumerate(self.positions):
            word = f"conflict:{_position_name(i)}" if self._clashing(i) else "agree" if i == 0 else "differ"
            for article in _articles(position):
                cells.setdefault(article, []).append(word)
        return tuple((article, self._cell(cells.get(article, []))) for article in articles)

    @staticmethod
    def _cell(words: Sequence[str]) -> str:
        conflicts = [word for word in words if word.startswith("conflict")]
        return ";".join(conflicts) or (words[0] if words else "")

    def difference_types(self) -> tuple[str, ...]:
        counts = Counter(kind for pair in self.pairs for kind in pair.difference_types)
        return tuple(sorted(counts))

    def summary(self, status: Status) -> str:
        """Who says what, in a sentence."""
        everyone = self.names.listed(_articles(self.claims))
        if status is Status.UNIQUE:
            return f"Only {everyone} says so."
        if status is Status.SINGLE_ORIGIN:
            return f"{everyone} print the same text: one origin."
        if status is Status.SHARED:
            agreeing = _articles(self.positions[0])
            others = [article for article in _articles(self.claims) if article not in agreeing]
            more = f" {self.names.listed(others)} put it differently." if others else ""
            return f"{self.names.listed(agreeing)} agree.{more}"
        return (
            "; ".join(f"{self._evidence(i)}: {self.names.listed(_articles(p))}" for i, p in enumerate(self.positions))
            + "."
        )

    def _evidence(self, i: int) -> str:
        """The words that set a position apart: what the pairs rest on, or its statement."""
        words = Counter[str]()
        for pair in self.pairs:
            if pair.relation is Relation.CONFLICT or not self.clashes:
                words.update([pair.evidence_a] if self.at[pair.claim_a] == i else [])
                words.update([pair.evidence_b] if self.at[pair.claim_b] == i else [])
        best = min(words, key=lambda w: (-words[w], len(w), w)) if words else self._statement(i)
        return f"“{' '.join(best.split())}”"

    def row(self, articles: Sequence[str]) -> ClaimGroup:
        status = self.status()
        main = self.positions[0]
        against = [c for i, p in enumerate(self.positions) if frozenset((0, i)) in self.clashes for c in p]
        present = _articles(self.claims)
        return ClaimGroup(
            group_id="g" + min(claim.claim_id for claim in self.claims)[1:],
            status=status,
            topic=_topic(self.claims),
            statement=self._statement(0),
            n_articles=len(present),
            n_origins=_origins(self.claims),
            supporting=_articles(main),
            conflicting=_articles(against),
            silent=tuple(article for article in articles if article not in present),
            difference_types=self.difference_types(),
            summary=self.summary(status),
            positions=tuple(
                Position(_position_name(i), self._statement(i), tuple(sorted(c.claim_id for c in p)), _articles(p))
                for i, p in enumerate(self.positions)
            ),
            coverage=self.coverage(articles),
        )


def group_claims(claims: Sequence[Claim], pairs: Sequence[ClaimPair], names: Names) -> tuple[ClaimGroup, ...]:
    """Every claim in exactly one group; groups sorted by id."""
    by_id = {claim.claim_id: claim for claim in claims}
    bases = {claim.claim_id: claim.repeat_of for claim in claims if claim.repeat_of}
    positions, groups = find_positions(sorted(by_id), bases, pairs)
    inside: dict[str, list[ClaimPair]] = {}
    for pair in pairs:
        if groups.head[pair.claim_a] == groups.head[pair.claim_b]:
            inside.setdefault(groups.head[pair.claim_a], []).append(pair)
    sides: dict[str, list[list[Claim]]] = {}
    for position in positions.clusters():
        members = sorted((by_id[claim] for claim in position), key=lambda c: (c.article_id, c.start))
        sides.setdefault(groups.head[position[0]], []).append(members)
    articles = sorted(names.of)
    rows = [_Group(sides[head], inside.get(head, []), names).row(articles) for head in sides]
    return tuple(sorted(rows, key=lambda group: group.group_id))

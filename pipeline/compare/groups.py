"""Groups: one row a proposition, with its sides and who stands where."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.compare.copies import pairs_once, said_once
from pipeline.compare.positions import Partition, find_positions
from pipeline.compare.silence import Silence, who_is_silent
from pipeline.compare.summary import Names, agreement, articles_of, origins_of, sides, statement_of, topic_of
from pipeline.records import Claim, ClaimGroup, ClaimPair, Position, Relation, Status

LETTERS = 26


def _position_name(i: int) -> str:
    """A, B, ... Z, AA, ...

    >>> _position_name(27)
    'AB'
    """
    return (_position_name(i // LETTERS - 1) if i >= LETTERS else "") + chr(ord("A") + i % LETTERS)


class _Group:
    """One group in the making: its claims by position, the strongest first, and the pairs inside it."""

    def __init__(self, positions: Sequence[Sequence[Claim]], pairs: Sequence[ClaimPair], names: Names) -> None:
        self.positions = sorted(positions, key=lambda p: (-origins_of(p), -len(p), min(c.claim_id for c in p)))
        self.claims = [claim for position in self.positions for claim in position]
        self.pairs, self.names = pairs, names
        links = Counter(claim for pair in pairs for claim in (pair.claim_a, pair.claim_b))
        self.statements = [statement_of(position, links) for position in self.positions]
        at = {claim.claim_id: i for i, position in enumerate(self.positions) for claim in position}
        self.clashes = {
            frozenset((at[pair.claim_a], at[pair.claim_b])) for pair in pairs if pair.relation is Relation.CONFLICT
        }

    def row(self, silence: Silence) -> ClaimGroup:
        """The group as a record."""
        status, present = self._status(), articles_of(self.claims)
        against = [c for i, p in enumerate(self.positions) if frozenset((0, i)) in self.clashes for c in p]
        return ClaimGroup(
            group_id="g" + min(claim.claim_id for claim in self.claims)[1:],
            status=status,
            topic=topic_of(self.claims),
            statement=self.statements[0],
            n_articles=len(present),
            n_origins=origins_of(self.claims),
            supporting=articles_of(self.positions[0]),
            conflicting=articles_of(against),
            silent=silence(frozenset(present)),
            difference_types=tuple(sorted({kind for pair in self.pairs for kind in pair.difference_types})),
            summary=self._summary(status),
            positions=self._rows(),
            coverage=self._coverage(),
        )

    def _status(self) -> Status:
        if self.clashes:
            return Status.DISPUTED
        if len(articles_of(self.claims)) == 1:
            return Status.UNIQUE
        if origins_of(self.claims) == 1:
            return Status.SINGLE_ORIGIN
        return Status.SHARED if any(origins_of(position) > 1 for position in self.positions) else Status.DIFFERING

    def _rows(self) -> tuple[Position, ...]:
        return tuple(
            Position(_position_name(i), statement, tuple(sorted(c.claim_id for c in position)), articles_of(position))
            for i, (statement, position) in enumerate(zip(self.statements, self.positions, strict=True))
        )

    def _summary(self, status: Status) -> str:
        """Who says what, in a sentence."""
        everyone = articles_of(self.claims)
        match status:
            case Status.UNIQUE:
                return f"Only {self.names.listed(everyone)} says so."
            case Status.SINGLE_ORIGIN:
                return f"{self.names.listed(everyone)} print the same text: one origin."
            case Status.SHARED:
                return agreement(articles_of(self.positions[0]), everyone, self.names)
            case _:
                return sides(self.positions, self.statements, self.pairs, self.names)

    def _coverage(self) -> tuple[tuple[str, str], ...]:
        """What each article that speaks does; one on both sides of a conflict is listed under both."""
        cells: dict[str, list[str]] = {}
        for i, position in enumerate(self.positions):
            clashing = any(i in clash for clash in self.clashes)
            word = f"conflict:{_position_name(i)}" if clashing else "agree" if i == 0 else "differ"
            for article in articles_of(position):
                cells.setdefault(article, []).append(word)
        return tuple((article, _cell(words)) for article, words in sorted(cells.items()))


def _cell(words: Sequence[str]) -> str:
    conflicts = [word for word in words if word.startswith("conflict")]
    return ";".join(conflicts) or words[0]


def _placed(
    claims: Sequence[Claim], pairs: Sequence[ClaimPair], apart: Iterable[tuple[str, str]]
) -> tuple[Partition, Partition]:
    """The positions and groups of the claims; what copies say in the same words is placed once, for all of them."""
    speaks_for = said_once(claims)
    articles: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: claim.article_id):
        articles.setdefault(speaks_for[claim.claim_id], claim.article_id)
    bases = {speaks_for[claim.claim_id]: speaks_for[claim.repeat_of] for claim in claims if claim.repeat_of}
    held_apart = [(speaks_for[one], speaks_for[other]) for one, other in apart]
    placed = find_positions(articles, bases, pairs_once(pairs, speaks_for), held_apart)
    positions, groups = (Partition({i: found.head[speaker] for i, speaker in speaks_for.items()}) for found in placed)
    return positions, groups


def group_claims(
    claims: Sequence[Claim],
    pairs: Sequence[ClaimPair],
    names: Names,
    apart: Iterable[tuple[str, str]] = (),
    silence: Silence | None = None,
) -> tuple[ClaimGroup, ...]:
    """Every claim in exactly one group; groups sorted by id. `apart` holds pairs of ids that share no position.

    Without `silence`, every article that has a name and says nothing on a group is silent on it.
    """
    silence = silence or who_is_silent(list(names.of), ())
    by_id = {claim.claim_id: claim for claim in claims}
    positions, groups = _placed(claims, pairs, apart)
    inside: dict[str, list[ClaimPair]] = {}
    for pair in pairs:
        if groups.head[pair.claim_a] == groups.head[pair.claim_b]:
            inside.setdefault(groups.head[pair.claim_a], []).append(pair)
    found: dict[str, list[list[Claim]]] = {}
    for position in positions.clusters():
        members = sorted((by_id[claim] for claim in position), key=lambda c: (c.article_id, c.start))
        found.setdefault(groups.head[position[0]], []).append(members)
    rows = [_Group(found[head], inside.get(head, []), names).row(silence) for head in found]
    return tuple(sorted(rows, key=lambda group: group.group_id))

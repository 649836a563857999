"""Pieces: the candidates of two articles, some claims at a time: what a worker takes in one go, and gives back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple, overload

from pipeline.compare.alignment import NEAR, Alignment, SideBySide
from pipeline.compare.background import Background, Vector, rows_of
from pipeline.compare.candidates import FLOOR, find_candidates
from pipeline.compare.entailment import Inference
from pipeline.compare.reading import Texts
from pipeline.compare.rule import Pair, pair_at
from pipeline.records import Claim, ClaimPair

NONE: frozenset[str] = frozenset()
SQUARE = 2_000  # claims of an article that are laid beside as many: some 150 MB; real articles have fifty
ROWS = 20  # claims of one article in a piece: with what is near of the other some 50 pairs, and never over 600
Two = tuple[int, int]  # articles, by index


@dataclass(frozen=True, slots=True)
class Answer:
    """What the entailment model said of two texts."""

    texts: Texts
    said: Inference


Answers = tuple[Answer, ...]
Recall = Callable[[Sequence[Pair]], Sequence[Answers]]  # for each pair what was answered about it before


@dataclass(frozen=True, slots=True)
class Near:
    """A candidate, by the places of its claims, with how they fit and what was answered about them before."""

    a: int
    b: int
    fit: Alignment
    known: Answers


@dataclass(frozen=True, slots=True)
class Piece:
    """Claims of two articles, and which two of them may make one proposition."""

    a: tuple[Claim, ...]
    b: tuple[Claim, ...]
    everywhere: frozenset[str]  # as in `Pair`
    in_both: frozenset[str]
    near: tuple[Near, ...]

    def pairs(self) -> Iterator[Pair]:
        """The candidates, in the order of `near`."""
        return (Pair(self.a[one.a], self.b[one.b], one.fit, self.everywhere, self.in_both) for one in self.near)


@dataclass(frozen=True, slots=True)
class Judged:
    """What candidates turned out to be: related pairs, and ids of those that are never on one side of anything."""

    pairs: tuple[ClaimPair, ...]
    apart: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JudgedPiece:
    """What the candidates of a piece turned out to be; and of pairs that there were new answers about, by their texts,
    all answers.
    """

    judged: Judged
    answered: tuple[tuple[Texts, Answers], ...]


class _Laid:
    """The claims of two articles, or a square of them, beside each other, with which are candidates."""

    def __init__(
        self,
        a: Sequence[Claim],
        b: Sequence[Claim],
        background: Background,
        vectors: Mapping[str, Vector],
        floor: float = FLOOR,
    ) -> None:
        self.beside = SideBySide(a, b, background, vectors)
        found = find_candidates(a, b, rows_of(a, vectors), rows_of(b, vectors), floor)
        self.near = [(i, j) for i, j in found if self.beside.residual[i, j] >= NEAR]

    def pairs(self, rows: range, echoes: AbstractSet[str]) -> Iterator[Pair]:
        """The candidates of some claims of `a`. Claims among the `echoes` have none."""
        a, b = self.beside.a, self.beside.b
        for i, j in self.near:
            if i in rows and echoes.isdisjoint((a[i].claim_id, b[j].claim_id)):
                yield pair_at(self.beside, i, j)

    def piece(self, rows: range, echoes: AbstractSet[str], recall: Recall) -> Piece:
        """The same as a record that can be sent."""
        pairs = list(self.pairs(rows, echoes))
        a = {pair.a.claim_id: pair.a for pair in pairs}
        b = {pair.b.claim_id: pair.b for pair in pairs}
        at_a, at_b = ({claim_id: i for i, claim_id in enumerate(own)} for own in (a, b))
        near = tuple(
            Near(at_a[pair.a.claim_id], at_b[pair.b.claim_id], pair.alignment, known)
            for pair, known in zip(pairs, recall(pairs), strict=True)
        )
        background = self.beside.background
        return Piece(tuple(a.values()), tuple(b.values()), background.everywhere, background.in_both, near)


def _squares(claims: Sequence[Claim]) -> list[Sequence[Claim]]:
    return [claims[first : first + SQUARE] for first in range(0, len(claims), SQUARE)]


def _in_order(a: Sequence[Claim], b: Sequence[Claim]) -> tuple[Sequence[Claim], Sequence[Claim]]:
    return (b, a) if b[0].article_id < a[0].article_id else (a, b)


def _speaks(claims: Sequence[Claim], echoes: AbstractSet[str]) -> bool:
    return any(claim.claim_id not in echoes for claim in claims)


def near_pairs(
    a: Sequence[Claim],
    b: Sequence[Claim],
    vectors: Mapping[str, Vector],
    floor: float = FLOOR,
    echoes: AbstractSet[str] = NONE,
) -> Iterator[Pair]:
    """The candidates of two articles, aligned; `floor` as in `find_candidates`. Claims among the `echoes` have none."""
    if not (_speaks(a, echoes) and _speaks(b, echoes)):
        return
    a, b = _in_order(a, b)
    background = Background([*a, *b], rows_of([*a, *b], vectors))
    for some, others in product(_squares(a), _squares(b)):
        yield from _Laid(some, others, background, vectors, floor).pairs(range(len(some)), echoes)


class _Place(NamedTuple):
    """Where a piece is: of which two articles, in which square of their claims, from which row of it."""

    two: Two
    square: tuple[int, int]
    row: int


class Pieces(Sequence[Piece]):
    """The candidates of many two articles, piece by piece. One is made when it is asked for, best in order.

    `vectors` as in `SideBySide`; `echoes` as in `near_pairs`; `recall` is asked about the pairs of a piece together.
    """

    def __init__(
        self,
        articles: Sequence[Sequence[Claim]],
        twos: Sequence[Two],
        vectors: Mapping[str, Vector],
        echoes: AbstractSet[str],
        recall: Recall,
    ) -> None:
        self._articles, self._vectors, self._echoes, self._recall = articles, vectors, echoes, recall
        speak = [_speaks(claims, echoes) for claims in articles]
        self._places = [
            place for first, second in twos if speak[first] and speak[second] for place in self._in((first, second))
        ]
        self._last: tuple[Two, tuple[int, int], _Laid] | None = None

    def _claims(self, two: Two) -> tuple[Sequence[Claim], Sequence[Claim]]:
        return _in_order(*(self._articles[i] for i in two))

    def _in(self, two: Two) -> Iterator[_Place]:
        a, b = map(_squares, self._claims(two))
        for i, j in product(range(len(a)), range(len(b))):
            yield from (_Place(two, (i, j), row) for row in range(0, len(a[i]), ROWS))

    def two(self, at: int) -> Two:
        """The articles that a piece is of."""
        return self._places[at].two

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Piece: ...
    @overload
    def __getitem__(self, at: slice) -> list[Piece]: ...
    def __getitem__(self, at: int | slice) -> Piece | list[Piece]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        two, square, row = self._places[at]
        return self._laid(two, square).piece(range(row, row + ROWS), self._echoes, self._recall)

    def _laid(self, two: Two, square: tuple[int, int]) -> _Laid:
        if self._last is None or self._last[:2] != (two, square):
            a, b = self._claims(two)
            background = Background([*a, *b], rows_of([*a, *b], self._vectors))
            some, others = _squares(a)[square[0]], _squares(b)[square[1]]
            self._last = two, square, _Laid(some, others, background, self._vectors)
        return self._last[2]

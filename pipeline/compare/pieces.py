"""Pieces: the candidates of two articles, some claims at a time: what a worker takes in one go, and gives back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
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
Square = tuple[int, int]  # which SQUARE of the one article's claims, and which of the other's


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
    """What candidates turned out to be."""

    pairs: tuple[ClaimPair, ...] = ()  # the related ones
    apart: tuple[tuple[str, str], ...] = ()  # ids of those that are never on one side of anything
    doubtful: tuple[ClaimPair, ...] = ()  # as the conflicts that they are if another voice bears them out


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


class _TwoArticles:
    """The claims of two articles, the smaller id first, to be laid beside each other square by square."""

    def __init__(self, one: Sequence[Claim], other: Sequence[Claim], vectors: Mapping[str, Vector]) -> None:
        a, b = _in_order(one, other)
        self._vectors = vectors
        self._background = Background([*a, *b], rows_of([*a, *b], vectors))
        self._a, self._b = _squares(a), _squares(b)

    def laid(self, square: Square, floor: float = FLOOR) -> _Laid:
        i, j = square
        return _Laid(self._a[i], self._b[j], self._background, self._vectors, floor)


def _squares(claims: Sequence[Claim]) -> list[Sequence[Claim]]:
    return [claims[first : first + SQUARE] for first in range(0, len(claims), SQUARE)]


def _in_order(a: Sequence[Claim], b: Sequence[Claim]) -> tuple[Sequence[Claim], Sequence[Claim]]:
    return (b, a) if b[0].article_id < a[0].article_id else (a, b)


def _places(a: Sequence[Claim], b: Sequence[Claim], rows: int) -> Iterator[tuple[Square, int]]:
    """The squares of two articles in order, each with the first of every so many rows."""
    of_a, of_b = map(_squares, _in_order(a, b))
    for i, j in product(range(len(of_a)), range(len(of_b))):
        yield from (((i, j), row) for row in range(0, len(of_a[i]), rows))


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
    two = _TwoArticles(a, b, vectors)
    for square, row in _places(a, b, SQUARE):
        yield from two.laid(square, floor).pairs(range(row, row + SQUARE), echoes)


class _Place(NamedTuple):
    """Where a piece is: of which two articles, in which square of their claims, from which row of it."""

    two: Two
    square: Square
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
            _Place((first, second), square, row)
            for first, second in twos
            if speak[first] and speak[second]
            for square, row in _places(articles[first], articles[second], ROWS)
        ]
        self._beside = lru_cache(maxsize=1)(self._lay_beside)
        self._laid = lru_cache(maxsize=1)(self._lay)

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

    def _lay_beside(self, two: Two) -> _TwoArticles:
        return _TwoArticles(self._articles[two[0]], self._articles[two[1]], self._vectors)

    def _lay(self, two: Two, square: Square) -> _Laid:
        return self._beside(two).laid(square)

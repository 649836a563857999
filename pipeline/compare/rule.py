"""What a difference rule is, and what it may look at."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.compare.alignment import Alignment, SideBySide
from pipeline.compare.entailment import Inference
from pipeline.records import Claim, Finding, Span

NEUTRAL = Inference(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different articles that may make one proposition."""

    a: Claim
    b: Claim
    alignment: Alignment
    everywhere: frozenset[str] = frozenset()  # entities that both articles name all the time
    in_both: frozenset[str] = frozenset()  # words that both articles use
    says: tuple[Inference, Inference] = (NEUTRAL, NEUTRAL)  # of a about b, and of b about a
    spared: bool = False  # the model was not asked, or not both ways: nothing would have come of it (screening.py)

    @property
    def names(self) -> tuple[set[str], set[str]]:
        """The entities of each, but for those that both articles name all the time."""
        return set(self.a.entity_ids) - self.everywhere, set(self.b.entity_ids) - self.everywhere

    @property
    def printed_apart(self) -> bool:
        """Whether both articles are dated, and of different days."""
        return bool(self.a.published and self.b.published) and self.a.published != self.b.published

    def words_a(self, span: Span) -> str:
        """Words of `a`, by a span of its article's text."""
        return self.a.quote[span.start - self.a.start : span.end - self.a.start]

    def words_b(self, span: Span) -> str:
        """Words of `b`, by a span of its article's text."""
        return self.b.quote[span.start - self.b.start : span.end - self.b.start]


def pair_at(beside: SideBySide, i: int, j: int) -> Pair:
    """The claims of row `i` and column `j` as they lie beside each other."""
    background = beside.background
    return Pair(beside.a[i], beside.b[j], beside.alignment(i, j), background.everywhere, background.in_both)


def named(claim: Claim, types: frozenset[str], but: frozenset[str] = frozenset()) -> set[str]:
    """The entities of some types that a claim names."""
    pairs = zip(claim.entity_ids, claim.entity_types, strict=True)
    return {entity for entity, kind in pairs if kind in types and entity not in but}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which two claims of one proposition can differ."""

    name: str
    judge: Callable[[Pair], Finding | None]


def whole(claim: Claim) -> Span:
    """The claim's quote as evidence, where no few words carry the difference."""
    return Span(claim.start, claim.end)

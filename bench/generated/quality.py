"""How well claims are grouped, and conflicts called, over generated articles of which is known what they say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bench.generated.articles import Written

Claim = tuple[str, int]  # what is told, in which version


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as a method found it: of which article, in which words, in which of its groups."""

    id: str
    article: str
    words: str
    group: str


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of what a method says is right, and how much of what there is it says."""

    right: int
    said: int
    there: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.there)
        f1 = 2 * self.right / max(1, self.said + self.there)
        return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({self.there})"


def _told(articles: Sequence[Written], found: Iterable[Found]) -> Iterator[tuple[Found, Claim]]:
    """Each claim that is a sentence of the data, with what it tells."""
    by_name = {article.name: article for article in articles}
    for claim in found:
        for told in by_name[claim.article].sentences:
            if claim.words in told.text or told.text in claim.words:
                yield claim, (told.fact, told.version)
                break


def _apart(claims: Iterable[Found]) -> list[tuple[Found, Found]]:
    """Their pairs of two articles."""
    return [(a, b) for a, b in combinations(claims, 2) if a.article != b.article]


def rated(articles: Sequence[Written], found: Iterable[Found], called: Iterable[tuple[str, str]]) -> tuple[Rate, Rate]:
    """How right the pairs of claims in one group are, and the pairs of ids that are `called` a conflict."""
    told = list(_told(articles, found))
    known = {claim.id: tells for claim, tells in told}
    facts, groups = defaultdict(list), defaultdict(list)
    for claim, (fact, _) in told:
        facts[fact].append(claim)
        groups[claim.group].append(claim)
    there, linked = Counter[str](), Counter[str]()
    for claims in facts.values():
        for a, b in _apart(claims):
            there["one fact"] += 1
            there["at odds"] += known[a.id] != known[b.id]
    for claims in groups.values():
        for a, b in _apart(claims):
            linked["said"] += 1
            linked["right"] += known[a.id][0] == known[b.id][0]
    conflicts = [(known.get(a), known.get(b)) for a, b in called]
    right = sum(bool(a and b) and a[0] == b[0] and a != b for a, b in conflicts if a and b)
    return (
        Rate(linked["right"], linked["said"], there["one fact"]),
        Rate(right, len(conflicts), there["at odds"]),
    )

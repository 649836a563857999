"""Who published it first: reprints and wire copies share an origin with the article that they copy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from pipeline.clean.shingles import Shingled, sharing, shingled
from pipeline.disjoint_sets import DisjointSets
from pipeline.records import Article, BlockKind

# Of 711 real pages, independent ones share at most 0.08 of their four-word shingles, and a reprint with every tenth
# word changed keeps 0.6. Half leaves room for an article that is in good part the same quotations.
COPY = 0.5  # share of the shorter article
# A rewriter who changes every third word leaves few runs of four, a quarter of them, but the order of the others.
# Independent articles on one event have at most 0.23 of their words in one order.
LOOSE = 0.15  # share of the shingles from which the words are laid side by side
IN_ORDER = 0.6  # share of the shorter article's words
MOST_ALIGNED = 50_000  # words of the longer article, for which it takes a tenth of a second; of a book, a day
MOST_LONGER = 2  # times; in a much longer text any words can be found in some order
SAME = 0.4  # share of the longer article; below it, the longer has more to say than what it copies
FEWEST_SHINGLES = 20  # a text of two lines has no origin to speak of
FEWEST_SHARED = 3  # shingles, which is LOOSE of such a text


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is said of where an article is from."""

    article_id: str
    published: str
    declared_origin: str  # by sources.csv

    @property
    def rank(self) -> tuple[bool, str, str]:
        """Earliest published first, undated last: the head of a family of copies is its origin."""
        return not self.published, self.published, self.article_id


@dataclass(frozen=True, slots=True)
class Printing:
    """An article as far as it takes to tell who copied whom."""

    imprint: Imprint
    words: Shingled


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two articles are to each other."""

    related: bool  # one holds most of the other
    same: bool  # and they go back to one origin


@dataclass(frozen=True, slots=True)
class Origins:
    """What an article goes back to, by its id."""

    origin: Mapping[str, str]  # what sources.csv declares, or the id of the earliest copy
    family: Mapping[str, str]  # the same for articles of which one holds most of another: they are not independent


def printing_of(article: Article) -> Printing:
    """All that the article prints, its furniture aside."""
    spans = [(block.start, block.end) for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    imprint = Imprint(article.article_id, article.metadata.published, article.declared_origin)
    return Printing(imprint, shingled(article.text, spans))


def _aligned(a: Shingled, b: Shingled) -> int:
    """How many words stand in both in one order."""
    return LCSseq.similarity(a.words, b.words)


def _shares(shorter: Shingled, longer: Shingled, shared: int) -> tuple[float, float]:
    """How much of each is the other's."""
    sizes = len(shorter.distinct), len(longer.distinct)
    comparable = len(longer.words) <= min(MOST_ALIGNED, MOST_LONGER * len(shorter.words))
    if comparable and LOOSE * sizes[0] <= shared < COPY * sizes[0]:
        aligned = _aligned(shorter, longer)
        if aligned >= IN_ORDER * len(shorter.words):
            return aligned / len(shorter.words), aligned / len(longer.words)
    return shared / sizes[0], shared / sizes[1]


def _is_cut_from(shorter: Imprint, longer: Imprint) -> bool:
    """Whether the shorter is a part of the longer, and not the longer made around it: by date, or by sources.csv."""
    if longer.declared_origin or shorter.declared_origin:
        return not shorter.declared_origin
    return "" < longer.published < shorter.published


def likeness(one: Printing, other: Printing, shared: int) -> Likeness:
    """What two articles are to each other that share so many shingles; `one` is first by rank."""
    shorter, longer = sorted((one, other), key=lambda printing: len(printing.words.distinct))
    if len(shorter.words.distinct) < FEWEST_SHINGLES:
        return Likeness(related=False, same=False)
    of_shorter, of_longer = _shares(shorter.words, longer.words, shared)
    related = of_shorter >= COPY
    return Likeness(related, related and (of_longer >= SAME or _is_cut_from(shorter.imprint, longer.imprint)))


def _families(imprints: Sequence[Imprint], copies: Iterable[tuple[int, int]]) -> list[list[Imprint]]:
    """The articles with their copies, and the copies of those."""
    family = DisjointSets[int]()
    for first, second in copies:
        family.join(first, second)
    return [[imprints[i] for i in members] for members in family.of(range(len(imprints)))]


def _origins(copies: Sequence[Imprint]) -> dict[str, str]:
    declared = [one for one in copies if one.declared_origin]
    earliest = min(declared or copies, key=lambda one: one.rank)
    origin = earliest.declared_origin or earliest.article_id
    return {one.article_id: one.declared_origin or origin for one in copies}


def settle_origins(ranked: Sequence[Imprint], alike: Iterable[tuple[int, int, Likeness]]) -> Origins:
    """Who goes back to whom, from what the articles, in the order of their rank, are to each other.

    Without the articles that are like none and declare nothing the others are what they are with them.
    """
    found = [(first, second, how) for first, second, how in alike if how.related]
    origin: dict[str, str] = {}
    for members in _families(ranked, [(first, second) for first, second, how in found if how.same]):
        origin |= _origins(members)
    # What sources.csv puts under one name is one family, whatever the words.
    named: dict[str, int] = {}
    declared = [(named.setdefault(one.declared_origin, i), i) for i, one in enumerate(ranked) if one.declared_origin]
    families = _families(ranked, [(first, second) for first, second, _ in found] + declared)
    return Origins(origin, {one.article_id: members[0].article_id for members in families for one in members})


def find_origins(articles: Sequence[Article]) -> Origins:
    """What every article goes back to, whatever order they come in.

    A declared origin is never overruled, and a copy without one has the origin of the earliest copy that declares it.
    An article that holds a shorter one in a longer text of its own keeps its own origin (see `copied.py`).
    """
    ranked = sorted(map(printing_of, articles), key=lambda printing: printing.imprint.rank)
    met = sharing([printing.words.distinct for printing in ranked], FEWEST_SHARED)
    alike = (
        (first, second, likeness(ranked[first], ranked[second], shared))
        for first, second, shared in met
        # Of a thousand articles of one kind nearly each two share something, and next to none enough.
        if shared >= LOOSE * min(len(ranked[first].words.distinct), len(ranked[second].words.distinct))
    )
    return settle_origins([printing.imprint for printing in ranked], alike)

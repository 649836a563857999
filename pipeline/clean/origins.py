"""Who published it first: reprints and wire copies share an origin with the article that they copy."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from pipeline.clean.shingles import Shingled, sharing, shingled
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
class Origins:
    """What an article goes back to, by its id."""

    origin: Mapping[str, str]  # what sources.csv declares, or the id of the earliest copy
    family: Mapping[str, str]  # the same for articles of which one holds most of another: they are not independent


def _words(article: Article) -> Shingled:
    spans = [(block.start, block.end) for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    return shingled(article.text, spans)


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


def _rank(article: Article) -> tuple[bool, str, str]:
    """Earliest published first, undated last: the head of a family of copies is its origin."""
    return (not article.metadata.published, article.metadata.published, article.article_id)


def _is_cut_from(shorter: Article, longer: Article) -> bool:
    """Whether the shorter is a part of the longer, and not the longer made around it: by date, or by sources.csv."""
    if longer.declared_origin or shorter.declared_origin:
        return not shorter.declared_origin
    return "" < longer.metadata.published < shorter.metadata.published


def _families(articles: Sequence[Article], copies: Iterable[tuple[int, int]]) -> list[list[Article]]:
    """The articles with their copies, and the copies of those."""
    family = list(range(len(articles)))

    def head(i: int) -> int:
        while family[i] != i:
            family[i] = family[family[i]]
            i = family[i]
        return i

    for first, second in copies:
        family[head(second)] = head(first)
    members: dict[int, list[Article]] = defaultdict(list)
    for i, article in enumerate(articles):
        members[head(i)].append(article)
    return list(members.values())


def _origins(copies: Sequence[Article]) -> dict[str, str]:
    declared = [article for article in copies if article.declared_origin]
    origin = min(declared, key=_rank).declared_origin if declared else min(copies, key=_rank).article_id
    return {article.article_id: article.declared_origin or origin for article in copies}


def find_origins(articles: Sequence[Article]) -> Origins:
    """What every article goes back to, whatever order they come in.

    A declared origin is never overruled, and a copy without one has the origin of the earliest copy that declares it.
    An article that holds a shorter one in a longer text of its own keeps its own origin (see `copied.py`).
    """
    ranked = sorted(articles, key=_rank)
    texts = [_words(article) for article in ranked]
    same, related = [], []
    for first, second, shared in sharing([text.distinct for text in texts], FEWEST_SHARED):
        shorter, longer = sorted((first, second), key=lambda i: len(texts[i].distinct))
        if len(texts[shorter].distinct) < FEWEST_SHINGLES:
            continue
        of_shorter, of_longer = _shares(texts[shorter], texts[longer], shared)
        if of_shorter >= COPY:
            related.append((first, second))
            if of_longer >= SAME or _is_cut_from(ranked[shorter], ranked[longer]):
                same.append((first, second))
    origin: dict[str, str] = {}
    for members in _families(ranked, same):
        origin |= _origins(members)
    # What sources.csv puts under one name is one family, whatever the words.
    named: dict[str, int] = {}
    declared = [
        (named.setdefault(article.declared_origin, i), i) for i, article in enumerate(ranked) if article.declared_origin
    ]
    family = {a.article_id: members[0].article_id for members in _families(ranked, related + declared) for a in members}
    return Origins(origin, family)

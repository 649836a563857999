"""Who published it first: reprints and wire copies share an origin with the article that they copy.

Two articles are copies when most of the shorter one's five-word shingles stand in the other (containment, Broder 1997).
Containment and not resemblance, because a reprint often loses its last paragraphs.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from pipeline.records import Article, BlockKind

SHINGLE = 5  # words; independent articles share a few such runs (names, quotations), never most of them
COPY = 0.6  # share of the shorter article; a reprint with 10% of its words changed still keeps about 0.6
FEWEST_SHINGLES = 20  # a text of two lines has no origin to speak of


def _shingles(article: Article) -> frozenset[int]:
    prose = " ".join(article.text[b.start : b.end] for b in article.blocks if b.kind is not BlockKind.FURNITURE)
    words = re.findall(r"\w+", prose.casefold())
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    return frozenset(int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)


def _copies(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Index pairs of articles that are copies; counts shared shingles through an inverted index."""
    shingles = [_shingles(article) for article in articles]
    holders: dict[int, list[int]] = defaultdict(list)
    for i, run in enumerate(shingles):
        for shingle in run:
            holders[shingle].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for held_by in holders.values():
        for position, first in enumerate(held_by):
            for second in held_by[position + 1 :]:
                shared[first, second] += 1
    sizes = [len(run) for run in shingles]
    return [
        pair
        for pair, count in shared.items()
        if min(sizes[pair[0]], sizes[pair[1]]) >= FEWEST_SHINGLES and count >= COPY * min(sizes[pair[0]], sizes[pair[1]])
    ]


def _rank(article: Article) -> tuple[bool, str, str]:
    """Earliest published first, undated last: the head of a family of copies is its origin."""
    return (not article.metadata.published, article.metadata.published, article.article_id)


def find_origins(articles: Sequence[Article]) -> Mapping[str, str]:
    """article_id -> origin_id, which is the id of the earliest copy, or what `sources.csv` declares.

    Copies of copies belong to one family. A declared origin holds for its article alone and is never overruled.
    """
    family = list(range(len(articles)))

    def head(i: int) -> int:
        while family[i] != i:
            i = family[i]
        return i

    for first, second in sorted(_copies(articles)):
        if not (articles[first].declared_origin or articles[second].declared_origin):
            family[head(second)] = head(first)
    members: dict[int, list[Article]] = defaultdict(list)
    for i, article in enumerate(articles):
        members[head(i)].append(article)
    origins = {article.article_id: min(copies, key=_rank).article_id for copies in members.values() for article in copies}
    return origins | {a.article_id: a.declared_origin for a in articles if a.declared_origin}

"""What an article copies from another inside a text of its own: a wire story in a longer report, a borrowed paragraph.

The article keeps its origin, but what it says in the stretch does not corroborate the one it was copied from. Unlike
with whole copies, the words have to be there one after the other. A quotation alone is no copy: both may have heard it.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from pipeline.clean.shingles import SHINGLE, Shingled, sharing, shingled
from pipeline.records import BlockKind, CleanArticle, Copied

WARNING = "contains_copy_of"

FEWEST = 20  # shingles outside quotation marks, which is 23 words; independent articles of one story share 17
LONGEST_GAP = 8  # shingles: two changed words break as many
DENSE = 0.4  # share of a stretch's shingles that are the other's; every tenth word changed leaves 0.65

# Of a length, because a thousand marks that nothing closes would each be read on to the end of the paragraph.
_QUOTATION = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|„[^“”]{0,2000}[“”]|«[^»]{0,2000}»")


@dataclass(frozen=True, slots=True)
class Text:
    """An article's own words, as this module looks at them."""

    clean: CleanArticle
    words: Shingled
    passed: frozenset[int]  # indexes of words that prove nothing: quoted ones, and the numbers of a table

    @property
    def rank(self) -> tuple[bool, bool, str, int, str]:
        """Who is copied from: a declared origin, the earliest, the shorter."""
        about = self.clean.article
        published = about.metadata.published
        return not about.declared_origin, not published, published, len(self.words.runs), about.article_id


def text_of(clean: CleanArticle) -> Text:
    """What is kept of an article, quotations aside."""
    spans = [(block.start, block.end) for block in clean.kept if block.kind is not BlockKind.QUOTE]
    words = shingled(clean.article.text, spans)
    quotations = [match.span() for start, end in spans for match in _QUOTATION.finditer(clean.article.text, start, end)]
    opened = [start for start, _ in quotations]

    def is_quoted(at: int) -> bool:
        before = bisect_right(opened, at)
        return before > 0 and at < quotations[before - 1][1]

    passed = frozenset(
        i for i, (word, at) in enumerate(zip(words.words, words.starts, strict=True)) if word.isdigit() or is_quoted(at)
    )
    return Text(clean, words, passed)


def _stretches(host: Text, source: Text) -> Iterator[range]:
    """The words of the host that are the source's, by index, over small gaps."""
    hits = [i for i, run in enumerate(host.words.runs) if run in source.words.distinct]
    breaks = [0] + [k for k in range(1, len(hits)) if hits[k] - hits[k - 1] > LONGEST_GAP] + [len(hits)]
    for begin, end in pairwise(breaks):
        run = hits[begin:end]
        if sum(i not in host.passed for i in run) >= FEWEST and len(run) >= DENSE * (run[-1] - run[0] + 1):
            yield range(run[0], run[-1] + SHINGLE)


def _copied(host: Text, sources: Sequence[Text]) -> tuple[Copied, ...]:
    """Each word from the first of the sources that has it."""
    origin: dict[int, Text] = {}
    for source in sorted(sources, key=lambda text: text.rank):
        for stretch in _stretches(host, source):
            origin |= {i: source for i in stretch if i not in origin}
    found: list[Copied] = []
    # Words in a row have the same difference between themselves and their place among the copied ones.
    numbered = enumerate(sorted(origin))
    for (_, head), group in groupby(numbered, key=lambda at: (at[1] - at[0], origin[at[1]].clean.article.article_id)):
        words = [i for _, i in group]
        origin_id = origin[words[0]].clean.origin_id
        found.append(Copied(host.words.starts[words[0]], host.words.ends[words[-1]], head, origin_id))
    return tuple(found)


def _warned(clean: CleanArticle, copied: tuple[Copied, ...]) -> CleanArticle:
    warnings = dict.fromkeys(f"{WARNING}:{stretch.article_id}" for stretch in copied)
    article = replace(clean.article, warnings=(*clean.article.warnings, *sorted(warnings)))
    return replace(clean, article=article, copied=copied)


def may_borrow(host: Text, source: Text) -> bool:
    """Whether the host can have copied from the source. An origin that `sources.csv` declares is that of all its words.

    The source is before the host by rank.
    """
    return source.clean.origin_id != host.clean.origin_id and not host.clean.article.declared_origin


def with_stretches(host: Text, sources: Sequence[Text]) -> CleanArticle:
    """An article with what it copies from the sources, which it may borrow from."""
    stretches = _copied(host, sources)
    return _warned(host.clean, stretches) if stretches else host.clean


def with_copied(articles: Sequence[CleanArticle]) -> tuple[CleanArticle, ...]:
    """The articles with what they copy from each other, in the order given."""
    texts = sorted(map(text_of, articles), key=lambda text: text.rank)
    sources: dict[str, list[Text]] = defaultdict(list)
    for first, second, _ in sharing([text.words.distinct for text in texts], FEWEST):
        if may_borrow(texts[second], texts[first]):
            sources[texts[second].clean.article.article_id].append(texts[first])
    by_id = {text.clean.article.article_id: text for text in texts}
    borrowing = {host: with_stretches(by_id[host], found) for host, found in sources.items()}
    return tuple(borrowing.get(clean.article.article_id, clean) for clean in articles)

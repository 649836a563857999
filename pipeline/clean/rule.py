"""What a cleaning rule is, and what it may look at."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc

from pipeline.records import Article, Block, Span


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the rules before this one left it."""

    article: Article
    blocks: tuple[Block, ...]  # not yet dropped, in order
    repeated: Mapping[str, int]  # a block's fingerprint -> how many independent articles hold it

    def words(self, block: Block | Span) -> str:
        """The words of a block or span, as they stand in the text."""
        return self.article.text[block.start : block.end]


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to drop a span. The first sentence of `find`'s docstring is what `removed.csv` says."""

    name: str
    find: Callable[[Page], Iterator[Block | Span]]

    @property
    def reason(self) -> str:
        """The sentence users are shown."""
        return cleandoc(self.find.__doc__ or "").splitlines()[0]


def fingerprint(words: str) -> str:
    """What two printings of the same words have in common: letters and digits, in one case.

    >>> fingerprint("Read  MORE …") == fingerprint("Read more")
    True
    """
    return " ".join(re.findall(r"\w+", words.casefold()))

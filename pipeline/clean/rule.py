"""What a cleaning rule is, and what it may look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc

from pipeline.clean.collection import ALONE, Collection
from pipeline.records import Article, Block, Span


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the rules before this one left it."""

    article: Article
    blocks: tuple[Block, ...]  # not yet dropped, in order
    others: Collection = ALONE

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

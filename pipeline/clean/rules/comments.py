"""Comments: what readers wrote under the article."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

_HEADING = re.compile(
    r"(?:\d+ )?(?:reader )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)"
    r"|(?:\d+ )?(?:comentários?|comentarios?|commentaires?|kommentare?)(?: \(\d+\))?",
    re.IGNORECASE,
)


def find_comments(page: Page) -> Iterator[Block | Span]:
    """Readers' comments, not the article's own words."""
    below = False
    for block in page.blocks:
        if block.kind is BlockKind.HEADING:
            below = bool(_HEADING.fullmatch(page.words(block).rstrip(":")))
        if below or block.region is Region.COMMENTS:
            yield block


RULE = Rule("comments", find_comments)

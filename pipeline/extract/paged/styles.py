"""What the name of a paragraph style says, in the words that word processors share.

Word keeps the English names of its own styles in every language; LibreOffice and pandoc have names of their own.
"""

import re
from typing import NamedTuple


class Kind(NamedTuple):
    """What a paragraph is, as an element and a class of the tree."""

    tag: str
    name: str = ""


PLAIN = Kind("p")
TITLE = Kind("h1", "title")
CAPTION = Kind("figcaption")
QUOTE = Kind("blockquote")
CONTENTS = Kind("nav")

DEEPEST_HEADING = 6

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "TableCaption"
_HEADING = re.compile(r"heading ?(\d)")
_CONTENTS = re.compile(
    r"(?:toc|contents|(?:(?:illustration|table|user|object) )?index)(?: heading| ?\d)|table of figures"
)
_CAPTIONS = "caption,image caption,table caption,figure caption,illustration,figure,table,drawing".split(",")
_QUOTES = "quote,intense quote,block text,block quote,blockquote,quotations".split(",")
_KINDS = {
    "title": TITLE,
    **dict.fromkeys(_CAPTIONS, CAPTION),
    **dict.fromkeys(_QUOTES, QUOTE),
    **{name: Kind("p", name) for name in ("author", "byline", "date", "dateline")},
}


def heading(level: int) -> Kind:
    """A heading of a level from 1 on."""
    return Kind(f"h{min(max(level, 1), DEEPEST_HEADING)}")


def kind_named(style: str) -> Kind | None:
    """What a style of this name makes of a paragraph, None if the name says nothing.

    >>> kind_named("Heading 2")
    Kind(tag='h2', name='')
    """
    style = " ".join(_WORD_START.sub(" ", style.replace("_20_", " ")).lower().split())
    if match := _HEADING.fullmatch(style):
        return heading(int(match[1]))
    return CONTENTS if _CONTENTS.fullmatch(style) else _KINDS.get(style)

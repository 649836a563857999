"""Whether words are reported: said by somebody in the article, and so never the site's own."""

import re

from pipeline.clean.phrases import phrases

_VERB = re.compile(phrases("speech", "verb"))
_MARKS = re.compile(r"[\"“”„«»]")


def is_reported(words: str) -> bool:
    """Whether a verb of speech stands in it.

    >>> is_reported("Join us or leave us, she told the owners.")
    True
    """
    return bool(_VERB.search(words))


def is_quoted(words: str) -> bool:
    """Whether it has quotation marks."""
    return bool(_MARKS.search(words))

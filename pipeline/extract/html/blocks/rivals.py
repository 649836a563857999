"""What other extractors take for the article of a page, block by block.

They fail on other pages than we do, so that where they agree with each other says more than any single one of them. Of
each only its text is asked; which blocks that is, is found by comparing words, so that our own tree stays the one that
structure is read from.
"""

import logging
import re
from collections.abc import Callable, Sequence
from itertools import islice

from lxml.html import fromstring
from rapidfuzz.distance import Indel
from readability import Document as Readability
from trafilatura import extract as trafilatura

from pipeline.extract.html.pieces import Piece

LONGEST = 3_000_000  # characters of a page; on a larger one they take minutes, and it is a book or an attack
MOST_CELLS = 1_000_000_000  # of the comparison of two texts, a bit each: 125 MB

_WORD = re.compile(r"\w+")


def _trafilatura(html: str) -> str:
    """Barbaresi (2021), Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction."""
    return trafilatura(html, include_comments=False) or ""


def _readability(html: str) -> str:
    """The method of Arc90's Readability bookmarklet (2009)."""
    return "\n".join(map(str, fromstring(Readability(html).summary(html_partial=True)).itertext()))


RIVALS: tuple[Callable[[str], str], ...] = (_trafilatura, _readability)


def _asked(rival: Callable[[str], str], html: str) -> str:
    try:
        return rival(html)
    except Exception:  # whatever goes wrong in another program, it then has no opinion, as on an empty page
        logging.getLogger(__name__).debug("%s gave nothing", rival.__name__, exc_info=True)
        return ""


def covered(blocks: Sequence[Sequence[str]], taken: Sequence[str]) -> list[float]:
    """For each block of words the share that stands in `taken` too, in the same order (longest common subsequence).

    >>> covered([["a", "b"], ["c", "d"], ["a", "b"]], ["c", "d", "a", "b"])
    [0.0, 1.0, 1.0]
    """
    page = [word for words in blocks for word in words]
    hit = [False] * len(page)
    for step in Indel.opcodes(page, taken):
        if step.tag == "equal":
            hit[step.src_start : step.src_end] = [True] * (step.src_end - step.src_start)
    held = iter(hit)
    return [sum(islice(held, len(words))) / len(words) if words else 0.0 for words in blocks]


def words_of(text: str) -> list[str]:
    """The words of a text, in one case."""
    return _WORD.findall(text.lower())


def opinions(html: str, pieces: Sequence[Piece]) -> list[list[float]]:
    """For each rival the share of each piece that it takes for the article; all 0 where it finds none.

    None at all, not even zeros, for a page that is too large to ask them.
    """
    blocks = [words_of(piece.text) for piece in pieces]
    if len(html) > LONGEST or sum(map(len, blocks)) ** 2 > MOST_CELLS:
        return []
    return [covered(blocks, words_of(_asked(rival, html))) for rival in RIVALS]

"""What trafilatura takes for the article of a page, block by block.

It fails on other pages than we do, so that where both agree says more than either alone. Only its text is asked; which
blocks that is, is found by comparing words, so that our own tree stays the one that structure is read from. A third
opinion, of readability-lxml or pygoreadability, changed no figure on the development pages by more than chance.

Barbaresi (2021), Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction.
"""

import logging
import re
from collections.abc import Sequence
from itertools import islice

from rapidfuzz.distance import Indel
from trafilatura import extract

LONGEST = 3_000_000  # characters of a page; on a larger one it takes minutes, and it is a book or an attack
MOST_CELLS = 1_000_000_000  # of the comparison of two texts, a bit each: 125 MB

# trafilatura fills in what a cell spans: two hundred cells of a thousand columns each keep it busy for minutes.
_WIDE = re.compile(r"""((?:col|row)span\s*=\s*["']?)\d{3,}""", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, in one case."""
    return _WORD.findall(text.lower())


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


def _taken(html: str) -> str:
    try:
        return extract(_WIDE.sub(r"\g<1>9", html), include_comments=False) or ""
    except Exception:  # whatever goes wrong in another program, it then has no opinion, as on an empty page
        logging.getLogger(__name__).debug("No second opinion.", exc_info=True)
        return ""


def second_opinion(html: str, blocks: Sequence[Sequence[str]]) -> list[float] | None:
    """The share of the words of each block that is taken for the article, 0 where none is found.

    None if the page is too large.
    """
    if len(html) > LONGEST or sum(map(len, blocks)) ** 2 > MOST_CELLS:
        return None
    return covered(blocks, words_of(_taken(html)))

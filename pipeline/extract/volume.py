"""How much of a file came through: a dump of its bytes, held against what was read of them.

Each format has a dump of its own, made with a regular expression or two and without the parser in use, so that the
parser's faults are not the dump's. It says what words there are and knows nothing else. What is looked for is a passage
of it that was not read: words one after another, wherever they stand, so that an order of its own, a menu that is there
twice and a word that is joined to the next say nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import filterfalse
from typing import NamedTuple

from pipeline.errors import Reject
from pipeline.extract.signs import beyond_ascii
from pipeline.records import Article

LOST = "text_lost"  # the warning, and the code of what is refused
PASSAGE = 20  # words in a row; of 711 real pages one lacks 17, in the broken markup of its menu, and 700 lack under 11
SENTENCE = 10  # words in a row, where a sentence ends among them: what sound pages lack are menus, marks and names
SHARE = 0.05  # of the words; the same pages lack 0.021 in a row and 0.032 in number at most
FEWEST = 6  # words; fewer in a row are cells or menus that are read in another order
MOST = 0.5  # share of the words; what is left is not the article any more
MOST_SIGNS = 100  # outside ASCII that are no letters, and are taken out one by one
MOST_JOINED = 50  # passages that are looked for letter by letter; a sound file has under ten

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = bytes(byte if byte > 127 or _WORD.match(chr(byte)) else ord(" ") for byte in range(256))  # noqa: PLR2004 - ASCII
_NOT_THERE = re.compile(rb"\0+")
_DIVIDES = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # inside words; readers drop some of them
_SENTENCE_END = re.compile(r"\w[.?][\"'”’»)]*+(?!\S)")  # "Save your spot!" stands on buttons


def _plain(text: str) -> str:
    for sign in _DIVIDES:
        text = text.replace(sign, "")
    return text.casefold()


def _words(text: str) -> list[str]:
    text = _plain(text)
    between = list(filterfalse(_WORD.match, {*beyond_ascii(text)}))
    if len(between) > MOST_SIGNS:
        return _WORD.findall(text)
    for sign in between:  # a page has some ten, and is read three times as fast without them
        text = text.replace(sign, " ")
    return text.encode().translate(_LETTERS).decode().split()


def _missing(expected: list[str], found: list[str]) -> Iterator[tuple[int, int]]:
    """Where `expected` has words that are not in `found` with the same two behind them: each run, half open."""
    threes = set(zip(found, found[1:], found[2:], strict=False))
    are_there = bytes(map(threes.__contains__, zip(expected, expected[1:], expected[2:], strict=False)))
    yield from (run.span() for run in _NOT_THERE.finditer(are_there))


class Loss(NamedTuple):
    """What of a dump is not in what was read, in words."""

    longest: int  # passage
    sentence: int  # longest passage that a sentence ends in, where it may be as long as SENTENCE
    passages: int  # all of them together
    fewer: int  # than the dump has, as where what is repeated was lost
    of: int


def loss(dump: str, read: str) -> Loss:
    """What of `dump` is not in `read`.

    >>> loss("The gate closes at six. The keeper said so on Monday.", "The gate closes at six.")
    Loss(longest=6, sentence=0, passages=6, fewer=6, of=11)
    """
    expected, found = _words(dump), _words(read)
    runs = sorted(((end + 2 - start, start) for start, end in _missing(expected, found)), reverse=True)
    runs = [(length, start) for length, start in runs if length >= FEWEST]
    letters = "".join(found) if runs else ""
    # Words that are set apart in one and not in the other are there letter by letter.
    joined = {run for run in runs[:MOST_JOINED] if "".join(expected[run[1] : run[1] + run[0]]) in letters}
    runs = [run for run in runs if run not in joined]
    lost = [length - 2 for length, _ in runs]
    return Loss(max(lost, default=0), _sentence(dump, runs), sum(lost), len(expected) - len(found), len(expected))


def _sentence(dump: str, runs: list[tuple[int, int]]) -> int:
    """The longest of the passages that a sentence ends in, the longest passages first, in words."""
    if not runs or runs[0][0] - 2 < SENTENCE:
        return 0
    text = _plain(dump)
    starts = [word.start() for word in _WORD.finditer(text)]
    for length, at in runs:
        # The threes that are not there begin two words before what is lost, and end two words behind it.
        end = starts[at + length - 2] if at + length < len(starts) else len(text)
        if _SENTENCE_END.search(text, starts[at + 2], end):
            return length - 2
    return 0


def checked(article: Article, dump: str, read: str) -> Article:
    """The article, with the warning "text_lost" where a passage of the dump is not in what was `read` of the file.

    Raises `Reject` with the same code where most of it is lost.
    """
    longest, sentence, passages, fewer, of = loss(dump, read)
    if max(passages, fewer) > MOST * of:
        what = f"Of its {of:,} words {max(passages, fewer):,} cannot be read: it is damaged."
        raise Reject(LOST, what, "Copy or download it again, or save it as plain text.")
    is_whole = longest < PASSAGE and sentence < SENTENCE and max(longest, fewer) < max(FEWEST, SHARE * of)
    return article if is_whole or LOST in article.warnings else replace(article, warnings=(*article.warnings, LOST))

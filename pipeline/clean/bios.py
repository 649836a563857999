"""How a site introduces its authors: by its own words, by the byline, or by the sentence that it uses for all of them.

A frame is a sentence without what is particular to one author: "Jane Doe covers schools in Leeds" and "John Roe covers
courts in York" are one frame and a half. Sites write a few frames and fill them in.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.clean.phrases import phrases
from pipeline.clean.speech import is_quoted, is_reported
from pipeline.records import Article, BlockKind

LONGEST = 120  # words; bios in the development articles have 9 to 90
TAIL = 3  # blocks from the end within which a bio stands on its own
DEEP_TAIL = 8  # and within which it stands if it begins with the name in the byline
FEWEST_FRAME_WORDS = 4  # "_ lives in _" is no frame that only a site would use
ALIKE = 0.5  # share of word pairs that two frames have in common
FEWEST_OF_A_FRAME = 3  # independent articles of a site that end so, with two names at least

_BIG = "[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_BIG}[\w.’'-]+(?: (?:{_BIG}[\w.’'-]*|de|da|do|del|van|von)){{1,4}}"
NAMED = re.compile(_NAME)
_IS, _TRADE, _TRADES, _WHERE = (phrases("author_blurb", name) for name in ("is", "trade", "trades", "where"))
# In the present tense: "was a journalist" is what an article says of somebody else.
_BIO = re.compile(
    rf"(?P<who>{_NAME}|{phrases('author_blurb', 'they')}) {_IS} (?:{_TRADE}|{_TRADES})(?:[^.]{{0,60}}{_WHERE}|\.)"
)
_LED = re.compile(rf"{phrases('author_blurb', 'lead')}\s?: ")
_PERSONAL = re.compile(rf"(?<!\S)\S*[@\d]\S*|{_NAME}|{_BIG}[\w’'-]*")
_TELLING = re.compile(r"\b(?:s?he|they|him|her|them|his|hers|their|ihr|ihm|sein[er]?|ihre?|il|elle|él|ella|ele|ela)\b")
_PARTS = re.compile(r"(?<!\s)\s*(?:[,;&]|\b(?:and|und|et|y|e)\b)\s*")
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BYLINE})


def _is_short(words: str) -> bool:
    return len(words.split()) <= LONGEST and not is_reported(words) and not is_quoted(words)


def begins_with_author(words: str, author: str) -> bool:
    """Whether its first words are the name in the byline.

    >>> begins_with_author("Jane Doe lives in Leeds.", "John Roe and Jane Doe")
    True
    """
    names = (name.casefold() for name in _PARTS.split(author))
    return any(" " in name and re.match(rf"{re.escape(name)}(?!\w)", words.casefold()) for name in names)


def is_bio(words: str, author: str) -> bool:
    """Whether it says so itself: "Jane Doe is a reporter for ...". Not if the byline has another name."""
    found = _BIO.match(words)
    about_another = bool(found and author and NAMED.fullmatch(found["who"])) and not begins_with_author(words, author)
    return bool((found and not about_another) or _LED.match(words)) and _is_short(words)


def is_authors(words: str, author: str) -> bool:
    """Whether it tells of the author in the byline."""
    return begins_with_author(words, author) and _is_short(words)


@lru_cache(maxsize=1 << 14)
def frame(words: str) -> str:
    """The sentence with a gap for what is particular; empty if too little is left to know it by.

    >>> frame("Jane Doe writes about her town for The Ledger.")
    '_ writes about ~ town for _'
    """
    gapped = _TELLING.sub("~", _PERSONAL.sub("_", " ".join(words.split())))
    parts = re.findall(r"[\w~]+", gapped.casefold())
    kept = [part for i, part in enumerate(parts) if part != "_" or parts[i - 1 : i] != ["_"]]
    return " ".join(kept) if sum(part.isalpha() for part in kept) >= FEWEST_FRAME_WORDS else ""


@lru_cache(maxsize=1 << 14)
def _pairs(one: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(one.split()))


def is_framed(words: str, known: frozenset[str]) -> bool:
    """Whether it begins with a name and has one of the frames, or most of it."""
    own = frame(words) if known and NAMED.match(words) and _is_short(words) else ""
    if not own or own in known:
        return bool(own)
    pairs = _pairs(own)
    return any(len(pairs & other) >= ALIKE * len(pairs | other) for other in map(_pairs, known))


def _tail(article: Article) -> Iterator[str]:
    own = [block for block in article.blocks if block.kind in _KINDS]
    yield from (article.text[block.start : block.end] for block in own[-DEEP_TAIL:])


@dataclass(frozen=True, slots=True)
class Blurb:
    """A sentence at the end of an article that a name begins."""

    frame: str
    name: str
    sure: bool  # it says itself that it introduces an author


def blurbs_of(article: Article) -> Iterator[Blurb]:
    """What may introduce the authors of an article."""
    author = article.metadata.author
    for words in _tail(article):
        name = NAMED.match(words)
        if name and (own := frame(words)) and _is_short(words):
            yield Blurb(own, name[0], is_bio(words, author) or is_authors(words, author))


def _filled(uses: Mapping[str, set[tuple[str, str]]]) -> set[str]:
    """The frames that several independent articles fill with several names."""
    return {
        own
        for own, used in uses.items()
        if len({family for family, _ in used}) >= FEWEST_OF_A_FRAME and len({name for _, name in used}) > 1
    }


def known_frames(blurbs: Iterable[tuple[str, Blurb]]) -> frozenset[str]:
    """The frames in which a site introduces its authors: those of blurbs that say so, and those it fills with names.

    `blurbs` are all of one site, each with the family that its article counts for.
    """
    sure: set[str] = set()
    uses: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for family, blurb in blurbs:
        uses[blurb.frame].add((family, blurb.name))
        if blurb.sure:
            sure.add(blurb.frame)
    return frozenset(sure | _filled(uses))

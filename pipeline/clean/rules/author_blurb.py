"""Author blurbs and bios: who the author is, under a heading of their own or as the article's last words."""

import re
from collections.abc import Iterator

from pipeline.clean.rule import Page, Rule
from pipeline.records import Block, BlockKind, Region, Span

LONGEST_BLURB = 120  # words; bios in the development articles have 15 to 90
MOST_BLOCKS = 8  # from a heading to the end of the article, where all that stands below it is blurb
TAIL = 3  # blocks from the end within which a bio without a heading may stand

_HEADING = re.compile(
    r"(?:about|meet) the (?:authors?|writers?|contributors?)|(?:the )?authors?|written by|autor(?:es|a|en|in)?"
    r"|sobre (?:[oa]s?|el|l[ao]s?) autor(?:a|es|as)?|acerca del? (?:la )?autora?"
    r"|à propos de l[’']auteure?|l[’']auteure?"
    r"|über (?:den autor|die autorin)|zum autor|zur autorin",
    re.IGNORECASE,
)
_TRADE = (
    r"(?:\w+[- ]){0,4}?(?:journalist|reporter|correspondent|editor|columnist|writer|contributor|author|professor"
    r"|researcher|lecturer|fellow|analyst|historian|student|graduate|photographer|blogger)"
)
_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|da|van|von)){1,4}"
_PERSON = re.compile(_NAME)
_FOREIGN_TRADE = (
    r"(?:jornalista|repórter|escritora?|professora?|periodista|reportera|profesora?|journaliste|Journalist(?:in)?"
    r"|Redakteur(?:in)?|Korrespondent(?:in)?|Autor(?:in)?)"
)
# In the present tense: "was a journalist" is what an article says of somebody else.
_BIO = re.compile(
    rf"(?:{_NAME}|[Ss]?[Hh]e|They|The (?:author|writer)) (?:is|are|has been|works as|has worked as)"
    rf" (?:an? |the |our )?{_TRADE}s?\b"
    r"(?:[^.]{0,60}\b(?:at|for|with|of|in|based|who|covering|specialis|specializ|and)\b|\.)"
    rf"|{_NAME} (?:é|es|est|ist) (?:uma? |una? |une? |eine? )?(?:\w+ ){{0,2}}{_FOREIGN_TRADE}\b"
)
_NOTE = re.compile(
    rf"{_TRADE}(?: and {_TRADE})?,? (?:at|of|for|from|with|based|covering|interested|passionate|who)\b", re.IGNORECASE
)
_SPEAKS = re.compile(r"\b(?:said|says|told|adds?|added|argues?|argued|warns?|warned|wrote|according)\b")


def _is_heading(page: Page, block: Block) -> bool:
    kinds = {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BYLINE}
    return block.kind in kinds and bool(_HEADING.fullmatch(page.words(block).rstrip(" :")))


def _is_bio(page: Page, block: Block) -> bool:
    words = page.words(block)
    noted = block.kind is BlockKind.LIST_ITEM and not block.lead and _NOTE.match(words)
    return bool(_BIO.match(words) or noted) and not _SPEAKS.search(words)


def _under(page: Page, heading: int) -> Iterator[Block]:
    """What belongs to the heading: at the end of the article all that is short, elsewhere a name and a bio."""
    following = page.blocks[heading + 1 :]
    last = len(following) <= min(heading, MOST_BLOCKS)
    for block in following:
        words = page.words(block)
        named = block is following[0] and _PERSON.fullmatch(words)
        told = block.kind is not BlockKind.HEADING and len(words.split()) <= LONGEST_BLURB
        if not (named or (told and (last or _is_bio(page, block)))):
            return
        yield block


def find_author_blurbs(page: Page) -> Iterator[Block | Span]:
    """It tells who wrote the article, not what the article says."""
    under: set[Block] = set()
    tail = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BYLINE}
    for i, block in enumerate(page.blocks):
        if titled := _is_heading(page, block):
            under |= set(_under(page, i))
        in_tail = i >= len(page.blocks) - TAIL and block.kind in tail
        bio = in_tail and len(page.words(block).split()) <= LONGEST_BLURB and _is_bio(page, block)
        if titled or bio or block in under or block.region is Region.AUTHOR:
            yield block


RULE = Rule("author_blurb", find_author_blurbs)

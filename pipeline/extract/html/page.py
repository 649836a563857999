"""The pieces of a page to an article: which of them are it, and what each is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.errors import Reject
from pipeline.extract.html.byline_rows import is_byline_row
from pipeline.extract.html.bylines import is_byline, is_day, is_parted_byline, with_whole_bylines
from pipeline.extract.html.faq import mark_questions
from pipeline.extract.html.headings import promote
from pipeline.extract.html.main_content import MainContent
from pipeline.extract.html.marked import prose
from pipeline.extract.html.metadata.authors import find_authors
from pipeline.extract.html.metadata.credits import credited
from pipeline.extract.html.metadata.days import find_day
from pipeline.extract.html.metadata.declared import Declared
from pipeline.extract.html.pieces import Piece, lay_out
from pipeline.extract.html.regions import Mark
from pipeline.extract.html.standfirst import find_standfirst, is_standfirst
from pipeline.extract.html.titles import as_called
from pipeline.extract.html.tree import ancestors
from pipeline.records import Article, BlockKind, Metadata, Region

OPENING = 8  # blocks from the title on in which a line that only looks like a byline is one

_A_LINK, _A_SHARE_LINK = Mark(Region.RELATED), Mark(Region.SHARE)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document beside its tree."""

    format: str
    encoding: str
    warnings: tuple[str, ...] = ()


def _furnish(piece: Piece, region: Region) -> None:
    piece.kind, piece.level, piece.region = BlockKind.FURNITURE, 0, region


def _may_credit(piece: Piece, mark: Mark | None, around: Mark | None) -> bool:
    """Whether a byline may be so marked: as an author's, as a mere link in the article, or with the share links."""
    if mark is None or mark.region is Region.AUTHOR or (mark == _A_LINK and around is None):
        return True
    return mark == _A_SHARE_LINK and (bool(credited(piece.text)) or is_day(piece.text))


def _is_credit(pieces: Sequence[Piece], i: int, main: MainContent, start: int) -> bool:
    opening = start <= i <= start + OPENING
    return is_byline(pieces[i], main.node, main.held, opening=opening) or (
        opening and (is_parted_byline(pieces, i) or is_byline_row(pieces, i))
    )


def _captions_after(pieces: Sequence[Piece], main: MainContent) -> frozenset[int]:
    """The captions right after the element of the article, of images that a content system sets below it."""

    def is_one(i: int) -> bool:
        piece = pieces[i]
        is_beside = any(node is main.node.parent for node in ancestors(piece.node))
        return piece.kind is BlockKind.CAPTION and not main.around[piece.node] and is_beside

    return frozenset(takewhile(is_one, range(main.last, len(pieces))))


def _settle(piece: Piece, mark: Mark | None) -> None:
    """Say what a piece is that stands where the article does."""
    if mark and mark.surrounds:
        _furnish(piece, mark.region)
    elif mark:
        piece.region = mark.region


def _is_ours(i: int, piece: Piece, mark: Mark | None, main: MainContent) -> bool:
    """Whether a piece stands where the article does, by the element that it is in and by the title."""
    title = main.title
    start = main.first if title is None else title
    if main.is_whole:
        return True
    if main.first <= i < main.last:
        return i >= start or bool(prose(piece))  # what little stands before the title is a section's name or a date
    return title is not None and title < i < main.first and not mark and is_standfirst(piece)


def _arrange(pieces: Sequence[Piece], main: MainContent, kept: frozenset[int] | None) -> None:
    """Give every piece its kind and region."""
    title = main.title
    start = main.first if title is None else title
    standfirst = find_standfirst(pieces, main) if kept is not None else ()
    captions = _captions_after(pieces, main)

    for i, piece in enumerate(pieces):
        inside = main.first <= i < main.last
        mark = main.marks[piece.node] if inside else main.around[piece.node]
        near = main.is_whole or inside or (title is not None and title < i < main.first)
        if i == title:
            piece.kind, piece.level, piece.region = BlockKind.HEADING, 1, Region.TITLE
        elif near and _may_credit(piece, mark, main.around[piece.node]) and _is_credit(pieces, i, main, start):
            piece.kind = BlockKind.BYLINE
        elif i in captions:
            piece.region = Region.BODY
        elif kept is not None and (i in kept or (near and mark is None and piece.kind is BlockKind.CAPTION)):
            piece.region = Region.BODY  # cleaning tells captions from the text
        elif i in standfirst:
            piece.region = Region.STANDFIRST
        elif (kept is None or (inside and mark)) and _is_ours(i, piece, mark, main):
            _settle(piece, mark)  # a bio or a share bar in the article keeps its kind: cleaning says what it is
        else:
            _furnish(piece, mark.region if mark else Region.BODY)
    promote(piece for piece in pieces[start:] if piece.kind is not BlockKind.FURNITURE)


def make_article(
    source: Source,
    pieces: Sequence[Piece],
    main: MainContent,
    said: Declared,
    kept: frozenset[int] | None = None,
) -> Article:
    """The article in a page's `pieces`; ids and path stay empty. Raises `Reject` if there are no words in it.

    `kept` are the indices of the pieces that are the article; without it, that is those in `main` which nothing marks.
    """
    title = main.title
    _arrange(pieces, main, kept)
    text, blocks = lay_out(list(with_whole_bylines(pieces)))
    if not any(map(str.isalpha, text)):
        raise Reject(
            "no_text",
            "There are no words in it.",
            "Check that the file is the article, and not a page that scripts fill.",
        )
    head = main.first if title is None else title
    metadata = Metadata(
        title=as_called(pieces[title], said.titles) if title is not None else next(iter(said.titles), ""),
        author="; ".join(find_authors(pieces, head, said)),
        site=said.site,
        published=find_day(pieces, head, said),
        url=said.url,
        language=said.language,
    )
    warnings = source.warnings + (("damaged_characters",) if "\ufffd" in text else ())
    blocks = mark_questions(blocks, text, said.questions)
    return Article("", "", source.format, "", source.encoding, metadata, text, blocks, warnings=warnings)

"""A table that lost its lines: a header such as "Topic Details", then rows whose first words are the label.

    Topic Details
    Global Impact 🌍 Relations affect global diplomatic efforts.
    Future Outlook 🔮 Success depends on both sides.

Cells are told apart by tabs, pipes, emoji, or, with none of these, by the last capitalised word in a row's opening
run of capitalised words: "Key Players Leaders and diplomats play" has the label "Key Players".
"""

import re
import unicodedata
from itertools import pairwise

from pipeline.extract.line import Line
from pipeline.records import Block, BlockKind, Span

LONGEST_HEADER = 6  # words; a header names columns, it says nothing
LONGEST_LABEL = 5  # words

_SEPARATOR = re.compile(r"\s*\t\s*|\s+\|\s+| {3,}")
_ENDS = (".", "!", "?", "…")


def _is_pictogram(character: str) -> bool:
    # So: pictures; Sk, Mn, Cf: skin tones, variation selectors and joiners that belong to them
    return unicodedata.category(character) == "So" or character in "\ufe0f\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff"


def _pieces(line: Line) -> tuple[Span, ...]:
    """The runs of `line` between pictograms or column separators."""
    spans: list[Span] = []
    for match in _SEPARATED.finditer(_as_separators(line.text)):
        spans.append(Span(line.start + match.start(), line.start + match.end()))
    return tuple(spans)


_SEPARATED = re.compile(r"[^\x00\s](?:[^\x00]*[^\x00\s])?")


def _as_separators(text: str) -> str:
    """The text with every separator replaced by NULs of the same length, so that offsets hold."""
    text = "".join("\x00" if _is_pictogram(character) else character for character in text)
    return _SEPARATOR.sub(lambda match: "\x00" * len(match[0]), text)


def _known_names(prose: str) -> set[tuple[str, str]]:
    """Pairs of capitalised words that stand together inside sentences: "New START", "Cold War"."""
    runs = re.findall(r"\b[a-z]+,? ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+)", prose)
    return {pair for run in runs for pair in pairwise(run.split())}


def _split_label(line: Line, names: set[tuple[str, str]]) -> tuple[Span, ...]:
    """Label and statement of a row that has nothing between them, or the whole row where that is unclear."""
    matches = list(re.finditer(r"\S+", line.text))
    words = [match[0] for match in matches]
    run = next((i for i, word in enumerate(words) if not word[0].isupper()), len(words))
    cut = run - 1
    while cut > 1 and (words[cut - 1], words[cut].rstrip(".,")) in names:
        cut -= 1
    if not 1 <= cut <= LONGEST_LABEL:
        return (Span(line.start, line.end),)
    split = matches[cut].start()
    return (Span(line.start, line.start + len(line.text[:split].rstrip())), Span(line.start + split, line.end))


def _header_cells(line: Line) -> tuple[Span, ...]:
    cells = _pieces(line)
    if len(cells) == 1 and len(line.words) == 2:  # noqa: PLR2004 - "Topic Details": a word a column
        first = len(line.words[0])
        return (Span(line.start, line.start + first), Span(line.end - len(line.words[1]), line.end))
    return cells


def _looks_like_header(line: Line) -> bool:
    capitals = [word for word in line.words if word[0].isupper()]
    return len(line.words) <= LONGEST_HEADER and not line.text.endswith((*_ENDS, ":")) and len(capitals) >= 2  # noqa: PLR2004


def _looks_like_row(line: Line) -> bool:
    first = next((c for c in line.text if c.isalnum()), "")
    return (first.isupper() or first.isdigit()) and line.text.endswith(_ENDS) and len(line.words) > LONGEST_LABEL - 1


def _row(cells: tuple[Span, ...], headers: tuple[Span, ...], *, is_header: bool = False) -> Block:
    return Block(
        BlockKind.TABLE_ROW, cells[0].start, cells[-1].end, cells=cells, headers=() if is_header else headers, is_header=is_header
    )


def read_table(lines: list[Line], text: str) -> tuple[Block, ...]:
    """The rows of the table that `lines` are, header first; empty if they are no table."""
    separated = [_pieces(line) for line in lines if line.words]
    columns = len(separated[0])
    if len(lines) >= 2 and columns >= 2 and all(len(cells) == columns for cells in separated):  # noqa: PLR2004
        return (
            _row(separated[0], (), is_header=True),
            *(_row(cells, separated[0]) for cells in separated[1:]),
        )
    if len(lines) < 3 or not _looks_like_header(lines[0]) or not all(map(_looks_like_row, lines[1:])):  # noqa: PLR2004
        return ()
    names = _known_names(text[: lines[0].start] + text[lines[-1].end :])
    headers = _header_cells(lines[0])
    rows = [_pieces(line) if len(_pieces(line)) > 1 else _split_label(line, names) for line in lines[1:]]
    return (_row(headers, (), is_header=True), *(_row(cells, headers) for cells in rows))

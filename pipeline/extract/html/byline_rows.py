"""The rows of a table or list of facts under a title that say when the article was published, and who wrote it."""

import re
from collections.abc import Iterator, Sequence

from pipeline.dates import BETWEEN, find_dates
from pipeline.extract.html.bylines import SAYS_SO, is_day
from pipeline.extract.html.metadata.credits import is_full_name
from pipeline.extract.html.pieces import BETWEEN_CELLS, Piece
from pipeline.records import BlockKind

MOST_ROWS = 6  # of facts about an article

_LABEL = re.compile(
    r"(?:(?:published|posted|released|written|(?:last )?(?:updated|modified))(?: (?:on|by))?|authors?"
    r"|veröffentlicht(?: am)?|publié(?: le)?|publicado(?: el| em)?)\s*:?",
    re.IGNORECASE,
)
# A row about an event begins with these, too.
_WHEN = re.compile(
    r"(?:date|datum|stand|fecha|data|(?:zuletzt )?(?:aktualisiert|geändert|erstellt)(?: am)?|erscheinungs(?:datum|tag)"
    r"|letzte (?:aktualisierung|änderung)|mis à jour(?: le)?|(?:última )?(?:actualización|atualização))\s*:?",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:by|von|par|por|autor(?:in|en|a|es)?|auteur|text|texto?e?|redaktion|edição|reportagem)\s*:?", re.IGNORECASE
)
_FILED = re.compile(
    r"(?:category|section|kategorie|rubrik|ressort|catégorie|rubrique|categoría|sección|categoria|seção|editoria"
    r"|reading time|lesezeit|lesedauer)\s*:?",
    re.IGNORECASE,
)


def _table_around(pieces: Sequence[Piece], at: int) -> Iterator[list[str]]:
    """The cells of each row of the table that has the row `at`."""
    first = at
    while first and pieces[first - 1].group is pieces[at].group:
        first -= 1
    for piece in pieces[first : first + MOST_ROWS + 1]:
        if piece.group is pieces[at].group and piece.kind in {BlockKind.TABLE_ROW, BlockKind.BYLINE}:
            yield piece.text.split(BETWEEN_CELLS)


def _is_fact(cells: Sequence[str]) -> bool:
    label, *others = cells
    told = " ".join(others)
    is_name = is_full_name(told) and not is_day(told)
    return bool(others) and bool(
        (_WHEN.fullmatch(label) and is_day(told)) or (_WHO.fullmatch(label) and is_name) or _FILED.fullmatch(label)
    )


def _says_so(cells: Sequence[str]) -> bool:
    dated = (SAYS_SO.match(cell) and any(find_dates(cell, day_first=BETWEEN)) for cell in cells)
    return bool(_LABEL.fullmatch(cells[0])) or any(dated)


def is_byline_row(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a row near the title says when the article was published, or who wrote it.

    "Date | 3 February 2021" may be that of an event: it counts where no row of its table tells of something else.
    """
    if pieces[at].kind is not BlockKind.TABLE_ROW:
        return False
    if _says_so(pieces[at].text.split(BETWEEN_CELLS)):
        return True
    rows = list(_table_around(pieces, at))
    is_filed = all(_FILED.fullmatch(cells[0]) for cells in rows)
    return len(rows) <= MOST_ROWS and not is_filed and all(_is_fact(cells) or _says_so(cells) for cells in rows)

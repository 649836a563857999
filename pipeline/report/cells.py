"""A cell as every kind of table shows it: a list in one line of text, and no sign that a program breaks or drops."""

from typing import Any

from pipeline.report.rows import CELL_LIMIT

REPLACEMENT = "\ufffd"

# Control characters, and what no XML file and no UTF-8 may hold: half a character, and two that are none.
_UNSHOWN = [*(code for code in range(32) if chr(code) not in "\t\n"), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_SHOWN = dict.fromkeys(_UNSHOWN, REPLACEMENT)


def joined(cell: Any) -> Any:
    """A list as text, with `;` between its items; anything else as it is."""
    return ";".join(item.replace(";", ",") for item in cell) if isinstance(cell, tuple) else cell


def shown(text: str) -> str:
    """The text with LF at its line ends and a replacement character for what cannot be shown."""
    if text.isprintable():  # as nearly every text is
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_SHOWN)


def cut(text: str) -> str:
    """The text, cut to what a cell takes; `…` says that more was there. An emoji counts twice, as in spreadsheets."""
    if 2 * len(text) <= CELL_LIMIT:
        return text
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * CELL_LIMIT:
        return text
    return units[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"

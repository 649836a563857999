"""What marks a line of plain text as an item of a list: bullets, dashes, check marks, numbers and letters."""

import re

_SPACE = r"[ \t\u00a0]"
_BULLET = rf"[•●○◦▪▫‣⁃∙■□◆◇❖➔➜➢➤►▶▸✓✔✗✘☐☑✅❌]\ufe0f?{_SPACE}*"  # nothing but an item begins with one of these
_DASH = rf"[·*+–—-]{_SPACE}+|o\t"
# German and its neighbours write days as "10. Oktober": a number before a month is no item. The names that English
# shares are left out, because "1. August 2022: the bases close" is one.
_FOREIGN_MONTH = r"(?:januar|jänner|februar|märz|marts|mai|maj|juni|juli|oktober|dezember|desember)\b"
_NUMBER = rf"\(?\d{{1,2}}[.)]{_SPACE}+(?!(?i:{_FOREIGN_MONTH}))|\(?(?:[a-z]|[ivx]{{2,4}})\){_SPACE}+"

_SURE = re.compile(rf"(?:{_BULLET})(?=\S)")
_LIKELY = re.compile(rf"(?:{_DASH}|{_NUMBER})(?=\S)")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+$")


def bullet_length(line: str) -> int:
    """How many characters of the line are its bullet and the space after it; 0 if it has none."""
    match = _SURE.match(line) or _LIKELY.match(line)
    return match.end() if match else 0


def is_sure(line: str) -> bool:
    """Whether the line's bullet is one that a sentence never holds, unlike a dash or a number."""
    return bool(_SURE.match(line))


def ends_in_number(before: str) -> bool:
    """Whether the words before an item are a number such as "2. "."""
    return bool(_NUMBERED.search(before))

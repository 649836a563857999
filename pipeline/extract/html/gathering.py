"""The words of one block while they come in: white space, invisible characters, and what can be pressed."""

import re

# Control characters, soft hyphen, zero-width space and joiner, byte order mark: a reader sees none of them.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff]+")
# 10<sup>6</sup> is not 106, and a note's number is no part of the year before it.
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_RAISED_NUMBER = re.compile(r"[\d+−()-]+", re.ASCII)

# Joiners and marks of direction: inside a word or an emoji they have their sense, around a line they have none.
_AT_EDGES = " \u200c\u200d\u200e\u200f"

# What another word may stand right behind, where two elements meet: "2022" and "5 min read", but not "H" and "2".
_ENDS = re.compile(r"[\w]{2}[.!?…]*\Z")


def _spaced(text: str) -> str:
    """The text with one space for each run of white space, at its edges too."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return " " * text[0].isspace() + words + " " * text[-1].isspace()


def as_seen(text: str, *, preformatted: bool, raised: bool) -> str:
    """A text of the page as a reader sees it, its spaces still doubled; the lines of preformatted text stay lines."""
    spaced = "\n".join(map(_spaced, text.split("\n"))) if preformatted else _spaced(text)
    seen = spaced if spaced.isprintable() else _INVISIBLE.sub("", spaced)
    return seen.translate(_RAISED) if raised and _RAISED_NUMBER.fullmatch(seen.strip()) else seen


class Words:
    """What was gathered since the last block began or ended."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._linked = 0
        self._outside_links = self._outside_buttons = False  # whether there is a word
        self._joint = False

    def space(self, mark: str = " ") -> None:
        """A space or line break, of the markup or between two tags."""
        self._parts.append(mark)
        self._joint = False

    def join(self) -> None:
        """An element begins right after another; only its looks may set it apart from that."""
        self._joint = True

    def add(self, text: str, *, in_link: bool, in_button: bool) -> None:
        if self._joint and text:
            self._joint = False
            begins = text[0].isupper() or text[0].isdigit() or text[0] == "©"
            if begins and self._parts and _ENDS.search(self._parts[-1]):
                self.space()
        if any(map(str.isalnum, text)):
            self._outside_links |= not in_link
            self._outside_buttons |= not in_button
        self._linked += len(text.strip()) if in_link else 0
        self._parts.append(text)

    def text(self, between_lines: str) -> str:
        lines = [" ".join(line.split()).strip(_AT_EDGES) for line in "".join(self._parts).split("\n")]
        return between_lines.join(filter(None, lines)) if len(lines) > 1 else lines[0]

    def linked(self, text: str) -> int:
        """How many characters of the text are links; what stands between links is."""
        return min(self._linked, len(text)) if self._outside_links or not self._linked else len(text)

    def is_control(self, text: str) -> bool:
        """Whether it is something to press or to look at; a button that asks opens the answer below it."""
        pressed = not self._outside_buttons and not text.endswith("?")
        return pressed or not any(map(str.isalnum, text))

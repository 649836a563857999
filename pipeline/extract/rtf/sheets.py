"""The tables at the head of an RTF file that its text refers to: styles and fonts."""

from dataclasses import dataclass, field

from pipeline.extract.rtf.charsets import DEFAULT, of_charset, of_code_page
from pipeline.extract.rtf.story import Style

_FILES = {"mac": 10000, "pc": 437, "pca": 850}  # code pages of files that name none


@dataclass(slots=True)
class StyleSheet:
    """The styles of paragraphs under their numbers."""

    styles: dict[int, Style] = field(default_factory=dict)
    _at: Style = field(default_factory=Style)

    def word(self, word: str, number: int | None) -> None:
        if word == "s" and number is not None:
            self._at = self.styles[number] = Style()
        elif word in {"cs", "ds", "ts"}:  # styles of characters, sections and tables
            self._at = Style()
        elif word == "sbasedon":
            self._at.based_on = number
        elif word == "outlinelevel":
            self._at.outline = number
        elif word == "b":
            self._at.bold = number != 0

    def text(self, text: str) -> None:
        """The name comes last, with a semicolon behind it."""
        self._at.name = (self._at.name + text).strip().rstrip(";")


@dataclass(slots=True)
class Encodings:
    """Of the file, and of the fonts that have one of their own."""

    of_file: str = DEFAULT
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0

    def word(self, word: str, number: int | None) -> None:
        """A word of the font table."""
        if word == "f":
            self._font = number or 0
        elif word == "fcharset":
            self._fonts[self._font] = of_charset(number or 0)

    def of_font(self, number: int | None) -> str:
        """The encoding of the bytes in this font, "" for that of the file."""
        return self._fonts.get(number or 0, "")

    def set_file(self, word: str, number: int | None) -> bool:
        """Whether `word` says what the file is written in."""
        if word == "ansicpg" or word in _FILES:
            self.of_file = of_code_page(_FILES.get(word, number or 0))
            return True
        return False

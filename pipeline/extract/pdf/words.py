"""The characters of a PDF's page to words, and what is drawn on it."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from pipeline.extract.pdf.page import Box, Page, Word

WORD_GAP = 0.25  # of the size of the type; a space is 0.25 to 0.33 wide, letters of one word touch
RAISED = 0.12  # of the size; what stands higher than this above its neighbour begins a word of its own
HEAVY = 600  # a weight from which on type is called bold
_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_LONGEST_NAME = 200
_ARTIFACT = "Artifact\0".encode("utf-16-le")
_HYPHENS = "\ufffe\x02"  # what PDFium puts for a hyphen at the end of a line
_UPRIGHT = 0.1  # radians off the horizontal


class _Type(NamedTuple):
    """How the letters of one text object are set."""

    size: float
    bold: bool
    turned: bool
    aside: bool


class _Letters:
    """Reads one page's characters."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._text = page.get_textpage()
        self._turn = page.get_rotation()
        self._left, self._bottom, right, top = page.get_bbox()
        wide, high = right - self._left, top - self._bottom
        self.width, self.height = (high, wide) if self._turn in {90, 270} else (wide, high)
        self._types: dict[int, _Type] = {}

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point as it lies on the page when it is shown."""
        x, y = x - self._left, y - self._bottom
        match self._turn:
            case 90:
                return y, self.height - x
            case 180:
                return self.width - x, self.height - y
            case 270:
                return self.width - y, x
            case _:
                return x, y

    def _type(self, index: int) -> _Type:
        text_object = pdf.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value or -index
        if key not in self._types:
            matrix, flags = pdf.FS_MATRIX(), ctypes.c_int()
            pdf.FPDFText_GetMatrix(self._text, index, matrix)
            size = pdf.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d)
            name = ctypes.create_string_buffer(_LONGEST_NAME)
            pdf.FPDFText_GetFontInfo(self._text, index, name, _LONGEST_NAME, flags)
            heavy = pdf.FPDFText_GetFontWeight(self._text, index) >= HEAVY
            bold = heavy or bool(_BOLD_NAME.search(name.value.decode("utf-8", "replace")))
            angle = pdf.FPDFText_GetCharAngle(self._text, index) - math.radians(self._turn)
            turned = abs(math.remainder(angle, math.tau)) > _UPRIGHT
            self._types[key] = _Type(size or 1, bold, turned, turned or _is_artifact(text_object))
        return self._types[key]

    def words(self) -> Iterator[Word]:
        """The words in the order of the file; spaces are a matter of distance, whether the file has them or not."""
        word: Word | None = None
        before: Word | None = None
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdf.FS_RECTF()
        for i in range(self._text.count_chars()):
            letter = _letter(pdf.FPDFText_GetUnicode(self._text, i))
            if letter.isspace() or pdf.FPDFText_IsGenerated(self._text, i) == 1:
                if word:
                    yield word
                word, before = None, word or before
                continue
            kind = self._type(i)
            pdf.FPDFText_GetCharOrigin(self._text, i, x, y)
            pdf.FPDFText_GetLooseCharBox(self._text, i, box)
            (left, _), (right, _) = self.place(box.left, box.bottom), self.place(box.right, box.top)
            _, base = self.place(x.value, y.value)
            found = Word(letter, min(left, right), max(left, right), base, kind.size, kind.bold, aside=kind.aside)
            # Of turned text there are words alone: it is never read as lines.
            if word and (_goes_on(word, found) or (kind.turned and word.aside)):
                word = word._replace(text=word.text + letter, right=max(word.right, found.right))
                continue
            if word:
                yield word
            last = word or before
            # Before a raised number PDFium puts a space or a new line, whatever the distance.
            if last and (word or _is_raised(last, found)):
                found = found._replace(spaced=_is_apart(last, found))
            word, before = found, None
        if word:
            yield word


def _letter(code: int) -> str:
    letter = chr(code) if code else "\ufffd"
    return "-" if letter in _HYPHENS else letter


def _is_apart(word: Word, after: Word) -> bool:
    gap = after.left - word.right
    return abs(after.base - word.base) > word.size or not -word.size < gap < WORD_GAP * word.size


def _is_raised(word: Word, after: Word) -> bool:
    return after.size < word.size and RAISED * word.size < after.base - word.base < word.size


def _goes_on(word: Word, letter: Word) -> bool:
    same = (word.size, word.bold, word.aside) == (letter.size, letter.bold, letter.aside)
    return same and abs(letter.base - word.base) < RAISED * word.size and not _is_apart(word, letter)


def _is_artifact(text_object: object) -> bool:
    """Whether the file marks a text as decoration of its page, such as a running head."""
    length, name = ctypes.c_ulong(), ctypes.create_string_buffer(_LONGEST_NAME)
    wide = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
    for i in range(max(pdf.FPDFPageObj_CountMarks(text_object), 0)):
        mark = pdf.FPDFPageObj_GetMark(text_object, i)
        if pdf.FPDFPageObjMark_GetName(mark, wide, _LONGEST_NAME, length) and name.raw.startswith(_ARTIFACT):
            return True
    return False


def read_page(page: pdfium.PdfPage) -> Page:
    """What is on one page."""
    letters = _Letters(page)
    boxes, pictures = [], 0
    for drawn in page.get_objects(filter=(pdf.FPDF_PAGEOBJ_PATH, pdf.FPDF_PAGEOBJ_IMAGE, pdf.FPDF_PAGEOBJ_SHADING)):
        if drawn.type != pdf.FPDF_PAGEOBJ_PATH:
            pictures += 1
            continue
        left, bottom, right, top = drawn.get_bounds()
        (x0, y0), (x1, y1) = letters.place(left, bottom), letters.place(right, top)
        boxes.append(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return Page(letters.width, letters.height, tuple(letters.words()), tuple(boxes), pictures)

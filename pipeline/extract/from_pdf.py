"""PDF with text in it, as offices, browsers and typesetters make it. A scan has none, and is not read."""

import re
from contextlib import closing

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from pipeline.errors import Reject
from pipeline.extract import Extractor
from pipeline.extract.html.page import Source
from pipeline.extract.paged.article import Properties, article_of
from pipeline.extract.pdf.damage import is_damaged
from pipeline.extract.pdf.doubt import are_torn
from pipeline.extract.pdf.endless import SamePages, check_drawings
from pipeline.extract.pdf.page import Page
from pipeline.extract.pdf.tree import tree_of
from pipeline.extract.pdf.words import read_page
from pipeline.extract.volume import LOST, checked
from pipeline.records import Article, Document

JUNK_BEFORE = 1024  # bytes; as far as other readers look for the mark
UNKNOWN = 0.3  # share of characters that the file gives no letters for; more leave no sentence whole

TORN = "words_torn"  # the warning where letters lie on each other

_MARK = b"%PDF-"
_DIVIDED = re.compile("[-\ufffe\x02]\r?\n")  # a word that goes on in the next line, as PDFium writes it


def _recognises(content: bytes) -> bool:
    return content[:JUNK_BEFORE].lstrip(b"\xef\xbb\xbf\r\n\t \0").startswith(_MARK)


def _opened(content: bytes) -> pdfium.PdfDocument:
    if _MARK not in content[:JUNK_BEFORE]:
        raise Reject("broken", "It is not the PDF that its name says.", "Download it again, or save it as text.")
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if pdf.FPDF_GetLastError() == pdf.FPDF_ERR_PASSWORD:
            raise Reject("encrypted", "It is protected by a password.", "Save a copy without a password.") from error
        raise Reject("broken", "It is cut off or damaged.", "Copy or download it again.") from error


def _pages(opened: pdfium.PdfDocument) -> tuple[list[Page], str, tuple[str, ...]]:
    """The pages that can be read, their text in the order of the file, and a warning if there are other pages."""
    found, in_file_order, lost, same = [], [], False, SamePages()
    for i in range(len(opened)):
        try:
            with closing(opened[i]) as page:
                with closing(page.get_textpage()) as text:
                    words = text.get_text_range()
                same.check(words)
                found.append(read_page(page))
                in_file_order.append(words)
        except pdfium.PdfiumError:
            lost = True
    return found, _DIVIDED.sub("", "\n".join(in_file_order)), (LOST,) if lost else ()


def _check_text(pages: list[Page]) -> None:
    letters = "".join(word.text for page in pages for word in page.words)
    if not letters and any(page.pictures for page in pages):
        raise Reject(
            "scan",
            "Its pages are pictures: there is no text in it.",
            "Run text recognition over it (OCR), and put the result here.",
        )
    unknown = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in letters)
    if unknown > UNKNOWN * max(len(letters), 1):
        raise Reject(
            "no_letters",
            "It has shapes for its characters, and does not say which letters they are.",
            "Run text recognition over it (OCR), or find it in another format.",
        )


def extract_pdf(document: Document) -> Article:
    """The article in a PDF, without id.

    Raises `Reject`: `broken`, `encrypted`, `too_large`, `endless`, `scan`, `no_letters`, `no_text` or `text_lost`.
    Pages that are pictures among others give the warning "page_without_text", letters that lie on each other
    "words_torn", and damaged parts "text_lost".
    """
    with closing(_opened(document.content)) as opened:
        check_drawings(document.content)
        said = opened.get_metadata_dict()
        pages, in_file_order, warnings = _pages(opened)
    if LOST not in warnings and is_damaged(document.content, len(pages)):
        warnings += (LOST,)
    _check_text(pages)
    if any(page.pictures and not page.words for page in pages):
        warnings += ("page_without_text",)
    if are_torn((word.text for page in pages for word in page.words), in_file_order):
        warnings += (TORN,)
    properties = Properties(said.get("Title", ""), said.get("Author", ""))
    article = article_of(document, Source("pdf", "", warnings), tree_of(pages), properties)
    # The order of the file is that of its program, page by page; words that are torn are in neither as they should be.
    return article if TORN in warnings else checked(article, in_file_order, article.text)


EXTRACTOR = Extractor("pdf", (".pdf",), _recognises, extract_pdf)

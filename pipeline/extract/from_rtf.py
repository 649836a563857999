"""Rich Text Format: what word processors exchange, and many news agencies still send."""

from pipeline.errors import Reject
from pipeline.extract import Extractor
from pipeline.extract.html.page import Source
from pipeline.extract.paged.article import Properties, article_of
from pipeline.extract.rtf.dump import plain_words, rtf_text
from pipeline.extract.rtf.reader import Reader
from pipeline.extract.volume import LOST, checked
from pipeline.records import Article, Document

_MARK = b"{\\rtf"


def _recognises(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(_MARK)


def extract_rtf(document: Document) -> Article:
    """The article in an RTF file, without id. Raises `Reject`: `broken`, `no_text` or `text_lost`.

    One that ends too early keeps what it has, with the warning "text_lost".
    """
    if not _recognises(document.content):
        raise Reject("broken", "It is not the RTF file that its name says.", "Save it again as .rtf.")
    reader = Reader()
    reader.read(document.content)
    source = Source("rtf", reader.encodings.of_file, () if reader.is_complete else (LOST,))
    article = article_of(document, source, reader.root, Properties(reader.said["title"], reader.said["author"]))
    return checked(article, rtf_text(document.content), plain_words(article.text))


EXTRACTOR = Extractor("rtf", (".rtf",), _recognises, extract_rtf)

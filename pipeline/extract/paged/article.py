"""The tree of a document with pages to its article, with what its properties say."""

import re
from dataclasses import dataclass, replace

from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import whole_content
from pipeline.extract.html.metadata.declared import Declared
from pipeline.extract.html.metadata.stated import people, plain
from pipeline.extract.html.page import Source, make_article
from pipeline.extract.html.tree import Node, elements, nodes, own_text
from pipeline.extract.paged.styles import TITLE, heading
from pipeline.records import Article, Document

LONGEST_TITLE = 30  # words; the longest headlines of the development articles have 20

_HEADING = re.compile(r"h\d")
_NO_TITLE = re.compile(
    r"(?:untitled|document|unbenannt|sans titre|microsoft word|powerpoint presentation|about:blank)\W*\d*"
    r"|.*\.(?:docx?|dotx?|odt|rtf|pdf|html?|indd|qxp|txt|md|tex|pages)",
    re.IGNORECASE,
)
_MADE_OF = re.compile(r"^Microsoft (?:Office )?Word\s*-\s*", re.IGNORECASE)
# What programs and offices write where nobody has.
_NOBODY = frozenset(
    "user|owner|admin|administrator|root|author|default|office|microsoft|microsoft office user|python-docx".split("|")
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of its document, as it says it.

    The day on which a file was made is left alone: it is the day of an export or a template as often as not, and
    never said to be the day of publication.
    """

    title: str = ""
    author: str = ""

    def titles(self) -> tuple[str, ...]:
        """The title, where it is not the name of a file."""
        title = _MADE_OF.sub("", plain(self.title))
        return () if not title or _NO_TITLE.fullmatch(title) else (title,)

    def authors(self) -> str:
        """The author, where it is not what a program puts there."""
        return "; ".join(name for name in people(self.author.split(";")) if name.lower() not in _NOBODY)


def _opens_in_bold(root: Node) -> Node | None:
    """The first paragraph, if it is a line in bold type and no sentence."""
    first = next(iter(elements(root)), None)
    if first is None or first.tag != "p" or len(first.children) != 1:
        return None
    inner = first.children[0]
    if isinstance(inner, str) or inner.tag != "b":
        return None
    words = own_text(inner).strip()
    return first if len(words.split()) <= LONGEST_TITLE and not words.endswith((".", ":", ";", ",")) else None


def _settle_title(root: Node) -> None:
    """Mark the title, and put the headings of the first level below it.

    Without a title's style it is the only heading of the first level, or else a line in bold type that opens all.
    """
    found = [node for node in nodes(root) if _HEADING.fullmatch(node.tag)]
    titles = [node for node in found if node.get("class") == TITLE.name]
    if not titles and sum(node.tag == TITLE.tag for node in found) != 1 and (opening := _opens_in_bold(root)):
        opening.tag = TITLE.tag
        titles = [opening]
    if titles:
        for node in found:
            if node not in titles:
                node.tag = heading(int(node.tag[1]) + 1).tag


def article_of(document: Document, source: Source, root: Node, properties: Properties) -> Article:
    """The article in a tree, without id. Raises `Reject` if there are no words in it.

    A byline in the text comes before the author in the properties, which is often the owner of a computer.
    """
    _settle_title(root)
    pieces = read(root)
    said = Declared(titles=properties.titles())
    article = make_article(source, pieces, whole_content(root, pieces, said.titles), said)
    metadata = replace(article.metadata, author=article.metadata.author or properties.authors())
    return replace(article, path=document.path, sha256=document.sha256, metadata=metadata)

"""The tree of a document with pages to its article, with what its properties say."""

import re
from dataclasses import dataclass, replace

from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import whole_content
from pipeline.extract.html.metadata import Declared
from pipeline.extract.html.page import Source, make_article
from pipeline.extract.html.stated import people, plain
from pipeline.extract.html.tree import Node, nodes
from pipeline.extract.paged.styles import DEEPEST_HEADING, TITLE, heading
from pipeline.records import Article, Document

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


def _put_under_title(root: Node) -> None:
    """Where there is a title, the headings of the first level stand below it."""
    found = [node for node in nodes(root) if re.fullmatch(r"h\d", node.tag)]
    if any(node.get("class") == TITLE.name for node in found):
        for node in found:
            if node.get("class") != TITLE.name:
                node.tag = heading(min(int(node.tag[1]) + 1, DEEPEST_HEADING)).tag


def article_of(document: Document, source: Source, root: Node, properties: Properties) -> Article:
    """The article in a tree, without id. Raises `Reject` if there are no words in it.

    A byline in the text comes before the author in the properties, which is often the owner of a computer.
    """
    _put_under_title(root)
    pieces = read(root)
    article = make_article(source, pieces, whole_content(root, pieces), Declared(titles=properties.titles()))
    metadata = replace(article.metadata, author=article.metadata.author or properties.authors())
    return replace(article, path=document.path, sha256=document.sha256, metadata=metadata)

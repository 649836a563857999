"""Labelled text as Markdown: a `#` line opens a document, a name stands in brackets, with its type behind it.

A paragraph is what is parsed at once. The name of a file begins with its language: `fr.md`, `fr-after.md`. See
data/names/README.md.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from bench.named.collection import TYPES, Collection, Name, Sentence

MARKED = ".md"  # how such a file ends
_NAME = re.compile(rf"\[(?P<words>[^\[\]]*\S) (?P<type>{'|'.join(TYPES)})\]")
_BRACKET = re.compile(r"[\[\]]")
_TITLE = "# "


def _sentence(paragraph: str) -> Sentence:
    """Raises `ValueError` where a bracket is left over, as a type that is none would leave it."""
    text, names, at = "", [], 0
    for match in _NAME.finditer(paragraph):
        text += paragraph[at : match.start()]
        names.append(Name(len(text), len(text) + len(match["words"]), match["type"]))
        text += match["words"]
        at = match.end()
    text += paragraph[at:]
    if left := _BRACKET.search(text):
        raise ValueError(f"a bracket that marks no name: ...{text[max(left.start() - 20, 0) : left.end() + 20]}...")
    return Sentence(text, tuple(names))


def _documents(text: str) -> Iterator[list[Sentence]]:
    for part in re.split(rf"(?m)^{_TITLE}.*$", text)[1:]:
        paragraphs = (" ".join(lines.split()) for lines in part.split("\n\n"))
        yield [_sentence(paragraph) for paragraph in paragraphs if paragraph]


def read_marked(path: Path) -> Collection:
    """The documents of a file. Raises `ValueError` for a bracket that marks no name, and for words before a title."""
    text = path.read_text(encoding="utf-8")
    if not text.startswith(_TITLE):
        raise ValueError(f"{path.name} does not open with a title: {text[:40]!r}")
    return list(_documents(text))

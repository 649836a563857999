"""One document, and the truth about it."""

import re
from dataclasses import dataclass, field

from structured.blocks import Seen, heading, plain

KINDS = {
    "p": "paragraph",
    "li": "list_item",
    "q": "question",
    "a": "answer",
    "cap": "caption",
    "quote": "quote",
    "by": "byline",
}
OUT = frozenset({"bio", "related", "comment", "prompt", "share", "ad"})  # not the article, each a unit of text


@dataclass
class Page:
    """One document: what a tool gets, and the truth about it."""

    name: str
    content: str
    style: str
    title: str
    author: str
    date: str
    blocks: list[Seen] = field(default_factory=list)
    out: list[tuple[str, str]] = field(default_factory=list)  # what is not the article: its mark and words
    ignored: set[str] = field(default_factory=set)  # words that may be one thing or another

    def add(self, mark: str, text: str, lead: str = "") -> None:
        """One more marked part."""
        words = plain(text).strip("\u200d")  # what some editors put before a paragraph, and nobody sees
        if mark in OUT:
            self.out.append((mark, words))
        elif mark == "any":
            self.ignored.add(words)
        elif mark[0] == "h" and mark[1:].isdigit():
            self.blocks.append(heading(words, int(mark[1:])))
        else:
            self.blocks.append(Seen(KINDS[mark], words, lead=lead))

    def question(self) -> str:
        """The question that an answer here belongs to."""
        return next(block.text for block in reversed(self.blocks) if block.kind == "question")

    def lead(self) -> str:
        """The last sentence before this place, where the list begins."""
        return re.split(r"(?<=[.!?])\s+", self.blocks[-1].text)[-1]

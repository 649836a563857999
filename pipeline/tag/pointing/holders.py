"""Holders: "the minister" is who the article names as the minister, if it names one.

A role stays an office ("the Russian foreign minister" in general) where no holder is named, where two are, and where
the holder is a former one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Mention, TaggedArticle
from pipeline.tag.merging.keys import key
from pipeline.tag.roles import ROLE, is_role_short_for, role_of

_WORD = r"(?:(?:[A-Z]\.)+|(?:Inc|Corp|Co|Ltd|St)\.|[A-Z][\w&-]*)"  # a full stop inside a name is no end of a sentence
_OF = re.compile(rf" (?:of|at|for) (?:the )?(?P<body>{_WORD}(?: (?:of |and )?{_WORD})*)")
_BODY = re.compile(rf"(?:{_WORD}(?:[’']s?)? )+$")
_NOT_NOW = frozenset(  # right before a role; of "one-time" what is behind the hyphen
    """
    a an another any deposed each every ex few first former future late many new next no onetime other ousted previous
    some then time two
    """.split()
)
_DEFINITE = re.compile(r"\b(?:the|this|that|its|their|our|his|her) $", re.IGNORECASE)
_BETWEEN = re.compile(r",? ")  # role and name: "CEO Ana Prokop", "the CEO, Ana Prokop"
_APPOSED = re.compile(r", (?:the |its |their |an? )?$")  # name and role: "Ana Prokop, the CEO"
_CLOSES = re.compile(r"(?: (?:of|at|for) [^,.;:()\n]{1,60})?(?:[,.;)]|$)", re.MULTILINE)
_OPENERS = frozenset("the but and in as when while after".split())
LOOKBACK = 60  # characters in which the body before a role stands


@dataclass(frozen=True, slots=True)
class _Role:
    start: int
    end: int  # with its body behind it: "minister of Norway"
    role: str
    body: str  # entity id or key; "" where it is not said
    definite: bool
    holder: str = ""  # entity id of the person named with it


class _Reading:
    """One article, read for roles."""

    def __init__(self, tagged: TaggedArticle) -> None:
        self._text = tagged.clean.article.text
        self._people = [m for m in tagged.mentions if m.type == "PERSON"]
        self._starts = {m.start: m for m in self._people}
        self._ends = {m.end: m for m in self._people}
        self._ids = {self._text[m.start : m.end]: m.entity_id for m in tagged.mentions}

    def roles(self) -> Iterator[_Role]:
        for match in ROLE.finditer(self._text):
            if not any(m.start < match.start() < m.end - len(match[0]) for m in self._people):
                yield from self._read(match)

    def _read(self, match: re.Match[str]) -> Iterator[_Role]:
        start = self._start_of(match)
        own = self._text[start : match.start()]
        lead = self._text[max(0, start - LOOKBACK) : start]
        behind = _OF.match(self._text, match.end())
        end = behind.end() if behind else match.end()
        described = not behind and self._text.startswith(" of ", match.end())  # "the head of a firm"
        if described or _NOT_NOW & {*lead.casefold().replace("-", " ").split()[-1:], *own.casefold().split()[:1]}:
            return
        body = self._body(own) or (self._body(behind["body"]) if behind else "")
        definite = bool(body) or bool(_DEFINITE.search(lead))
        yield _Role(start, end, role_of(match[0]), body, definite, self._holder(start, match.end(), end))

    def _start_of(self, match: re.Match[str]) -> int:
        """Where the body before a role begins, or the role itself."""
        front = _BODY.search(self._text, max(0, match.start() - LOOKBACK), match.start())
        start = front.start() if front else match.start()
        while start < match.start() and self._text[start : match.start()].partition(" ")[0].casefold() in _OPENERS:
            start = self._text.index(" ", start) + 1
        return start

    def _body(self, words: str) -> str:
        name = re.sub(r"[’']s?$", "", words.strip())
        return self._ids.get(name) or key(name, "ORG")

    def _holder(self, start: int, end_of_role: int, end: int) -> str:
        for at in (end_of_role, end):
            gap = _BETWEEN.match(self._text, at)
            if gap and (person := self._starts.get(gap.end())):
                return person.entity_id
        gap = _APPOSED.search(self._text[max(0, start - len(", their ")) : start])
        person = self._ends.get(start - len(gap[0])) if gap else None
        return person.entity_id if person and _CLOSES.match(self._text, end) else ""


def _means(pointer: _Role, holders: Sequence[_Role]) -> set[str]:
    return {
        one.holder for one in holders if is_role_short_for(pointer.role, one.role) and pointer.body in {"", one.body}
    }


def point_at_holders(tagged: TaggedArticle) -> Iterator[Mention]:
    """The roles in an article that mean one person whom it names with that role, there or elsewhere."""
    roles = list(_Reading(tagged).roles())
    holders = [one for one in roles if one.holder]
    for pointer in roles:
        others = _means(pointer, holders) if pointer.definite else set[str]()
        meant = {pointer.holder} if pointer.holder else others
        if len(meant) == 1:
            yield Mention(pointer.start, pointer.end, "PERSON", meant.pop())

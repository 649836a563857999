"""Acronyms that an article introduces: "Kurdistan Workers' Party (PKK)", "the NFA (National Fire Agency)".

The initials decide, as in Schwartz and Hearst (2003), who look for a long form before the brackets; here a name that
the article is known to hold comes first, and where the short form comes from another language two thirds of its
capitals are enough; for a body with the name of its country, any that are new.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from pipeline.records import Mention
from pipeline.tag.aliases import by_alias, read_aliases
from pipeline.tag.heads import HEADS
from pipeline.tag.merging.keys import key_of

FOREIGN = 2 / 3  # of the capitals of "PKK" are initials of "Kurdistan Workers' Party"
TELLING = 3  # capitals: two are shared by chance
LONGEST = 500  # characters of a long form that no reader has found
ALIKE = 2 / 3  # of the longer words of two long forms, for a known short form to keep its meaning

_SHORT = r"(?P<short>[A-Z][A-Za-z&.-]{0,8}[A-Z][A-Za-z]{0,2}?\.?)"
_WORD = r"[A-Z][\w’'.&-]*"
_LONG = rf"(?P<long>{_WORD}(?:,?\s(?:(?:of|and|for|the|on|in|de|du|des|against|to|&)\s){{0,2}}{_WORD}){{1,12}})"
_AFTER_LONG = re.compile(
    rf"(?:\s\((?:the\s|formerly\s|or\s)?[\"“]?|,?\s(?:or|known\sas|abbreviated)\s(?:the\s)?){_SHORT}s?(?=[\"”;,)])"
)
_LONG_AT_END = re.compile(_LONG + "$")
_BEFORE_LONG = re.compile(rf"(?<!\w){_SHORT}\s\((?:the\s)?{_LONG}\)")
_INITIAL = re.compile(r"(?:(?<=\W)|^)[^\W\d_]|(?<=[a-z])[A-Z]")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A name with its short form."""

    long: str
    short: str
    type: str
    entity_id: str


def _capitals(short: str) -> str:
    return "".join(re.findall(r"[A-Z]", short))


def initials(words: str) -> str:
    """The first letters of the words and of their parts: "Security and Co-operation" has SaCo, in capitals SACO.

    >>> initials("Security and Co-operation")
    'SACO'
    """
    return "".join(_INITIAL.findall(words)).upper()


def _in_order(letters: str, among: str) -> bool:
    rest = iter(among)
    return all(letter in rest for letter in letters)


def stands_for(short: str, long: str, *, foreign: bool) -> bool:
    """Whether a short form is one of a long form; `foreign` allows for letters of another language.

    >>> stands_for("OSCE", "Organization for Security and Co-operation in Europe", foreign=False)
    True
    >>> stands_for("PKK", "Kurdistan Workers' Party", foreign=True)
    True
    >>> stands_for("UTC", "National Fire Agency", foreign=True)
    False
    """
    letters, first = _capitals(short), initials(long)
    if _in_order(letters, first) and letters[0] == first[0]:
        return True
    shared = sum(letter in first for letter in letters)
    return foreign and len(letters) >= TELLING and shared >= FOREIGN * len(letters)


def _shrunk(short: str, long: str) -> str:
    """The end of a long form that the short one stands for: "Later the National Fire Agency" without "Later the"."""
    starts = [match.start() for match in re.finditer(r"(?<!\S)(?=[A-Z])", long)]
    fit = [long[at:] for at in starts if stands_for(short, long[at:], foreign=False)]
    return min(fit, key=len, default="")


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w{4,}", name.lower()))


def _share_words(long: str, name: str) -> bool:
    """Whether two names are one but for a word: "Organization for Security & Co-operation" has another "and"."""
    a, b = _words(long), _words(name)
    return len(a & b) >= ALIKE * max(len(a), len(b), 1)


@cache
def _names_of(entity_id: str) -> frozenset[str]:
    return frozenset(row.alias for row in read_aliases() if row.entity_id == entity_id and " " in row.alias)


def _identity(long: str, short: str, kind: str) -> tuple[str, str]:
    """Type and id of what both forms name. A known short form keeps its id if the long one is nearly a known name."""
    if known := by_alias().get(long):
        return known.type, known.entity_id
    known = by_alias().get(short)
    if known and any(_share_words(long, name) for name in _names_of(known.entity_id)):
        return known.type, known.entity_id
    return kind, key_of(long)


def _type_of(long: str, mention: Mention | None) -> str:
    """What the long form is; nothing if neither a mention nor its head says so."""
    if mention is not None and mention.type not in {"PERSON", "NORP"}:
        return mention.type
    return next((HEADS[word] for word in reversed(long.lower().split()) if word in HEADS), "ORG" if mention else "")


def _made(long_at: tuple[int, int], text: str, short: str, mention: Mention | None) -> Iterator[Introduced]:
    long = text[slice(*long_at)]
    if kind := _type_of(long, mention):
        yield Introduced(long, short, *_identity(long, short, kind))


def _fits(match: re.Match[str], long: str, named: Mention) -> bool:
    """Whether a short form is a name's; its letters may all be of another language: "German Football Union (DFB)"."""
    short, bracketed = match["short"], "(" in match[0]
    if stands_for(short, long, foreign=bracketed):
        return True
    country = by_alias().get(long.partition(" ")[0])
    foreign = country is not None and country.type == "GPE" and country.kind in {"adjective", "demonym"}
    new = short.isupper() and short.isalpha() and len(short) >= TELLING and short not in by_alias()
    return bracketed and named.type == "ORG" and foreign and new


def introduced(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Introduced]:
    """The acronyms that one parsed block introduces, given the mentions found in it."""
    text = doc.text
    alike = {(m.start, m.end): m for m in reversed(mentions)}
    first = {m.end: m for m in sorted(mentions, key=lambda m: -m.start)}  # of those that end there
    for match in _AFTER_LONG.finditer(text):
        end = match.start()
        before = [first[at] for at in (end, end - 2) if at in first and text[at:end] in {"", "'s", "’s"}]
        named = min(before, key=lambda m: m.start, default=None)
        if named and _fits(match, text[named.start : named.end], named):
            yield from _made((named.start, named.end), text, match["short"], named)
            continue
        tail = _LONG_AT_END.search(text, max(end - LONGEST, 0), end)
        if tail and "(" in match[0] and (long := _shrunk(match["short"], tail["long"])):
            yield from _made((end - len(long), end), text, match["short"], None)
    for match in _BEFORE_LONG.finditer(text):
        if stands_for(match["short"], match["long"], foreign=True):
            inside = alike.get(match.span("long"))
            yield from _made(match.span("long"), text, match["short"], inside)

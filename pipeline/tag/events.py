"""Events: where the name of one starts, and where that of an election ends, which running text writes small."""

from spacy.tokens import Doc

from pipeline.tag.heads import ELECTIONS
from pipeline.tag.prefixes import LENGTH, has_prefix
from pipeline.tag.runs import MONTHS, capital, run, whole_place

YEAR = 4  # digits
MODIFIERS = 3  # between a country and its election: "early federal parliamentary"
_KIND_OF_ELECTION = frozenset(
    "general presidential parliamentary legislative federal provincial municipal local state special mayoral senate "
    "gubernatorial congressional leadership regional primary assembly snap european".split()
)


def election_end(doc: Doc, end: int) -> int:
    """The end of "Italian general election", whose words with capitals end at `end`; or -1."""
    i = end
    while i < len(doc) and doc[i].lower_ in _KIND_OF_ELECTION:
        i += 1
    if i >= len(doc) or doc[i].lower_ not in ELECTIONS or i > end + MODIFIERS:
        return -1
    where = i + 2
    if where < len(doc) and doc[i + 1].lower_ == "in" and capital(doc[where]):
        return whole_place(doc, where, run(doc, where, len(doc)))
    return i + 1


def event_start(doc: Doc, start: int, end: int) -> int:
    """The start of an event without its prefix or with the year before it: "Post-Vietnam War", "June 1967 War"."""
    if end > start + LENGTH and has_prefix(doc, start + LENGTH, "EVENT"):
        return start + LENGTH
    if start and doc[start - 1].text.isdigit() and len(doc[start - 1]) == YEAR:
        start -= 1
        if start and doc[start - 1].lower_ in MONTHS:
            start -= 1
    return start

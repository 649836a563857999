"""Compound names: a name reaches as far as its capitals do, and its head says what it is.

The language model cuts "Communist Party of Greece" and "Ulster Unionist Party" at the country in them. A compound is
words with capitals that end in a head, and what "of" or "for" adds to it; or a head with what follows it.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.tag.heads import ELECTIONS, FIRST, FIRST_OF, HEADS, SURNAMES

BY_FORM = "by_form"  # the knowledge base id of a span whose type the text itself shows: it is no guess
_ADDS = frozenset({"of", "for", "on"})  # "Party of Greece", "Campaign for Nuclear Disarmament"
_PLURAL_OWNERS = frozenset("people men women children workers farmers veterans students king queen".split())
_NO_START = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PRON", "SCONJ", "VERB"})
_KIND_OF_ELECTION = frozenset(
    "general presidential parliamentary legislative federal provincial municipal local state special mayoral senate "
    "gubernatorial congressional leadership regional primary assembly snap european".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _joins(doc: Doc, i: int, end: int) -> int:
    """Where the name goes on behind the token `i` that only joins: a hyphen, "&", the mark in "People's"; or -1."""
    token = doc[i]
    if i + 1 >= end or not _capital(doc[i + 1]) or i == 0:
        return -1
    if token.text in {"'s", "’s"}:
        return i + 1 if doc[i - 1].lower_ in _PLURAL_OWNERS else -1
    if token.text in {"'", "’"}:
        return i + 1 if doc[i - 1].text.endswith("s") else -1
    if token.text == "&":
        return i + 1
    glued = not token.whitespace_ and not doc[i - 1].whitespace_
    return i + 1 if token.text == "-" and glued else -1


def _run(doc: Doc, start: int, end: int) -> int:
    """The end of the words with capitals from `start`."""
    i = start
    while i < end:
        if _capital(doc[i]) and (i == start or not doc[i].is_stop or doc[i].text.isupper()):
            i += 1
        elif (after := _joins(doc, i, end)) > 0:
            i = after
        else:
            break
    return i


def _first_word(doc: Doc, start: int, end: int) -> int:
    """Without what only the start of a sentence capitalises."""
    while start < end and (doc[start].is_stop or (doc[start].is_sent_start and doc[start].pos_ in _NO_START)):
        start += 1
    return start


def _added(doc: Doc, end: int, limit: int) -> int:
    """The end of a name with what "of the Americas" or "for Security and Co-operation in Europe" adds to it."""
    i = end
    while i + 1 < limit and doc[i].lower_ in _ADDS | ({"in", "and", "&"} if i > end else set()):
        after = i + 2 if doc[i + 1].lower_ == "the" else i + 1
        if after >= limit or not _capital(doc[after]) or doc[after].is_stop:
            break
        stop = _run(doc, after, limit)
        if doc[i].lower_ in {"and", "&"} and (after == i + 2 or any(doc[k].lower_ in HEADS for k in range(after, stop))):
            break
        if doc[i].lower_ in {"and", "&"} and doc[after].ent_type_ in {"GPE", "PERSON"}:
            break
        end, i = stop, stop
    return end


def _last_head(doc: Doc, start: int, end: int) -> int:
    return next((i for i in range(end - 1, start - 1, -1) if doc[i].lower_ in HEADS and doc[i].text[0].isupper()), -1)


def _election(doc: Doc, start: int, end: int) -> int:
    """The end of "Italian general election", the start of which has capitals; or -1."""
    i = end
    while i < len(doc) and doc[i].lower_ in _KIND_OF_ELECTION:
        i += 1
    return i + 1 if i < len(doc) and doc[i].lower_ in ELECTIONS and i < end + 4 else -1


def _with_year(doc: Doc, start: int) -> int:
    """The start of an event with the year before it."""
    if start and doc[start - 1].text.isdigit() and len(doc[start - 1]) == 4:
        start -= 1
        if start and doc[start - 1].lower_ in _MONTHS:
            start -= 1
    return start


def _compound(doc: Doc, start: int, end: int, limit: int) -> tuple[int, int, str] | None:
    """Start, end and type of the compound in the run [start, end), whose sentence ends at `limit`."""
    if end - start > 0 and (stop := _election(doc, start, end)) > 0:
        return _with_year(doc, start), stop, "EVENT"
    first = doc[start].lower_
    if end - start == 1 and first in FIRST_OF and _added(doc, end, limit) > end:
        return start, _added(doc, end, limit), FIRST_OF[first]
    head = _last_head(doc, start, end)
    if head > start:
        kind = HEADS[doc[head].lower_]
        if head == start + 1 and doc[head].lower_ in SURNAMES and doc[start].ent_type_ == "PERSON":
            return None
        stop = _added(doc, head + 1, limit) if head + 1 == end else head + 1
        return (_with_year(doc, start) if kind == "EVENT" else start), stop, kind
    if first in FIRST and end - start > 1:
        return start, end, FIRST[first]
    return None


def find_compounds(doc: Doc) -> Iterator[Span]:
    """The compounds of a parsed doc, in order and apart, labelled with their type."""
    i = 0
    while i < len(doc):
        if not _capital(doc[i]):
            i += 1
            continue
        limit = doc[i].sent.end
        end = _run(doc, i, limit)
        start = _first_word(doc, i, end)
        found = _compound(doc, start, end, limit) if start < end else None
        if found:
            yield Span(doc, *found[:2], label=found[2], kb_id=BY_FORM)
            end = max(end, found[1])
        i = end

"""Compound names: a name reaches as far as its capitals do, and its head says what it is.

The language model cuts "Communist Party of Greece" and "Ulster Unionist Party" at the country in them. A compound is
words with capitals that end in a head, and what "of" or "for" adds to it; or a head with what follows it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.tag.aliases import by_alias, governments
from pipeline.tag.heads import ELECTIONS, FIRST, FIRST_OF, HEADS, PURPOSEFUL, SURNAMES

LONG_WORD = 3  # letters
HEADLINE = 0.9  # of them
BY_FORM = "by_form"  # the knowledge base id of a span whose type the text itself shows: it is no guess
_PLURAL_OWNERS = frozenset("people men women children workers farmers veterans students king queen".split())
_NO_START = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PRON", "SCONJ", "VERB"})
_KIND_OF_ELECTION = frozenset(
    "general presidential parliamentary legislative federal provincial municipal local state special mayoral senate "
    "gubernatorial congressional leadership regional primary assembly snap european".split()
)
DESIGNATION = re.compile(r"(?!COVID)[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Za-z]{0,2}|\d{1,2}[A-Z]\d{2,4}")  # "SS-20", "9M729"
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


def _goes_on(doc: Doc, i: int, *, inside: bool) -> bool:
    """Whether the joining word `i` can belong to a name; "in" and "and" only `inside` what is added already."""
    word = doc[i].lower_
    if word in {"for", "on"}:
        return inside or doc[i - 1].lower_ in PURPOSEFUL
    return word == "of" or (inside and word in {"in", "and", "&"})


def _added(doc: Doc, end: int, limit: int) -> int:
    """The end of a name with what "of the Americas" or "for Security and Co-operation in Europe" adds to it.

    Another name with a head, "of the University of Vienna", is one of its own.
    """
    first = i = end
    while i + 1 < limit and _goes_on(doc, i, inside=i > first):
        after = i + 2 if doc[i + 1].lower_ == "the" else i + 1
        if after >= limit or not _capital(doc[after]) or doc[after].is_stop or doc[after].lower_ in _MONTHS:
            break
        stop = _whole_place(doc, after, _run(doc, after, limit))
        if any(doc[k].lower_ in HEADS for k in range(after + 1, stop)):
            break
        if doc[i].lower_ in {"and", "&"} and (after == i + 2 or doc[after].ent_type_ in {"GPE", "PERSON"}):
            break
        end, i = stop, stop
    return end


def _whole_place(doc: Doc, start: int, end: int) -> int:
    """The end of the known place that a run starts with: "Canada" in "Party of Canada Fernand Viau"; or of the run."""
    for stop in range(end, start, -1):
        known = by_alias().get(doc[start:stop].text)
        if known and known.type == "GPE":
            return stop
    return end


def _last_head(doc: Doc, start: int, end: int) -> int:
    return next((i for i in range(end - 1, start - 1, -1) if doc[i].lower_ in HEADS and doc[i].text[0].isupper()), -1)


def _election(doc: Doc, start: int, end: int) -> int:
    """The end of "Italian general election", the start of which has capitals; or -1."""
    i = end
    while i < len(doc) and doc[i].lower_ in _KIND_OF_ELECTION:
        i += 1
    if i >= len(doc) or doc[i].lower_ not in ELECTIONS or i > end + 3:
        return -1
    where = i + 2
    if where < len(doc) and doc[i + 1].lower_ == "in" and _capital(doc[where]):
        return _whole_place(doc, where, _run(doc, where, len(doc)))
    return i + 1


def _with_year(doc: Doc, start: int) -> int:
    """The start of an event with the year before it."""
    if start and doc[start - 1].text.isdigit() and len(doc[start - 1]) == 4:
        start -= 1
        if start and doc[start - 1].lower_ in _MONTHS:
            start -= 1
    return start


def by_place(doc: Doc, start: int, end: int) -> bool:
    known = by_alias().get(doc[start:end].text)
    return known is not None and known.type == "GPE" and known.kind == "name"


def _is_team(doc: Doc, end: int) -> bool:
    """Whether the last word of a run is a plural that belongs to it: "Boston Bruins", "Queensland Greens"."""
    return doc[end - 1].text.endswith("s") and doc[end - 1].tag_ in {"NNPS", "NNP"} and doc[end - 1].ent_type_ != "PERSON"


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
    if DESIGNATION.fullmatch(doc[start].text):
        return start, end, "PRODUCT"
    place = _whole_place(doc, start, end)
    if start < place < end < place + 3 and by_place(doc, start, place) and _is_team(doc, end):
        return start, end, "ORG"
    return None


def _joined(doc: Doc, start: int, end: int) -> int:
    """The end of "the Peace and Freedom Party", whose first half is [start, end); `end` where it is no half of one."""
    before = doc[start - 1] if start else None
    if before is None or before.lower_ != "the" or end + 1 >= len(doc) or doc[end].lower_ not in {"and", "&"}:
        return end
    half = doc[start:end]
    if half.text in by_alias() or half.text in governments() or half.text.isupper():
        return end
    stop = _run(doc, end + 1, doc[start].sent.end)
    singular = stop > end + 2 and doc[stop - 1].lower_ in HEADS and not doc[stop - 1].text.endswith("s")
    return stop if singular and _last_head(doc, start, end) < 0 else end


def _is_headline(doc: Doc) -> bool:
    """Whether capitals say nothing, because nearly every longer word has one."""
    words = [token.text for token in doc if token.is_alpha and len(token) > LONG_WORD]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= HEADLINE * len(words)


def find_compounds(doc: Doc) -> Iterator[Span]:
    """The compounds of a parsed doc, in order and apart, labelled with their type."""
    if _is_headline(doc):
        return
    i = 0
    while i < len(doc):
        if not _capital(doc[i]):
            if DESIGNATION.fullmatch(doc[i].text):
                yield Span(doc, i, i + 1, label="PRODUCT", kb_id=BY_FORM)
            i += 1
            continue
        limit = doc[i].sent.end
        end = _run(doc, i, limit)
        start = _first_word(doc, i, end)
        end = _joined(doc, start, end)
        found = _compound(doc, start, end, limit) if start < end else None
        if found:
            yield Span(doc, *found[:2], label=found[2], kb_id=BY_FORM)
            end = max(end, found[1])
        i = end

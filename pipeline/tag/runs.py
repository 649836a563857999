"""Runs: how far the words with capitals reach from where they start, and what "of" and "for" add to them."""

from spacy.tokens import Doc, Token

from pipeline.tag.aliases import by_alias
from pipeline.tag.heads import HEADS, PURPOSEFUL
from pipeline.tag.times import WEEKDAYS

MONTHS = frozenset("january february march april may june july august september october november december".split())
_DAYS = MONTHS | frozenset(WEEKDAYS)
_PLURAL_OWNERS = frozenset("people men women children workers farmers veterans students king queen".split())
_PARTICLES = frozenset("da de del della den der di dos du la le ten ter van von".split())
_NO_START = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PRON", "SCONJ", "VERB"})


def capital(token: Token) -> bool:
    """Whether a word starts with a capital letter."""
    return token.text[:1].isupper()


def _joins(doc: Doc, i: int, end: int) -> int:
    """Where the name goes on behind the token `i` that only joins: a hyphen, "&", the mark in "People's"; or -1."""
    token = doc[i]
    if i + 1 >= end or not capital(doc[i + 1]) or i == 0:
        return -1
    if token.text in {"'s", "’s"}:
        return i + 1 if doc[i - 1].lower_ in _PLURAL_OWNERS else -1
    if token.text in {"'", "’"}:
        return i + 1 if doc[i - 1].text.endswith("s") else -1
    if token.text == "&" or _lists_partners(doc, i, end):
        return i + 1
    glued = not token.whitespace_ and not doc[i - 1].whitespace_
    return i + 1 if token.text == "-" and glued else -1


def _lists_partners(doc: Doc, i: int, end: int) -> bool:
    """Whether a comma stands inside "Brandt, Hale & Partners"; a place before it is no partner."""
    return (
        doc[i].text == ","
        and i + 3 < end
        and doc[i + 2].text == "&"
        and capital(doc[i + 3])
        and doc[i - 1].ent_type_ != "GPE"
    )


def run(doc: Doc, start: int, end: int) -> int:
    """The end of the words with capitals from `start`."""
    i = start
    while i < end:
        if capital(doc[i]) and (i == start or not doc[i].is_stop or doc[i].text.isupper()):
            i += 1
        elif (after := _joins(doc, i, end)) > 0:
            i = after
        else:
            break
    return i


def with_particles(doc: Doc, start: int, first: int) -> int:
    """The start, at `first` or later, of a name whose run of capitals is broken: "Van der" before "Meer Marine"."""
    i = start
    while i > first and doc[i - 1].lower_ in _PARTICLES:
        i -= 1
    while first < i < start and doc[i - 1].pos_ == "PROPN" and capital(doc[i - 1]):
        i -= 1
    return i if capital(doc[i]) else start


def first_word(doc: Doc, start: int, end: int) -> int:
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


def added(doc: Doc, end: int, limit: int) -> int:
    """The end of a name with what "of the Americas" or "for Security and Co-operation in Europe" adds to it.

    Another name with a head, "of the University of Vienna", is one of its own.
    """
    first = i = end
    while i + 1 < limit and _goes_on(doc, i, inside=i > first):
        after = i + 2 if doc[i + 1].lower_ == "the" else i + 1
        if after >= limit or not capital(doc[after]) or doc[after].is_stop or doc[after].lower_ in _DAYS:
            break
        stop = whole_place(doc, after, run(doc, after, limit))
        if any(doc[k].lower_ in HEADS for k in range(after + 1, stop)):
            break
        if doc[i].lower_ in {"and", "&"} and (after == i + 2 or doc[after].ent_type_ in {"GPE", "PERSON"}):
            break
        end, i = stop, stop
    return end


def whole_place(doc: Doc, start: int, end: int) -> int:
    """The end of the known place that a run starts with: "Canada" in "Party of Canada Fernand Viau"; or of the run."""
    for stop in range(end, start, -1):
        known = by_alias().get(doc[start:stop].text)
        if known and known.type == "GPE":
            return stop
    return end

"""Compound names: a name reaches as far as its capitals do, and its head says what it is.

The language model cuts "Communist Party of Greece" and "Ulster Unionist Party" at the country in them. A compound is
words with capitals that end in a head, and what "of" or "for" adds to it; or a head with what follows it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from pipeline.tag.aliases import by_alias, governments
from pipeline.tag.events import election_end, event_start
from pipeline.tag.heads import FIRST, FIRST_OF, HEADS, NUMBERED, SURNAMES, VERSUS
from pipeline.tag.roles import title_length
from pipeline.tag.runs import added, capital, first_word, run, whole_place, with_particles

LONG_WORD = 3  # letters: what is no longer is small in a headline too
HEADLINE = 0.9  # of the longer words have a capital in a headline
TEAM = 2  # words behind its place: "Tampa Bay Devil Rays"
BY_FORM = "by_form"  # the knowledge base id of a span whose type the text itself shows: it is no guess
DESIGNATION = re.compile(r"(?!COVID)[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Za-z]{0,2}|\d{1,2}[A-Z]\d{2,4}")  # "SS-20", "9M729"


def _last_head(doc: Doc, start: int, end: int) -> int:
    return next((i for i in range(end - 1, start - 1, -1) if doc[i].lower_ in HEADS and doc[i].text[0].isupper()), -1)


def _is_place(doc: Doc, start: int, end: int) -> bool:
    known = by_alias().get(doc[start:end].text)
    return known is not None and known.type == "GPE" and known.kind == "name"


def _is_team(doc: Doc, end: int) -> bool:
    """Whether the last word of a run is a plural that belongs to it: "Boston Bruins", "Queensland Greens"."""
    last = doc[end - 1]
    return last.text.endswith("s") and last.tag_ in {"NNPS", "NNP"} and last.ent_type_ != "PERSON"


_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)")
Found = tuple[int, int, str]  # start and end in tokens, and the type


def _by_head(doc: Doc, start: int, end: int, limit: int) -> Found | None:
    """The compound that ends in a head: "Ulster Unionist Party", "Academy of Sciences", "1948 War"."""
    first = doc[start].lower_
    if end - start == 1 and first in FIRST_OF and (stop := added(doc, end, limit)) > end:
        return start, stop, FIRST_OF[first]
    head = _last_head(doc, start, end)
    if head <= start or (head == start + 1 and doc[head].lower_ in SURNAMES and doc[start].ent_type_ == "PERSON"):
        return None
    kind = HEADS[doc[head].lower_]
    stop = added(doc, head + 1, limit) if head + 1 == end else head + 1
    if doc[head].lower_ in NUMBERED and start and _ORDINAL.fullmatch(doc[start - 1].text):
        start -= 1
    if doc[head + 1 : stop].text == "of Fame":
        kind = "ORG"  # it honours, and is no building: "Hockey Hall of Fame"
    return (event_start(doc, start, head) if kind == "EVENT" else start), stop, kind


def _case(doc: Doc, start: int, end: int, limit: int) -> Found | None:
    """A case before a court: "People v. Moro"."""
    if end + 1 >= limit or doc[end].lower_ not in VERSUS or not capital(doc[end + 1]):
        return None
    return start, run(doc, end + 1, limit), "LAW"


def _compound(doc: Doc, start: int, end: int, limit: int) -> Found | None:
    """The compound in the run [start, end), whose sentence ends at `limit`."""
    if (stop := election_end(doc, end)) > 0:
        return event_start(doc, start, end), stop, "EVENT"
    if found := _case(doc, start, end, limit) or _by_head(doc, start, end, limit):
        return found
    if doc[start].lower_ in FIRST and end - start > 1:
        return start, end, FIRST[doc[start].lower_]
    if DESIGNATION.fullmatch(doc[start].text):
        return start, end, "PRODUCT"
    place = whole_place(doc, start, end)
    if start < place < end <= place + TEAM and _is_place(doc, start, place) and _is_team(doc, end):
        return start, end, "ORG"
    return None


def _joined(doc: Doc, start: int, end: int, limit: int) -> int:
    """The end of "the Peace and Freedom Party", whose first half is [start, end); `end` where it is no half of one."""
    before = doc[start - 1] if start else None
    if before is None or before.lower_ != "the" or end + 1 >= len(doc) or doc[end].lower_ not in {"and", "&"}:
        return end
    half = doc[start:end]
    if half.text in by_alias() or half.text in governments() or half.text.isupper():
        return end
    stop = run(doc, end + 1, limit)
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
    i = reached = 0
    sentence = doc[:0]
    while i < len(doc):
        if not capital(doc[i]):
            if DESIGNATION.fullmatch(doc[i].text):
                yield Span(doc, i, i + 1, label="PRODUCT", kb_id=BY_FORM)
            i += 1
            continue
        sentence = doc[i].sent if i >= sentence.end else sentence
        limit = sentence.end
        end = run(doc, i, limit)
        start = first_word(doc, i, end)
        end = _joined(doc, start, end, limit)
        start += title_length([token.text for token in doc[start:end]])
        begin = with_particles(doc, start, max(reached, sentence.start)) if start < end else end
        found = _compound(doc, begin, end, limit) if start < end else None
        if found:
            yield Span(doc, *found[:2], label=found[2], kb_id=BY_FORM)
            reached = end = max(end, found[1])
        i = end

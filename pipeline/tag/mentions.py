"""Mentions: the names in a parsed block, with what the model gets wrong put right.

Names from `aliases.csv` come first and keep their id. What the model alone calls a name has to look like one: a capital
inside a sentence, and not only because a sentence or a heading starts there.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.records import BlockKind, Mention
from pipeline.tag.aliases import by_alias, governments

# What is a thing with a name; dates and numbers are values, not entities.
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "LAW", "FAC", "PRODUCT", "WORK_OF_ART", "ROLE"})
_NOT_TRUSTED = frozenset(
    {"PRODUCT", "WORK_OF_ART", "LAW", "EVENT"}
)  # the small model guesses these; a reviewed alias or nothing
_PLACE_BEFORE = frozenset(
    {"in", "at", "near", "to", "from", "around", "outside", "through", "between", "visit", "leave", "reach"}
)
_ACTS = frozenset({"nsubj", "agent"})
_NUMERAL = re.compile(r"(?P<stem>.*\s)(?P<numeral>I|1)$")


def _looks_like_a_name(span: Span) -> bool:
    first = span[0]
    proper = [token for token in span if token.pos_ == "PROPN" and token.text[:1].isupper()]
    if not proper or span.text.isdigit() or not any(c.isalpha() for c in span.text):
        return False
    # A single capitalised word that opens a sentence is a name only if the tagger is sure and nothing else explains it.
    return not (
        len(span) == 1
        and first.is_sent_start
        and (first.is_stop or (first.ent_type_ in {"NORP", "ORG"} and first.tag_ not in {"NNP", "NNPS"}))
    )


def _trimmed(span: Span) -> Span:
    """Without article, possessive and stray punctuation."""
    start, end = span.start, span.end
    while start < end and (span.doc[start].lower_ in {"the", "a", "an"} or span.doc[start].is_punct):
        start += 1
    while end > start and (span.doc[end - 1].text in {"'s", "’s", "'", "’"} or span.doc[end - 1].is_punct):
        end -= 1
    return Span(span.doc, start, end, label=span.label_) if start < end else span.doc[start:end]


def _acts(span: Span) -> bool:
    """Whether a city or building does something a government does: "Moscow said", not "in Moscow"."""
    root: Token = span.root
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return root.dep_ in _ACTS and before not in _PLACE_BEFORE


def _key(words: str) -> str:
    """An id for a name that no table knows, the same for every way of spacing and casing it.

    >>> _key("Sergei  Lavrov’s")
    'sergei-lavrov'
    """
    return re.sub(r"[^\w]+", "-", re.sub(r"[’']s?$", "", words.casefold())).strip("-")


def _identify(span: Span, *, reviewed: bool) -> Mention | None:
    words = span.text
    if (seat := governments().get(words)) and _acts(span):
        return Mention(span.start_char, span.end_char, seat.type if seat.type != "FAC" else "GPE", seat.entity_id)
    known = by_alias().get(words)
    if known and (span.label_ in {known.type, "NORP"} or not known.ambiguous or reviewed):
        return Mention(span.start_char, span.end_char, known.type, known.entity_id)
    if span.label_ in _NOT_TRUSTED or span.label_ not in NAMED or not _looks_like_a_name(span):
        return None
    return Mention(span.start_char, span.end_char, span.label_, _key(words))


def _second_numeral(doc: Doc, mention: Mention) -> Mention | None:
    """ "II" in "SALT I and II" is SALT II."""
    match = _NUMERAL.fullmatch(doc.text[mention.start : mention.end])
    after = re.match(r"(?:\s(?:and|or)|\s?[,/&])\s?(II|2)\b", doc.text[mention.end :])
    known = by_alias().get(match["stem"] + after[1]) if match and after else None
    if not known or not after:
        return None
    return Mention(mention.end + after.start(1), mention.end + after.end(1), known.type, known.entity_id)


def _country_of(doc: Doc, office: Mention) -> Iterator[Mention]:
    """The country named inside an office: "U.S." in "U.S. Secretary of State". The only mentions that nest."""
    inside = [token for token in doc if office.start <= token.idx < office.end]
    for first in range(len(inside)):
        for last in range(len(inside), first, -1):
            start, end = inside[first].idx, inside[last - 1].idx + len(inside[last - 1])
            known = by_alias().get(doc.text[start:end])
            if known and known.type == "GPE" and (start, end) != (office.start, office.end):
                yield Mention(start, end, known.type, known.entity_id)
                return


def find_mentions(doc: Doc, kind: BlockKind) -> Iterator[Mention]:
    """The names in one parsed block, in order; offsets count from its start. In a heading, only reviewed names."""
    taken = 0
    for entity in doc.ents if not doc.text.isupper() else ():
        span = _trimmed(entity)
        if not len(span) or span.start_char < taken or (kind is BlockKind.HEADING and not entity.ent_id_):
            continue
        if mention := _identify(span, reviewed=bool(entity.ent_id_)):
            yield mention
            taken = mention.end
            if mention.type == "ROLE":
                yield from _country_of(doc, mention)
            if second := _second_numeral(doc, mention):
                yield second
                taken = second.end

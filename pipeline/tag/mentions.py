"""Mentions: the names in a parsed block, with what the model gets wrong put right.

Names from `aliases.csv` come first and keep their id. What the model alone calls a name has to look like one: a capital
inside a sentence, and not only because a sentence or a heading starts there.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.records import BlockKind, Mention
from pipeline.tag.aliases import by_alias, governments
from pipeline.tag.compounds import BY_FORM
from pipeline.tag.merging.keys import key_of
from pipeline.tag.names import looks_like_a_name, trimmed
from pipeline.tag.seats import acts

# What is a thing with a name; dates and numbers are values, not entities. The small model guesses PRODUCT, WORK_OF_ART,
# LAW and EVENT: for these it has to be a reviewed alias.
_TRUSTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "ROLE", "EVENT", "LANGUAGE"})
_NUMERAL = re.compile(r"(?P<stem>.*\s)(?P<numeral>I|1)$")
_SECOND = re.compile(r"(?:\s(?:and|or)|\s?[,/&])\s?(II|2)\b")


def _identify(span: Span, plain: Collection[str], *, reviewed: bool) -> Mention | None:
    words = span.text
    if (seat := governments().get(words)) and acts(span):
        return Mention(span.start_char, span.end_char, seat.type if seat.type != "FAC" else "GPE", seat.entity_id)
    known = by_alias().get(words)
    if known and (span.label_ in {known.type, "NORP"} or not known.ambiguous or reviewed):
        return Mention(span.start_char, span.end_char, known.type, known.entity_id)
    if span.kb_id_ != BY_FORM and (span.label_ not in _TRUSTED or not looks_like_a_name(span, plain)):
        return None
    return Mention(span.start_char, span.end_char, span.label_, key_of(words))


def _second_numeral(text: str, mention: Mention) -> Mention | None:
    """Reads "II" in "SALT I and II" as SALT II."""
    match = _NUMERAL.fullmatch(text, mention.start, mention.end)
    after = _SECOND.match(text, mention.end) if match else None
    known = by_alias().get(match["stem"] + after[1]) if match and after else None
    return Mention(*after.span(1), known.type, known.entity_id) if known and after else None


def _country_of(office: Span) -> Iterator[Mention]:
    """The country named inside an office: "U.S." in "U.S. Secretary of State". The only mentions that nest."""
    for first in range(len(office)):
        for last in range(len(office), first, -1):
            inside = office[first:last]
            known = by_alias().get(inside.text)
            if known and known.type == "GPE" and len(inside) < len(office):
                yield Mention(inside.start_char, inside.end_char, known.type, known.entity_id)
                return


def _words(tokens: Iterable[Token]) -> int:
    return sum(token.is_alpha for token in tokens)


def find_mentions(doc: Doc, kind: BlockKind, plain: Collection[str] = ()) -> Iterator[Mention]:
    """The names in one parsed block, in order; offsets count from its start. In a heading, only reviewed names.

    `plain` are words that the article writes in small letters elsewhere.
    """
    taken, text = 0, doc.text
    shouted = _words(doc) if text.isupper() else 0  # in capitals, "START" is a name, and none in "US TALKS TO RESUME"
    for entity in doc.ents:
        reviewed = bool(entity.ent_id_)
        span = trimmed(entity, plain, reviewed=reviewed or entity.kb_id_ == BY_FORM)
        if not len(span) or span.start_char < taken or (shouted and shouted > _words(span)):
            continue
        if kind is BlockKind.HEADING and not reviewed:
            continue
        if mention := _identify(span, plain, reviewed=reviewed):
            yield mention
            taken = mention.end
            if mention.type == "ROLE" or span.kb_id_ == BY_FORM:
                yield from _country_of(span)
            if second := _second_numeral(text, mention):
                yield second
                taken = second.end

"""Relative clauses between commas: "the bridge, which opened in 1998, was closed"."""

from spacy.tokens import Doc, Span, Token

from pipeline.tag.splitting.joined import is_finite
from pipeline.tag.splitting.part import Part
from pipeline.tag.splitting.pointing import is_plural, points_back
from pipeline.tag.splitting.set_off import THE, Aside, set_off

_SINGULAR, _PLURAL = frozenset({"was", "is", "has"}), frozenset({"were", "are", "have"})
# "He resigned, which surprised many": what happened is meant, not the word before the comma.
_OF_EVENTS = frozenset(
    """allow anger annoy be bring cause come create delight encourage follow force give help lead leave let make mean
    please prompt put raise reflect result shock show spark suggest surprise trigger turn worry""".split()
)
_OF_A_NOUN = frozenset({"prep", "pobj", "det", "amod", "compound", "nummod"})


def _phrase(noun: Token, end: int) -> list[Token | str] | None:
    """A noun phrase up to token `end` as the subject of a sentence; None where it does not say which one is meant."""
    tokens = list(noun.doc[noun.left_edge.i : end])
    first = tokens[0]
    if noun.tag_ == "PRP" or any(t.tag_ in {"PRP$", "PRP", "WDT", "WP"} or t.dep_ in {"neg", "cc"} for t in tokens):
        return None
    if first.lower_ in {"a", "an"}:
        return ["the", *tokens[1:]]
    if first.tag_ == "CD" and any(child == first for child in noun.children):
        return ["the", *tokens]
    named = noun.pos_ == "PROPN" or first.lower_ in THE or any(t.tag_ == "POS" for t in tokens)
    return [*tokens] if named or (is_plural(noun) and first.pos_ in {"NOUN", "ADJ"}) else None


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether the number of a clause's verb is that of the noun it hangs on; the parser is often wrong about that."""
    forms = {token.lower_ for token in (verb, *verb.children) if token.dep_ in {"aux", "auxpass"} or token == verb}
    present = {token.tag_ for token in (verb, *verb.children) if token.dep_ in {"aux", "auxpass"} or token == verb}
    if is_plural(noun):
        return not forms & _SINGULAR and "VBZ" not in present
    return not forms & _PLURAL and "VBP" not in present


def _adjacent(noun: Token, comma: int, doc: Doc) -> bool:
    """Whether nothing but what belongs to a noun stands between it and the comma."""
    return all(token.dep_ in _OF_A_NOUN for token in doc[noun.i + 1 : comma])


def _has_rival(noun: Token, verb: Token) -> bool:
    """Whether another noun that it belongs to could be meant: "inspections under the treaty, which had been paused"."""
    if noun.dep_ == "conj" or any(child.dep_ == "conj" for child in noun.children):
        return True
    # "Close the plant in Tarn, which employs 300": the parser may hang the town on the verb
    before = noun.head.nbor(-1) if noun.head.lower_ in {"at", "in", "near"} and noun.head.i else noun
    if noun.pos_ == "PROPN" and before.pos_ == "NOUN" and _agrees(before, verb):
        return True
    for outer in noun.ancestors:
        if is_finite(outer):
            return False
        if outer.pos_ in {"NOUN", "PROPN"} and _agrees(outer, verb):
            return True
    return False


def _takes_too_much(verb: Token) -> bool:
    """Whether the parser gave a clause what goes on behind it.

    "The stoker, who was burnt, and a passer-by", "No vote on the bill, which raises the age, when it was adjourned".
    """
    behind = [child for child in verb.children if child.i > verb.i]
    joined = any(child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"} for child in behind)
    openings = [child.left_edge for child in behind if child.dep_ == "advcl"]
    return joined or any(first.lower_ == "when" and first.nbor(-1).text == "," for first in openings)


def _told(noun: Token, verb: Token, comma: int) -> tuple[Token | str, ...] | None:
    """What ", which opened in 1998" says of its noun; None where it cannot stand alone."""
    opener = verb.left_edge
    phrase = _phrase(noun, comma)
    rest = list(noun.doc[opener.i + 1 : verb.right_edge.i + 1])
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if phrase is None or subject is None or points_back(rest, list(noun.sent)):
        return None
    enough = any(child.i > verb.i for child in verb.children)
    if opener == subject and opener.lower_ in {"which", "who"}:
        return (*phrase, *rest) if _agrees(noun, verb) and enough else None
    if opener.lower_ == "whose" and opener.head == subject:
        return (*phrase, "’s", *rest) if enough else None
    direct = not any(t.pos_ == "VERB" for t in noun.doc[subject.i : verb.i])  # "described as a gift, duly declared"
    whom = opener.lower_ in {"which", "whom"} and opener.head == verb and opener.dep_ == "dobj"
    if whom and subject.i < verb.i and direct:
        return (*(t for t in rest if t.i <= verb.i), *phrase, *(t for t in rest if t.i > verb.i))
    return None


def read_relative(clause: Span, verb: Token) -> Aside | None:
    """Reads ", which opened in 1998," and ", whose owner died in May,"."""
    noun, opener = verb.head, verb.left_edge
    place = set_off(clause, verb.left_edge.i, verb.right_edge.i + 1)
    if place is None or noun.dep_ == "attr" or not _adjacent(noun, place[0], clause.doc) or _takes_too_much(verb):
        return None
    if opener.lower_ != "whose" and _has_rival(noun, verb):
        return None
    if opener.lower_ == "which":
        at_end = place[1] >= clause.end - 1 and (verb.lemma_ in _OF_EVENTS or noun.i != place[0] - 1)
        if at_end or noun.ent_type_ == "PERSON":
            return None
    told = _told(noun, verb, place[0])
    return Aside(*place, Part(told, known_from=(noun.left_edge,))) if told else None

"""Seats: cities and buildings that stand for the government that sits in them, where they do what governments do."""

from spacy.tokens import Span, Token

from pipeline.tag.aliases import governments
from pipeline.tag.runs import MONTHS

_PLACE_BEFORE = frozenset(
    "in at near to from around outside through between visit leave reach".split()
)  # what stands before a place that is meant as a place
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ADDRESSED = frozenset(
    """
    accuse assure blame condemn convince criticise criticize force include involve persuade press pressure push tell
    urge warn
    """.split()
)  # verbs whose object is someone who can act
_DEALINGS = frozenset(
    """
    accord agreement arrangement bargain bargaining compromise conflict confrontation contact cooperation deal dialogue
    diplomacy disagreement dispute negotiation pact quarrel rapprochement relation relationship rift rivalry talk
    tension treaty understanding
    """.split()
)  # what there is between two governments


def _deals(before: Token | None) -> bool:
    """Whether "between" opens two who deal with each other: "talks between Washington and Moscow", not "the link"."""
    return before is not None and before.lower_ == "between" and before.head.lemma_.lower() in _DEALINGS


def _is_time(token: Token) -> bool:
    return token.ent_type_ == "DATE" or token.lower_ in MONTHS


def _has_gap(span: Span) -> bool:
    """Whether a verb is left out behind a name: "Washington left in 2020 and Moscow in 2021".

    A country does something at a time, and the second name has only a time; a place between would be its twin.
    """
    doc, start, end = span.doc, span.start - 1, span.end + 1
    if start < 1 or end >= len(doc) or doc[start].dep_ != "cc" or doc[end - 1].pos_ != "ADP" or not _is_time(doc[end]):
        return False
    before = doc[start - 2] if doc[start - 1].text == "," else doc[start - 1]
    doer = next((child for child in before.sent.root.children if child.dep_ == "nsubj"), None)
    if doer is None or not _is_time(before) or not (doer.text in governments() or doer.ent_type_ == "GPE"):
        return False
    return not any(token.ent_type_ in _PLACES for token in doc[doer.i + 1 : start])


def acts(span: Span) -> bool:
    """Whether a city or building does something a government does: "Moscow said", not "in Moscow"."""
    root: Token = span.root
    before = span.doc[span.start - 1] if span.start else None
    if _has_gap(span):
        return True
    if before is not None and before.lower_ == "to" and before.head.lower_ == "according":
        return True
    while root.dep_ == "conj" and before is not None and before.dep_ == "cc":
        root = root.head
        before = span.doc[root.left_edge.i - 1] if root.left_edge.i else None
    if _deals(before):
        return True
    if before is not None and before.lower_ in _PLACE_BEFORE:
        return False
    by = root.dep_ == "pobj" and root.head.dep_ == "agent"
    return by or root.dep_ == "nsubj" or (root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_ in _ADDRESSED)

"""Clauses that a comma sets against the rest: "revenue rose, while profit fell", "although it rained, 400 came"."""

from spacy.tokens import Span, Token

from pipeline.tag.certainty import CONDITIONS
from pipeline.tag.splitting.frame import Frame, subject_of
from pipeline.tag.splitting.joined import is_finite
from pipeline.tag.splitting.part import Part
from pipeline.tag.splitting.pointing import points_back
from pipeline.tag.splitting.set_off import Aside, set_off

OPENERS = frozenset({"although", "though", "whereas", "while"})  # of both sides of which a writer says that they are so


def _opened(clause: Span, end: int) -> tuple[int, int] | None:
    """The words from the beginning to token `end` with the comma behind them."""
    return (clause.start, end + 1) if end < clause.end and clause.doc[end].text == "," else None


def _is_named(subject: Token) -> bool:
    """Whether a subject says by itself whom it means: not "they", "40 others", "a third"."""
    return subject.pos_ in {"NOUN", "PROPN"} and subject.ent_type_ not in {"CARDINAL", "ORDINAL"}


def read_contrast(clause: Span, verb: Token, frame: Frame) -> Aside | None:
    """Reads ", while profit fell" and "Although it rained,"; in somebody's mouth it may be his or the writer's."""
    doc, opener, subject = clause.doc, verb.left_edge, subject_of(verb)
    even = opener.lower_ == "even"
    mark = opener.nbor() if even else opener
    if mark.lower_ not in OPENERS or verb.head != frame.head or frame.head != frame.top or subject is None:
        return None
    if not _is_named(subject) or not is_finite(verb) or any(token.lower_ in CONDITIONS for token in clause):
        return None
    end = verb.right_edge.i + 1
    place = _opened(clause, end) if opener.i == clause.start else set_off(clause, opener.i, end)
    told = list(doc[mark.i + 1 : end])
    if place is None or points_back(told, [token for token in clause if not place[0] <= token.i < place[1]]):
        return None
    return Aside(*place, Part(tuple(told)))

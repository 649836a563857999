"""Parts: what a clause says, one thing at a time, each with the words that it needs to stand alone.

"The bridge, which opened in 1998, was closed in May and has not reopened" says three things. Together the parts say
what the clause says; where one of them is in doubt, the clause stays whole.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from pipeline.tag.splitting.asides import find_asides
from pipeline.tag.splitting.contrasts import OPENERS
from pipeline.tag.splitting.coordination import joined_parts
from pipeline.tag.splitting.frame import Frame, read_frame, subject_of
from pipeline.tag.splitting.joined import FINITE
from pipeline.tag.splitting.part import Part, trimmed
from pipeline.tag.splitting.shares import OF_WHOM
from pipeline.tag.subtrees import subtree

_BUT_FOR = frozenset("apart aside barring despite except unlike without".split())  # "Apart from a cold, she is well"
_ENDS = (":", "?", "!", "…")


def _has_figure(tokens: Sequence[Token]) -> bool:
    return any(token.tag_ == "CD" for token in tokens)


def _consequences(part: Part) -> Iterator[Part]:
    """Reads ", killing 12 people and injuring 30": what happened stays with each of what it led to."""
    tokens = [piece for piece in part.pieces if isinstance(piece, Token)]
    places = {token.i for token in tokens}
    for first in tokens:
        before = first.nbor(-1) if first.i else first
        if first.tag_ != "VBG" or first.dep_ != "advcl" or before.text != "," or first.left_edge != first:
            continue
        second = next((c for c in first.children if c.dep_ == "conj" and c.tag_ == "VBG"), None)
        joins = [c for c in first.children if c.dep_ == "cc"]
        if second is None or [c.lower_ for c in joins] != ["and"] or any(c.dep_ == "conj" for c in second.children):
            continue
        later = [t for t in subtree(second) if t.i in places]
        own = [t for t in subtree(first) if t.i in places and t not in later and t not in joins]
        if not _has_figure(later) or not _has_figure(own) or len(joins) != 1:
            continue
        for left_out in ({*later, *joins}, {*own, *joins}):
            gone = {token.i for token in left_out}
            pieces = tuple(p for p in part.pieces if isinstance(p, str) or p.i not in gone)
            yield Part(pieces, part.head, part.known_from)
        return
    yield part


def _may_be_cut(clause: Span, frame: Frame) -> bool:
    said, subject = clause.text.rstrip("”\"') \n"), subject_of(frame.top)
    if subject is None or subject_of(frame.head) is None or said.endswith(_ENDS):
        return False
    return not any(token.lower_ in _BUT_FOR for token in clause if token.i < subject.i)


def _quotations(clause: Span) -> Iterator[set[int]]:
    """The places of the tokens inside each pair of quotation marks."""
    opened: int | None = None
    for token in clause:
        if token.text in {"“", "”", '"'}:
            if opened is not None:
                yield set(range(opened, token.i))
            opened = token.i if opened is None else None
    if opened is not None:
        yield set(range(opened, clause.end))


def _quotes_whole(part: Part, quotations: Sequence[set[int]]) -> bool:
    """Whether a part leaves the quotations of its sentence as they are: all of one, or nothing."""
    taken = {piece.i for piece in part.pieces if isinstance(piece, Token)}
    return all(len(quoted & taken) in {0, len(quoted)} for quoted in quotations)


def _may_open(token: Token) -> bool:
    """Whether a part could begin here: a cheap test, which spares most clauses the dear ones."""
    if token.dep_ in {"relcl", "ccomp"}:
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    if token.dep_ == "conj":  # a verb, or the subject that the parser took for one of two nouns
        return token.pos_ in {"VERB", "AUX"} or following.tag_ in FINITE
    if token.dep_ == "mark":
        return token.lower_ in OPENERS
    return token.lower_ == "of" and following.lower_ in OF_WHOM


def find_parts(clause: Span) -> list[Part]:
    """The parts of a clause in order; none where it stays whole."""
    if not any(map(_may_open, clause)):
        return []
    frame = read_frame(clause)
    if not _may_be_cut(clause, frame):
        return []
    asides = list(find_asides(clause, frame))
    gone = {i for aside in asides for i in range(aside.start, aside.end)}
    tokens = [token for token in clause if token.i not in gone and not token.is_space]
    if tokens and tokens[-1].i in {aside.end for aside in asides}:
        tokens = trimmed(tokens)  # the full stop behind an aside is none of the rest's words
    joined = joined_parts(frame, tokens) or [Part(tuple(tokens), frame.top.text)]
    parts = [*(aside.part for aside in asides), *(part for whole in joined for part in _consequences(whole))]
    quotations = list(_quotations(clause))
    return parts if len(parts) > 1 and all(_quotes_whole(part, quotations) for part in parts) else []

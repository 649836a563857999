"""Coordination: the verbs that one clause joins by "and", each with the subject and auxiliaries that it shares.

"The talks were suspended in 2023 and have not resumed" says two things, and the second has its subject from the first.
Where there is doubt that a verb can leave, the clause stays whole: a wrong part is worse than none.
"""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from pipeline.tag.attribution import SAYING
from pipeline.tag.certainty import CONDITIONS, HEDGES
from pipeline.tag.clauses import is_of_which, is_set_against, says_no_more, that_of
from pipeline.tag.negators import NEGATORS
from pipeline.tag.splitting.ellipsis import shared_auxiliaries, with_gap
from pipeline.tag.splitting.frame import SUBJECTS, Frame, fronted, is_placed_alike, subject_of
from pipeline.tag.splitting.joined import (
    FINITE,
    JOINS,
    auxiliaries_of,
    is_finite,
    joined_verbs,
    lost_subject,
    says_enough,
)
from pipeline.tag.splitting.part import Part, in_order, trimmed
from pipeline.tag.splitting.pointing import points_back
from pipeline.tag.subtrees import subtree

_PAIRED = frozenset({"both", "either", "neither", "only", "not"})  # before the first verb: what they open goes on
_STANDS_FOR = frozenset({"PRP", "PRP$", "WDT", "WP", "DT", "EX"})
# "Nobody sang and danced" does not say that nobody sang; nor can "each" and "few" be carried.
_NO_SUBJECT = NEGATORS | {"few", "only", "each", "every", "any", "either", "who", "which", "that", "what", "there"}
_OF_THE_PAST = frozenset({"would", "could", "might", "should"})
_STANDING_ALONE = frozenset("all both few fewer half less little many more most much none several some".split())
_TURNED = frozenset({"so", "neither", "nor"})  # before "is" and "does" the subject stands behind: "so does the mayor"


def _own(verb: Token, later: Sequence[Token], frame: Frame) -> list[Token]:
    """The words under a joined verb, without the frame's and without those of the verbs joined to it."""
    others = {token.i for other in later for token in subtree(other)} | frame.around
    lost = lost_subject(verb)
    words = in_order([*subtree(verb), *(subtree(lost) if lost else ())])
    return trimmed([token for token in words if token.i not in others])


def _joined_plainly(verbs: Sequence[Token]) -> bool:
    """Whether only "and" and "but" join the verbs, and nothing before them announces a pair."""
    for verb in verbs[:-1]:
        joins = {child.lower_ for child in verb.children if child.dep_ == "cc" and child.i > verb.i}
        if not joins <= JOINS:
            return False
    opening = [
        child for child in verbs[0].children if child.i < verbs[0].i and child.dep_ in {"preconj", "advmod", "cc"}
    ]
    return not any(child.lower_ in _PAIRED for child in opening)


def _is_conditional(frame: Frame) -> bool:
    return any(token.lower_ in CONDITIONS or token.lower_ == "provided" for token in subtree(frame.head))


def _left(frame: Frame, verb: Token, own: Sequence[Token]) -> list[Token]:
    """What of the claim a part leaves behind."""
    kept = {token.i for token in own}
    return [t for t in subtree(frame.head) if t.i not in kept and t.i not in frame.around and t.i < verb.i]


def _with_own_subject(frame: Frame, verb: Token, own: list[Token]) -> Part | None:
    first, subject = frame.head, subject_of(verb) or lost_subject(verb)
    if subject is None or subject.tag_ in _STANDS_FOR or subject_of(first) is None:
        return None
    if is_of_which(subject):
        return None
    if verb.lemma_ in SAYING and not says_enough(verb, verb.right_edge.i + 1):
        return None  # "the count shows", of what stands before it
    if points_back(own, _left(frame, verb, own)):
        return None
    of_them = fronted(frame, first)[:1]
    if is_finite(verb) and (subject.tag_ != "CD" or (of_them and of_them[0].lower_ == "of")):
        return Part(tuple(own))
    gapped = with_gap(first, verb, own)
    return Part(tuple(gapped[0]), known_from=tuple(subtree(gapped[1]))) if gapped else None


def _with_shared_subject(frame: Frame, verb: Token, own: list[Token], end: int) -> Part | None:
    first, subject = frame.head, subject_of(frame.head)
    # A comma alone joins only what "and" goes on with: "the dismissal of Rooke, shown a red card" has one verb
    goes_on = any(child.dep_ == "conj" for child in verb.children)
    joined = own and own[0].i and (own[0].nbor(-1).dep_ == "cc" or (own[0].nbor(-1).text == "," and goes_on))
    joined = joined and not any(t.dep_ in SUBJECTS and t.i < verb.i for t in own)
    if subject is None or subject.i > first.i or subject.dep_ == "expl" or not joined:
        return None
    if any(token.lower_ in _NO_SUBJECT for token in subtree(subject) if token.i <= subject.i):
        return None
    if _has_unseen_subject(verb, own) or (frame.head != frame.top and _may_be_of_who_speaks(frame, verb, own)):
        return None
    auxiliaries = shared_auxiliaries(first, verb)
    complete = says_enough(first, end) or any(aux.dep_ == "auxpass" for aux in auxiliaries_of(first))
    enough = complete and (says_enough(verb, verb.right_edge.i + 1) or bool(auxiliaries_of(verb)))
    if auxiliaries is None or not enough:
        return None
    phrase = [t for t in subtree(subject) if t.i < first.i]
    # "Shortly before three the admiral left": the hour is none of his
    own_words = [t for t in phrase if t.head == subject]
    timed = any(one.tag_ == "CD" and other.lower_ == "the" for one, other in pairwise(own_words))
    if timed or points_back(own, [t for t in _left(frame, verb, own) if t not in phrase and t.i > first.i]):
        return None
    hedges = [child for child in first.children if child.lower_ in HEDGES and child.i < first.i]
    return Part((*in_order(phrase), *in_order([*auxiliaries, *hedges]), *own))


def _has_unseen_subject(verb: Token, own: Sequence[Token]) -> bool:
    """Whether a noun stands where a subject would: "in the race for mayor Etchart was beaten", "most walked out".

    Or the subject stands behind: "the mayor left, and so did the clerk".
    """
    first = min([verb.i, *(aux.i for aux in auxiliaries_of(verb))])
    before = verb.doc[first - 1]
    if before not in own:
        return False
    noun = before.pos_ in {"NOUN", "PROPN"} and before.ent_type_ not in {"DATE", "TIME"}
    turned = before.lower_ in _TURNED and verb.doc[first].lemma_ in {"be", "do", "have"}
    return noun or turned or before.lower_ in _STANDING_ALONE


def _is_told(first: Token, verb: Token) -> bool:
    """Whether a joined verb of another tense may be of who speaks: "he said he will ask for ten, and filed notice"."""
    tenses = [
        {t.tag_ == "VBD" or t.lower_ in _OF_THE_PAST for t in (v, *auxiliaries_of(v)) if t.tag_ in FINITE}
        for v in (first, verb)
    ]
    return all(tenses) and not tenses[0] & tenses[1]


def _may_be_of_who_speaks(frame: Frame, verb: Token, own: Sequence[Token]) -> bool:
    """Whether a joined verb may go on with the verb of saying: "it insists Zorman signed it, and published a copy".

    It is left open behind a comma, where no auxiliary holds the two verbs together.
    """
    first, subject = frame.head, subject_of(frame.head)
    set_off = own[0].i > 1 and own[0].nbor(-1).lower_ == "and" and own[0].nbor(-2).text == ","
    plain = not auxiliaries_of(verb) and not auxiliaries_of(first)
    named = subject is not None and subject.tag_ != "PRP" and bool(frame.before)
    return (set_off and plain and named) or _is_told(first, verb)


def _that(verb: Token, first: Token) -> list[Token]:
    """The "that" which opens what is said, where the joined verb has none of its own."""
    return [] if any(child.dep_ == "mark" for child in verb.children) else that_of(first)


def _is_bound(verb: Token, frame: Frame) -> bool:
    """Whether a joined verb says nothing apart from the first: "and she was not", "It was there that he fell"."""
    unsaid = frame.head == frame.top and bool(that_of(verb)) and not that_of(frame.head)
    return unsaid or says_no_more(verb) or is_set_against(verb)


def _framed(part: Part, frame: Frame, verb: Token, own: Sequence[Token]) -> Part:
    """A part with what holds for all: who says so, when and where."""
    front = fronted(frame, frame.head)
    front = [] if is_placed_alike(front, list(own)) else front
    top = verb if frame.head == frame.top else frame.top
    pieces = (*frame.before, *_that(verb, frame.head), *front, *part.pieces, *frame.after)
    return Part(pieces, top.text, part.known_from)


def _rest(tokens: Sequence[Token], frame: Frame, verbs: Sequence[Token]) -> Part:
    """What the joined verbs leave of a clause: the first verb's part."""
    heads = [*verbs, *(lost for verb in verbs if (lost := lost_subject(verb)))]
    taken = {token.i for head in heads for token in subtree(head)} | frame.around
    joins = {c.i for verb in (frame.head, *verbs) for c in verb.children if c.dep_ == "cc" and c.i > verb.i}
    rest = trimmed([token for token in tokens if token.i not in taken | joins])
    return Part((*frame.before, *rest, *frame.after), frame.top.text)


def _is_interrupted(tokens: Sequence[Token], frame: Frame, last: Token) -> bool:
    """Whether the first verb goes on behind the last: "was convicted but cleared of theft, a result which ..."."""
    behind = last.right_edge.i
    return any(t.i > behind and t.i not in frame.around and not t.is_punct and not t.is_quote for t in tokens)


def _without(pieces: Sequence[Token | str], kept: set[int]) -> tuple[Token | str, ...]:
    return tuple(piece for piece in pieces if isinstance(piece, str) or piece.i in kept)


def _sharing(verbs: Sequence[Token]) -> list[Token]:
    """Without those that go on with a subject of a joined verb: "and complaints have been heard and dealt with"."""
    owned = [bool(subject_of(verb) or lost_subject(verb)) for verb in verbs]
    return [verb for i, verb in enumerate(verbs) if owned[i] or not any(owned[:i])]


def joined_parts(frame: Frame, tokens: Sequence[Token]) -> list[Part]:
    """The parts that the joined verbs of a clause make of its `tokens`; none where it stays whole."""
    first, verbs = frame.head, _sharing(joined_verbs(frame.head))
    if not verbs or frame.denied or _is_conditional(frame) or not _joined_plainly([first, *verbs]):
        return []
    if first != frame.top and joined_verbs(frame.top):  # "said that it fell and left": who left is no part of the frame
        return []
    if _is_interrupted(tokens, frame, verbs[-1]) or any(_is_bound(verb, frame) for verb in verbs):
        return []
    kept = {token.i for token in tokens}
    parts = [_rest(tokens, frame, verbs)]
    for i, verb in enumerate(verbs):
        own = [token for token in _own(verb, verbs[i + 1 :], frame) if token.i in kept]
        if subject_of(verb) or lost_subject(verb):
            part = _with_own_subject(frame, verb, own)
        else:
            part = _with_shared_subject(frame, verb, own, verbs[0].left_edge.i)
        if part is None or not own:
            return []
        parts.append(_framed(part, frame, verb, own))
    return [Part(_without(part.pieces, kept), part.head, part.known_from) for part in parts]

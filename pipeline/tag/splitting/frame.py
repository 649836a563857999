"""The frame of a clause: what is claimed in it, and what around that holds for every part of the claim."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.tag.attribution import SAYING, read_attribution
from pipeline.tag.splitting.part import in_order
from pipeline.tag.subtrees import subtree

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_FRONTED = frozenset({"prep", "npadvmod", "advmod", "punct"})
_AMOUNTS = frozenset({"CARDINAL", "MONEY", "ORDINAL", "PERCENT", "QUANTITY"})
_TIMES, _PLACES = frozenset({"DATE", "TIME"}), frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Words outside of what is claimed: "the ministry said that" before it, "according to the police" behind it."""

    top: Token  # the verb at the top of the clause
    head: Token  # the verb of what is claimed; `top` where nobody is said to claim it
    denied: bool
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def around(self) -> frozenset[int]:
        return frozenset(token.i for token in (*self.before, *self.after))


def subject_of(verb: Token) -> Token | None:
    """The subject that a verb has of its own; the parser may hang it on the auxiliary."""
    helpers = (child for child in verb.children if child.dep_ in {"aux", "auxpass"})
    places = (verb, *helpers)
    return next((child for place in places for child in place.children if child.dep_ in SUBJECTS), None)


def fronted(frame: Frame, verb: Token) -> list[Token]:
    """When, where or under what it was, in front of the subject: "In June 2019, prices rose and wages fell"."""
    subject = subject_of(verb)
    if subject is None:
        return []
    heads = [c for c in verb.children if c.i < subject.left_edge.i and c.dep_ in _FRONTED]
    inner = [t for head in heads for t in subtree(head) if t.i not in frame.around]
    placed = any(t.ent_type_ and t.ent_type_ not in _AMOUNTS for t in inner)
    whole = all(head.dep_ != "advmod" or head.ent_type_ for head in heads)
    shared = heads[:1] and heads[0].lower_ == "of"  # "Of the 62 on board, 47 were saved and 15 are missing"
    return in_order(inner) if (placed or shared) and whole else []


def is_placed_alike(tokens: list[Token], other: list[Token]) -> bool:
    """Whether some kind of place, in time or in space, stands in both."""
    return any(
        any(t.ent_type_ in kinds for t in tokens) and any(t.ent_type_ in kinds for t in other)
        for kinds in (_TIMES, _PLACES)
    )


def said_beside(head: Token) -> list[Token]:
    """The verbs of what else is said: the parser hangs the second clause of "it fell and it rose, he said" beside."""
    if head.dep_ != "ccomp":
        return []
    later = (c for c in head.head.children if c.dep_ == "ccomp" and head.i < c.i < head.head.i)
    return [c for c in later if c.left_edge.nbor(-1).dep_ == "cc" and subject_of(c)]


def _according(clause: Span) -> list[Token]:
    opener = next((token for token in clause if token.lower_ == "according"), None)
    return [] if opener is None else subtree(opener)


def _aside(top: Token) -> list[Token]:
    """Reads "the ministry said" in "prices fell and wages rose, the ministry said", parsed as an aside."""
    verb = next((c for c in top.children if c.dep_ == "parataxis" and c.lemma_ in SAYING), None)
    return [] if verb is None else subtree(verb)


def read_frame(clause: Span) -> Frame:
    """The frame of a clause; an aside inside what is claimed is moved behind it."""
    head, _, denied = read_attribution(clause)
    top = clause.root
    said = {token.i for verb in (head, *said_beside(head)) for token in subtree(verb)}
    said |= {verb.left_edge.i - 1 for verb in said_beside(head)}
    outside = [t for t in clause if t.i not in said] if head != top else []
    outside += [*_according(clause), *_aside(top)]
    places = {token.i for token in outside}
    # What stands behind the claim takes the comma in front of it along
    commas = [t for t in clause if t.text == "," and t.i not in places and t.i + 1 in places and t.i > head.i]
    commas += [t for t in clause if t.text == "," and t.i - 1 in places and t.i < head.i]
    tokens = in_order([*outside, *commas])
    first = min((t.i for t in subtree(head) if t.i not in places and t.dep_ != "punct"), default=head.i)
    before = tuple(t for t in tokens if t.i < first)
    return Frame(top, head, denied, before, tuple(t for t in tokens if t.i >= first and t.text != "."))

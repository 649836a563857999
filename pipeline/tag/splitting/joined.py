"""Joined verbs: the verbs that a clause joins to its first one, and what each has of its own."""

from spacy.tokens import Token

from pipeline.tag.splitting.frame import said_beside, subject_of

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
JOINS = frozenset({"and", "but"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_COMPLEMENTS = frozenset(
    "dobj attr acomp prep agent ccomp xcomp oprd npadvmod dative advmod advcl prt".split()
)  # what a verb needs beside its subject to say something


def auxiliaries_of(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in _AUXILIARIES and child.i < verb.i]


def is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.tag_ in FINITE for child in auxiliaries_of(verb))


def says_enough(verb: Token, end: int) -> bool:
    """Whether a verb has more than its subject, before token `end`: not "came and went", "shelled and took it"."""
    return any(child.dep_ in _COMPLEMENTS and verb.i < child.i < end for child in verb.children)


def lost_subject(verb: Token) -> Token | None:
    """The noun which the parser joined to another before "and": "It fell to 4 percent and inflation rose"."""
    left = min([verb.i, *(aux.i for aux in auxiliaries_of(verb))])
    noun = verb.doc[left - 1] if left else verb
    if noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"} or subject_of(verb) or verb.tag_ not in FINITE:
        return None
    join = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    return noun if join.dep_ == "cc" and join.lower_ in JOINS else None


def _follows(verb: Token, last: Token) -> bool:
    unmarked = verb.dep_ == "advcl" and not any(c.dep_ == "mark" or c.tag_ == "WRB" for c in verb.children)
    return verb.i > last.i and (verb.dep_ == "conj" or (unmarked and lost_subject(verb) is not None))


def joined_verbs(head: Token) -> list[Token]:
    """The verbs joined to `head`, in order."""
    verbs, last = list[Token](), head
    while following := [c for c in last.children if c.pos_ in {"VERB", "AUX"} and _follows(c, last)]:
        last = following[0]
        verbs.append(last)
    return verbs or said_beside(head)

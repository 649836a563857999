"""Certainty and polarity of a clause, in FactBank's letters (Saurí and Pustejovsky, 2009).

The weakest cue that governs the clause's head decides: "will probably" is probable, "may have been" possible.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.records import Certainty, Polarity
from pipeline.tag.affixes import denies_by_affix, is_far_from
from pipeline.tag.denying import denies_by_meaning
from pipeline.tag.negators import negates

_MODALS = {
    **dict.fromkeys("may might could can".split(), Certainty.POSSIBLE),
    **dict.fromkeys("should would".split(), Certainty.PROBABLE),
}
_ABILITY = frozenset({"can", "could"})  # denied, they leave no doubt: "cannot be won"
_KNOWING = frozenset({"know", "establish", "determine"})
HEDGES = {
    **dict.fromkeys("possibly perhaps maybe potentially".split(), Certainty.POSSIBLE),
    **dict.fromkeys("probably likely presumably apparently".split(), Certainty.PROBABLE),
    **dict.fromkeys("reportedly allegedly supposedly purportedly".split(), Certainty.UNCOMMITTED),
}
_GOVERNORS = {
    **dict.fromkeys("suspect possible".split(), Certainty.POSSIBLE),
    **dict.fromkeys("expect likely unlikely believe think appear seem".split(), Certainty.PROBABLE),
    **dict.fromkeys("due poised bound".split(), Certainty.PROBABLE),
    **dict.fromkeys("unclear uncertain unknown".split(), Certainty.UNCOMMITTED),
    **dict.fromkeys(
        "plan aim hope intend propose allege want wish threaten promise pledge vow seek try attempt schedule".split(),
        Certainty.UNCOMMITTED,
    ),
}
# In the passive voice only: "is said to have fled", but not "said it had fled"
_PASSIVE_GOVERNORS = {
    **dict.fromkeys("say report claim rumour rumor understand".split(), Certainty.UNCOMMITTED),
    "set": Certainty.PROBABLE,
    "suppose": Certainty.PROBABLE,
}
CONDITIONS = frozenset({"if", "unless", "whether"})
_ORDER = tuple(Certainty)

# "At no time", "under no circumstances", "by no means": the whole clause is denied, and not only the noun.
_OCCASIONS = frozenset(
    "time point stage moment circumstance condition case event way means mean account respect".split()
)
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "advmod"})
_NEGATIVE_GOVERNORS = frozenset("fail refuse decline unable unlikely avoid".split())


def _modals(head: Token) -> Iterator[Certainty]:
    denied = any(child.dep_ == "neg" for child in head.children)
    for child in head.children:
        modal = child.lemma_.lower()
        if child.dep_ in {"aux", "auxpass"} and modal in _MODALS and not (denied and modal in _ABILITY):
            yield _MODALS[modal]


def _governors(head: Token) -> Iterator[str]:
    """What the clause hangs on, or what hangs on it, that can make it less than certain: "is likely to"."""
    if head.dep_ in {"xcomp", "ccomp"} and not any(
        t.text == ";" for t in head.doc[slice(*sorted((head.i, head.head.i)))]
    ):
        yield head.head.lemma_
    if any(child.dep_ == "xcomp" for child in head.children):
        yield head.lemma_
    yield from (child.lemma_ for child in head.children if child.dep_ in {"acomp", "oprd"})


def _told(head: Token) -> Iterator[Certainty]:
    """What the passive of a verb of saying leaves open: "is said to have fled", "is set to rise"."""
    passive = any(child.dep_ == "auxpass" for child in head.children)
    if passive and head.lemma_ in _PASSIVE_GOVERNORS and any(child.dep_ == "xcomp" for child in head.children):
        yield _PASSIVE_GOVERNORS[head.lemma_]
    auxiliaries = {child.lower_ for child in head.children if child.dep_ == "aux"}
    if {"must", "have"} <= auxiliaries:  # "must have burst" infers, "must burst" demands
        yield Certainty.PROBABLE
    roles = {child.dep_ for child in head.children}
    if head.lemma_ in _KNOWING and "neg" in roles and roles & {"ccomp", "csubj"}:  # "it is not known how many died"
        yield Certainty.UNCOMMITTED
    said_of = {child.lower_ for child in head.children if child.dep_ == "acomp"}
    if "neg" in roles and said_of & {"clear", "certain", "sure"}:  # "it was not clear whether they would"
        yield Certainty.UNCOMMITTED


def _is_conditional(head: Token) -> bool:
    """Whether a clause is a condition, or holds only under one: "will end if pay rises"; "even if" is none."""
    marks = [child for child in head.children if child.dep_ == "mark"]
    marks += [
        mark for child in head.children if child.dep_ == "advcl" for mark in child.children if mark.dep_ == "mark"
    ]
    before = [mark.nbor(-1).lower_ if mark.i else "" for mark in marks]
    pairs = zip(marks, before, strict=True)
    return any(mark.lower_ in CONDITIONS and word not in {"even", "as"} for mark, word in pairs)


def read_certainty(head: Token) -> Certainty:
    """How surely the clause under `head` is put."""
    cues = [*_modals(head), *(_GOVERNORS[word] for word in _governors(head) if word in _GOVERNORS)]
    cues += [HEDGES[child.lower_] for child in head.children if child.lower_ in HEDGES]
    cues += _told(head)
    if _is_conditional(head):
        cues.append(Certainty.UNCOMMITTED)
    return max(cues, key=_ORDER.index, default=Certainty.CERTAIN)


def _before(word: Token) -> Iterator[Token]:
    """The words that open the phrase of `word`: "no treaty", "not one treaty", "not legally binding", "no longer"."""
    return (token for token in word.children if token.i < word.i)


def _in_argument(argument: Token) -> int:
    """How many words negate an argument itself, and not only a part of it: "one person, not two" is somebody."""
    opening = list(_before(argument))
    inner = [inner for word in opening if word.dep_ in {"advmod", "nummod"} for inner in word.children]
    return sum(negates(word) for word in (argument, *opening, *inner))


def _phrases(head: Token) -> Iterator[Token]:
    """What hangs on a verb or on its auxiliary."""
    for child in head.children:
        yield child
        if child.dep_ in {"aux", "auxpass"}:
            yield from child.children


def _on_no_occasion(child: Token) -> bool:
    """Whether a phrase denies the clause that it hangs on: "at no time", "under no circumstances"; not "in no time"."""
    nouns = [noun for noun in child.children if child.dep_ == "prep" and noun.lemma_.lower() in _OCCASIONS]
    soon = child.lower_ == "in" and any(noun.lower_ == "time" for noun in nouns)
    return not soon and any(word.lower_ == "no" for noun in nouns for word in noun.children)


def read_polarity(head: Token, *, denied: bool) -> Polarity:
    """Whether the clause under `head` says that it is so, or that it is not; two negations cancel."""
    count = sum(_in_argument(child) if child.dep_ in _ARGUMENTS else negates(child) for child in head.children)
    count += any(denies_by_affix(child) for child in head.children) or is_far_from(head)
    count += any(map(_on_no_occasion, _phrases(head)))
    if not denied:  # "denied stealing" is one denial
        count += denies_by_meaning(head.lemma_, acts=any(child.dep_ == "xcomp" for child in head.children))
    count += head.dep_ == "xcomp" and head.head.lemma_ in _NEGATIVE_GOVERNORS
    return Polarity.NEGATIVE if (count + denied) % 2 else Polarity.POSITIVE

"""Certainty and polarity of a clause, in FactBank's letters (Saurí and Pustejovsky, 2009).

The weakest cue that governs the clause's head decides: "will probably" is probable, "may have been" possible.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from pipeline.records import Certainty, Polarity

_MODALS = {
    "may": Certainty.POSSIBLE,
    "might": Certainty.POSSIBLE,
    "could": Certainty.POSSIBLE,
    "can": Certainty.POSSIBLE,
    "should": Certainty.PROBABLE,
    "would": Certainty.PROBABLE,
}
_ADVERBS = {
    "possibly": Certainty.POSSIBLE, "perhaps": Certainty.POSSIBLE, "maybe": Certainty.POSSIBLE, "potentially": Certainty.POSSIBLE,
    "probably": Certainty.PROBABLE, "likely": Certainty.PROBABLE, "presumably": Certainty.PROBABLE, "apparently": Certainty.PROBABLE,
    "reportedly": Certainty.UNCOMMITTED, "allegedly": Certainty.UNCOMMITTED, "supposedly": Certainty.UNCOMMITTED, "purportedly": Certainty.UNCOMMITTED,
}  # fmt: skip
_GOVERNORS = {
    "expect": Certainty.PROBABLE, "likely": Certainty.PROBABLE, "believe": Certainty.PROBABLE, "appear": Certainty.PROBABLE, "seem": Certainty.PROBABLE,
    "think": Certainty.PROBABLE, "suspect": Certainty.POSSIBLE, "possible": Certainty.POSSIBLE, "unlikely": Certainty.PROBABLE,
    "plan": Certainty.UNCOMMITTED, "aim": Certainty.UNCOMMITTED, "hope": Certainty.UNCOMMITTED, "intend": Certainty.UNCOMMITTED, "propose": Certainty.UNCOMMITTED, "allege": Certainty.UNCOMMITTED,
}  # fmt: skip
_ORDER = tuple(Certainty)

# Not "nor": it goes on with a negation that "neither" or "not" began.
_NEGATORS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "without", "hardly", "none", "nobody", "nothing"})
_NOT_DENIED = tuple([word] for word in "only just all every everyone everybody everything both always".split())
NEGATIVE_VERBS = frozenset("fail refuse decline deny lack cease neglect".split())
_NEGATIVE_GOVERNORS = frozenset("fail refuse decline unable unlikely avoid".split())


def read_certainty(head: Token) -> Certainty:
    """How surely the clause under `head` is put."""
    cues = [
        _MODALS[child.lemma_.lower()]
        for child in head.children
        if child.dep_ in {"aux", "auxpass"} and child.lemma_.lower() in _MODALS
    ]
    cues += [_ADVERBS[child.lower_] for child in head.children if child.lower_ in _ADVERBS]
    if any(child.dep_ == "xcomp" for child in head.children) or head.dep_ == "xcomp":
        governor = head.head if head.dep_ == "xcomp" else head
        cues += [_GOVERNORS[governor.lemma_]] if governor.lemma_ in _GOVERNORS else []
    cues += [
        _GOVERNORS[child.lemma_]
        for child in head.children
        if child.dep_ in {"acomp", "oprd"} and child.lemma_ in _GOVERNORS
    ]
    if head.dep_ == "ccomp" and head.head.lemma_ in _GOVERNORS:
        cues.append(_GOVERNORS[head.head.lemma_])
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in head.children):
        cues.append(Certainty.UNCOMMITTED)
    return max(cues, key=_ORDER.index, default=Certainty.CERTAIN)


def _negates(token: Token) -> bool:
    if token.lower_ not in _NEGATORS:
        return False
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    # "not only", "not all", "no more than 30", "no later than June", "not until June": nothing is denied outright
    until = any(t.lower_ == "until" for t in token.head.subtree if t.i > token.i)
    return following[:1] not in _NOT_DENIED and following[1:] != ["than"] and not until


def count_negations(tokens: Iterable[Token]) -> int:
    """How many words of a clause negate, wherever they stand: "pleaded not guilty" has one that its verb knows nothing of."""
    return sum(_negates(token) for token in tokens)


def read_polarity(head: Token, *, denied: bool) -> Polarity:
    """Whether the clause under `head` says that it is so, or that it is not; two negations cancel."""
    arguments = [child for child in head.children if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}]
    count = sum(_negates(child) for child in head.children)
    count += sum(
        _negates(child) for argument in arguments for child in argument.children if child.dep_ in {"det", "neg"}
    )
    count += sum(_negates(argument) for argument in arguments)
    count += head.lemma_ in NEGATIVE_VERBS and head.lemma_ != "deny"
    count += head.dep_ == "xcomp" and head.head.lemma_ in _NEGATIVE_GOVERNORS
    return Polarity.NEGATIVE if (count + denied) % 2 else Polarity.POSITIVE

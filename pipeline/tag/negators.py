"""Words that negate: "not", "never", "nobody"; not those of "not only" or "not until June", which deny nothing."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Doc, Token

# Not "nor": it goes on with a negation that "neither" or "not" began.
NEGATORS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "without", "hardly", "none", "nobody", "nothing"})
_NOT_DENIED = tuple([word] for word in "only just all every everyone everybody everything both always".split())


@lru_cache(maxsize=1)  # each negation of a document asks, and a hostile one has thousands
def _untils(doc: Doc) -> tuple[int, ...]:
    return tuple(token.i for token in doc if token.lower_ == "until")


def _until_follows(token: Token) -> bool:
    """Whether "until" stands behind a word, under the same head."""
    untils = _untils(token.doc)
    following = bisect_right(untils, token.i)
    return following < len(untils) and untils[following] <= token.head.right_edge.i


def negates(token: Token) -> bool:
    """Whether a word denies outright what it hangs on."""
    if token.lower_ not in NEGATORS or token.dep_ == "intj":  # "No, it was signed"
        return False
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    # "not only", "not all", "no more than 30", "no later than June", "not until June": nothing is denied outright
    return following[:1] not in _NOT_DENIED and following[1:] != ["than"] and not _until_follows(token)


def count_negations(tokens: Iterable[Token]) -> int:
    """How many words of a clause negate, wherever they stand: "pleaded not guilty" has one that its verb knows not."""
    return sum(map(negates, tokens))

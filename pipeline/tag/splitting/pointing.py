"""Pointing: words of a part that could stand for what the part leaves behind.

"It fined the company and closed its plant": without the company, the plant would be somebody else's.
"""

from collections.abc import Sequence

from spacy.tokens import Token

_POINTS_BACK = frozenset(
    """it its they them their theirs he him his she her hers this these those there former latter one ones other
    others another each both such so""".split()
)
_OF_PEOPLE = frozenset({"he", "him", "his", "she", "her", "hers"})
_OF_ONE, _OF_SEVERAL = frozenset({"it", "its"}), frozenset({"they", "them", "their", "theirs"})


def is_plural(noun: Token) -> bool:
    """Whether a noun or a number stands for several."""
    return noun.tag_ in {"NNS", "NNPS"} or (noun.tag_ == "CD" and noun.lower_ not in {"one", "1"})


def _may_mean(pointer: Token, noun: Token) -> bool:
    """Whether a pronoun could stand for a noun, by number and by whether it is for people."""
    if pointer.lower_ in _OF_PEOPLE:
        return noun.pos_ == "PROPN" or bool(noun.ent_type_)
    if pointer.lower_ in _OF_ONE:
        return not is_plural(noun)
    return is_plural(noun) or noun.pos_ == "PROPN" if pointer.lower_ in _OF_SEVERAL else True


def points_back(tokens: Sequence[Token], left: Sequence[Token]) -> bool:
    """Whether a word stands for something that could be one of the words that are left behind."""
    nouns = [t for t in left if t.pos_ in {"NOUN", "PROPN"} and t.ent_type_ not in {"DATE", "TIME", "PERCENT"}]
    pointers = [
        token
        for token in tokens
        if token.lower_ in _POINTS_BACK
        and token.pos_ in {"PRON", "DET", "ADV", "ADJ", "NOUN"}
        and not (token.lower_ in {"another", "other"} and token.i + 1 < len(token.doc) and token.nbor().tag_ == "CD")
    ]
    return any(_may_mean(pointer, noun) for pointer in pointers for noun in nouns)

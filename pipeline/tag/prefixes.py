"""Prefixes: what a hyphen puts before a name and is none of it: "pro-Russian", "Post-9/11", "anti-Putin"."""

from spacy.tokens import Doc, Token

LENGTH = 2  # tokens: the prefix and its hyphen
_AROUND = frozenset("anti ex inter mid non post pre pro pan trans un".split())
_OF_PEOPLES = ("an", "ese", "ic", "ish", "ist", "ite")
_ALIKE = frozenset("neo pseudo quasi".split())  # "neo-Nazi" is none of the Nazis


def _word_before(doc: Doc, start: int) -> Token | None:
    """The word that a hyphen joins to the token `start`."""
    if start < LENGTH or doc[start - 1].text not in {"-", "‑", "–"}:
        return None
    word = doc[start - LENGTH]
    return None if word.whitespace_ or doc[start - 1].whitespace_ else word


def has_prefix(doc: Doc, start: int, kind: str) -> bool:
    """Whether a prefix that is no part of it stands before the name of that type at the token `start`.

    "Anti-Defamation League" is a name from its first capital on, unless a sentence starts there; an event never is:
    "the Post-Cold War World".
    """
    word = _word_before(doc, start)
    if word is None or word.lower_ not in _AROUND:
        return False
    return word.is_lower or bool(word.is_sent_start) or kind == "EVENT"


def is_only_alike(doc: Doc, start: int) -> bool:
    """Whether the word before the token `start` makes its name that of something which is like it: "neo-Nazi"."""
    word = _word_before(doc, start)
    return word is not None and word.lower_ in _ALIKE


def is_adjective(word: str) -> bool:
    """Whether a word has the ending of an adjective of a people or a place, as far as its letters tell.

    >>> is_adjective("Kurdish"), is_adjective("Putin")
    (True, False)
    """
    return word.endswith(_OF_PEOPLES)

"""What a number counts: the noun, what narrows it, and where it ends."""

from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Span, Token

from pipeline.tag.measures import PART
from pipeline.tag.subtrees import subtree

HIGHEST = 20  # tokens above a number in the parse; an endless list hangs each item on the one before
_VERBAL = frozenset({"VBN", "VBD", "VBG"})
_NUMBERS = frozenset({"number", "total", "count", "figure"})  # "the number of warheads fell to 1,550"
# A bare number is the number of these without more words: "the toll was 12".
_SUMS = frozenset("toll stockpile arsenal limit ceiling population price turnout".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})


@dataclass(frozen=True, slots=True)
class Counted:
    noun: str  # lemma, "" where it is not said
    qualifiers: tuple[str, ...]
    end: int  # the token after the noun, or after the number


def _is_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"}


def _is_hyphen(token: Token) -> bool:
    return token.tag_ == "HYPH" or token.text == "-"


def _goes_on(sentence: Span, i: int) -> bool:
    """Whether the noun at `i` only narrows the one behind it: "cruise missiles", "money-laundering charges"."""
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    if following is not None and _is_hyphen(following):
        return True
    if following is None or sentence[i].tag_ == "NNS":
        return following is not None and _is_noun(following) and sentence[i].dep_ in {"compound", "nmod"}
    return _is_noun(following) or _is_hyphen(following)


def _under_of(preposition: Token, end: int) -> Counted:
    """The noun of "846 of them", "two of the paintings"; a pronoun does not say what is counted."""
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    if preposition.dep_ == "quantmod":  # "four of six counts"
        nouns = [preposition.head.head]
    return Counted(nouns[0].lemma_.lower() if nouns and _is_noun(nouns[0]) else "", (PART,), end)


def _adjectives(noun: Token) -> tuple[str, ...]:
    return tuple(child.lemma_.lower() for child in noun.children if child.dep_ in {"amod", "compound"})


def find_counted(sentence: Span, end: int) -> Counted:
    """What the number that ends before token `end` counts: "1,550 deployed strategic warheads", "44 of the homes"."""
    qualifiers: list[str] = []
    i = end
    while i < len(sentence):
        token = sentence[i]
        hyphened = _is_hyphen(token) or (i + 1 < len(sentence) and _is_hyphen(sentence[i + 1]))
        if not (hyphened or _is_noun(token) or token.pos_ in {"ADJ", "ADV"} or token.tag_ in _VERBAL):
            break
        if _is_noun(token) and not _is_hyphen(token) and not _goes_on(sentence, i):
            return Counted(token.lemma_.lower(), tuple(qualifiers), i + 1)
        if not _is_hyphen(token):
            qualifiers.append(token.lemma_.lower())
        i += 1
    if sentence[end : end + 3].text.lower() == "the number of":  # "caps at 1,550 the number of warheads"
        nouns = [child for child in sentence[end + 2].children if child.dep_ == "pobj"]
        return Counted(nouns[0].lemma_.lower(), _adjectives(nouns[0]), end) if nouns else Counted("", (), end)
    if i < len(sentence) and sentence[i].lower_ == "of":
        return _under_of(sentence[i], end)
    return Counted("", (), end)


def noun_under_of(sentence: Span, i: int) -> str:
    """What a share is a share of: "of the vote" at token `i`."""
    return _under_of(sentence[i], i).noun if i < len(sentence) and sentence[i].lower_ == "of" else ""


def counted_elsewhere(sentence: Span, start: int) -> str:
    """What a bare number counts: "a crew of 14", "80 votes to 19", "the number of warheads fell to 1,550"."""
    number = sentence[start]
    before = sentence[start - 1] if start else number
    if before.lower_ == "of" and _is_noun(before.head) and before.head.lemma_ not in _NUMBERS:
        return str(before.head.lemma_.lower())
    if before.lower_ == "to" and start > 1 and sentence[start - 2].pos_ == "NOUN" and sentence[start - 3].like_num:
        return str(sentence[start - 2].lemma_.lower())
    above = (number, *islice(number.ancestors, HIGHEST))
    verbs = (token for token in above if token.pos_ in {"VERB", "AUX"})
    nouns = (child for verb in verbs for child in verb.children if child.dep_ in _SUBJECTS and child.i < number.i)
    for noun in nouns:
        if noun.lemma_ in _NUMBERS:
            inner = [token for token in subtree(noun) if token.dep_ == "pobj" and token.head.head == noun]
            return str(inner[0].lemma_.lower()) if inner else ""
        if noun.lemma_ in _SUMS:
            return str(noun.lemma_.lower())
    return ""

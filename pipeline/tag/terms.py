"""Terms: the content words of a clause, as lemmas. Numbers, units and time words are read as values instead."""

from collections.abc import Iterable

from spacy.tokens import Token

from pipeline.records import Mention
from pipeline.tag.measures import CURRENCIES, DURATIONS, MEASURES, SCALES
from pipeline.tag.names import TITLES
from pipeline.tag.places import Places
from pipeline.tag.times import TIME_WORDS

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_MEASURING = (
    TIME_WORDS
    | {*DURATIONS, *MEASURES, *CURRENCIES, *SCALES}
    | frozenset("percent cent per degree celsius a.m. p.m. midnight noon".split())
)


def _is_term(token: Token) -> bool:
    lemma = token.lemma_.lower()
    lettered = len(token) > 1 and any(c.isalpha() for c in token.text)
    return lettered and not token.is_stop and token.tag_ != "CD" and lemma not in _MEASURING


def _is_name(token: Token) -> bool:
    """Whether a number by itself is a reviewed name: "9/11"."""
    alone = token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
    return token.pos_ == "NUM" and bool(token.ent_id_) and token.ent_iob_ == "B" and alone


def find_terms(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The lemmas of nouns, verbs and adjectives, in order, with repeats."""
    return tuple(t.lemma_.lower() for t in tokens if (t.pos_ in _CONTENT and _is_term(t)) or _is_name(t))


def find_names(tokens: Iterable[Token], known: Places[Mention]) -> tuple[str, ...]:
    """Proper nouns outside the mentions, whose offsets count from the start of the document; titles are none."""
    proper = (token for token in tokens if token.pos_ == "PROPN" and token.idx not in known)
    return tuple(token.lemma_.lower() for token in proper if _is_term(token) and token.lower_ not in TITLES)

"""Things: what "it" and "they" mean at the start of a sentence, where the subject before it leaves no doubt."""

from itertools import takewhile

from spacy.tokens import Span, Token

from pipeline.tag.attribution import SAYING
from pipeline.tag.denying import DENYING
from pipeline.tag.openings import leans
from pipeline.tag.pronouns.person_words import PEOPLE
from pipeline.tag.subtrees import subtree

LONGEST_ANTECEDENT = 14  # words; a longer phrase in place of "it" reads worse than the pronoun

_IS_PLURAL = {"it": False, "they": True}
_OPENS_CLAUSE = frozenset({"WDT", "WP", "WP$", "WRB"})


def _subject(verb: Token) -> Token | None:
    return next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), None)


def _is_plural(noun: Token) -> bool:
    several = noun.lower_ == "both" or any(child.dep_ == "conj" for child in noun.children)
    counted = noun.lower_ == "aircraft" and any(child.dep_ == "nummod" for child in noun.children)  # no form tells
    return several or counted or "Number=Plur" in str(noun.morph)


def _stands_for_nothing(first: Token) -> bool:
    """Whether "it" only opens the sentence: "it was she who won", "it was ten past six when the train left"."""
    verb = first.head
    if first.lower_ != "it" or verb.lemma_ != "be":
        return verb.lemma_ == "make" and any(t.lemma_ == "difference" for t in verb.children)  # what happened made none
    if any(t.dep_ == "attr" and [c.lower_ for c in t.children] == ["the"] for t in verb.children):
        return True  # "It was the money": what did it
    clauses = (t for t in subtree(verb) if t.dep_ in {"relcl", "advcl", "ccomp", "acl"} and t.i > verb.i)
    opened = any(
        word.tag_ in _OPENS_CLAUSE or word.lower_ in {"that", "whether", "if"} for c in clauses for word in subtree(c)
    )
    said_to_be = (c for c in verb.children if c.dep_ == "attr")
    somebodys = any(t.tag_ == "PRP$" for c in said_to_be for t in subtree(c))  # "it was her second"
    return opened or somebodys or any(t.ent_type_ == "TIME" for t in verb.children)


def _is_somebody(noun: Token) -> bool:
    """Whether a noun is for one person, as far as its form tells."""
    unknown = noun.tag_ == "NNP" and noun.ent_type_ in {"", "PERSON"}
    return unknown or noun.lemma_.endswith(("man", "woman", "person")) or noun.lemma_ in PEOPLE


def _has_rival(subject: Token) -> bool:
    """Whether a body is named beside a thing: "The complaint was brought by Tana Steel. It shut a furnace"."""
    if subject.pos_ != "NOUN":
        return False
    own = {t.i for t in subtree(subject)}
    return any(t.ent_type_ == "ORG" and t.i not in own for t in subject.sent)


def _names_again(first: Token, subject: Token) -> bool:
    """Whether what "it is" said to be was named beside the subject: "It is the first strike" behind "the strike"."""
    names = {c.lemma_ for c in first.head.children if c.dep_ == "attr"} if first.head.lemma_ == "be" else set[str]()
    return any(t.lemma_ in names and t != subject for t in subject.sent)


def find_thing(first: Token, before: Span | None) -> tuple[Token, ...]:
    """The subject of the sentence before, where "it" or "they" at the start of this one can mean nothing else."""
    plural = _IS_PLURAL.get(first.lower_)
    if before is None or plural is None or first.dep_ not in {"nsubj", "nsubjpass"} or _stands_for_nothing(first):
        return ()
    subject = _subject(before.root)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return ()
    # "The firm said it was sorry. It denied that it knew": who speaks goes on speaking
    speaks_on = first.dep_ == "nsubj" and first.head.lemma_ in SAYING | DENYING
    if before.root.lemma_ in SAYING and not speaks_on:
        return ()
    if not plural and (_is_somebody(subject) or _names_again(first, subject) or _has_rival(subject)):
        return ()
    # Another noun of the same number and weight, the object, would make it a guess.
    objects = [t for t in before.root.children if t.dep_ in {"dobj", "attr"} and t.pos_ in {"NOUN", "PROPN"}]
    objects += [
        t for t in before if t.lower_ == "both" and t.pos_ == "PRON"
    ]  # "Police arrested both. They have been let go"
    # "Karsk Metals" is one firm, "few Spaniards" are several people
    one_name = subject.tag_ == "NNPS" and not plural and not any(t.dep_ in {"amod", "nummod"} for t in subject.children)
    if (_is_plural(subject) is not plural and not one_name) or any(_is_plural(t) is plural for t in objects):
        return ()
    words = tuple(takewhile(lambda t: t.i <= subject.i or t.text != ",", subtree(subject)))  # not ", which fell in May"
    pointing = leans(subject.left_edge) or any(word.tag_ == "PRP" for word in words)  # "four others, one of them badly"
    return words if len(words) <= LONGEST_ANTECEDENT and not pointing else ()

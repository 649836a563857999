"""Shares: what is said between commas of some of those named before, "44 homes, nine of them beyond repair"."""

from itertools import takewhile

from spacy.tokens import Span, Token

from pipeline.tag.pronouns.person_words import PEOPLE
from pipeline.tag.splitting.frame import Frame
from pipeline.tag.splitting.joined import auxiliaries_of
from pipeline.tag.splitting.part import Part
from pipeline.tag.splitting.pointing import is_plural
from pipeline.tag.splitting.set_off import THE, Aside, set_off

_PARTS = frozenset("most many several some half all both none".split())  # of them
OF_WHOM = frozenset({"them", "whom", "which"})
_PREDICATES = frozenset({"PROPN", "ADJ", "ADP", "VERB", "NOUN", "ADV", "NUM", "DET"})
_NOT_YET = frozenset("expect hope offer plan pledge promise propose seek target want".split())  # "promised 200 jobs"
_JUST = frozenset({"just", "only"})  # what is few of all is not of some of them
# "Nine of them for smoke" are treated, not there.
_NOT_OF_BEING = frozenset({"after", "because", "by", "during", "for"})
FARTHEST = 6  # tokens from the comma to "of": "at least nine of them"
_VERBLESS = 8  # words; more behind "nine of them" are no predicate alone


def _counted_before(clause: Span, comma: int) -> Token | None:
    """The people or things, several of them, that "them" behind a comma means."""
    nouns = [t for t in clause if t.i < comma and t.pos_ in {"NOUN", "PROPN"} and is_plural(t)]
    counted = [t for t in nouns if any(c.dep_ == "nummod" for c in t.children) and t.ent_type_ not in {"DATE", "TIME"}]
    if nouns and nouns[-1].i == comma - 1:
        return None if nouns[-1].left_edge.tag_ == "PRP$" else nouns[-1]  # "parted from their families, all of whom"
    return counted[0] if len(counted) == 1 else None


def _whole(noun: Token) -> list[Token | str]:
    """Gives "the 44 homes", "the at least 40 people", "the 23" of "only 23"; what else narrows them comes along."""
    words = [token for token in noun.doc[noun.left_edge.i : noun.i + 1] if token.lower_ not in _JUST]
    return [*words] if words[0].lower_ in THE else ["the", *words]


def _verb(frame: Frame, *, several: bool) -> str | None:
    """The form of "be" which fits the clause; None where it is about what has not happened."""
    words = (frame.head, *(c for c in frame.head.children if c.dep_ in {"aux", "auxpass"}))
    if any(word.tag_ == "MD" for word in words) or frame.head.lemma_ in _NOT_YET:
        return None
    past = any(word.tag_ in {"VBD", "VBN"} for word in words)
    return ("were" if several else "was") if past else ("are" if several else "is")


def _quantity(words: list[Token], rest: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """How many of them, and what is said of those: "nine" and "beyond repair"; "of whom nine were hurt"."""
    if not words:
        words = list(takewhile(lambda token: token.tag_ == "CD", rest))
        rest = rest[len(words) :]
    joined = any(token.lower_ in {"and", "or"} for token in words)
    if not words or not rest or joined or not (words[-1].tag_ == "CD" or words[-1].lower_ in _PARTS):
        return None
    return words, rest


def _predicate(rest: list[Token], frame: Frame, *, of_them: bool, several: bool) -> list[Token | str] | None:
    """What is said of them, with the verb that "them" leaves out: "nine of them (were) beyond repair"."""
    finite = any("VerbForm=Fin" in str(token.morph) for token in rest)
    if finite is of_them:
        return None
    if finite:
        return [*rest]
    be = _verb(frame, several=several)
    short = len(rest) <= _VERBLESS and rest[0].pos_ in _PREDICATES
    return [be, *rest] if be and short else None


def _is_not_of_being(word: Token, noun: Token) -> bool:
    return word.lower_ in _NOT_OF_BEING and noun.lemma_.lower() in PEOPLE | {"people"}


def _is_manner(word: Token) -> bool:
    """Whether a word tells how something happened: "one of them seriously"."""
    return word.pos_ == "ADV" and word.lower_.endswith("ly")


def _again(noun: Token, frame: Frame, *, several: bool) -> list[Token | str]:
    """The verb, where what happened to them is said of some again: "17 workers died, eleven of them in the tunnel"."""
    verb = noun.head
    own = verb == frame.head or frame.head in verb.ancestors
    if not own or verb.lemma_ == "be" or any(c.dep_ == "dobj" for c in verb.children):
        return []
    deed, helpers = [verb, *(child for child in verb.children if child.dep_ == "prt")], auxiliaries_of(verb)
    if noun.dep_ == "nsubj" and verb.tag_ == "VBD":
        return [*deed]
    if noun.dep_ == "nsubj" and verb.tag_ == "VBN" and [h.lower_ for h in helpers] == ["have"]:
        return [*(helpers if several else ["has"]), *deed]
    passive = noun.dep_ == "nsubjpass" and [h.tag_ for h in helpers] == ["VBD"]
    return [*(helpers if several else ["was"]), *deed] if passive else []


def read_share(clause: Span, of: Token, frame: Frame) -> Aside | None:
    """Reads ", nine of them beyond repair", ", nine of which had burned" and ", of whom nine were hurt"."""
    doc, pronoun = clause.doc, of.i + 1
    comma = next((i for i in range(of.i - 1, max(clause.start, of.i - FARTHEST), -1) if doc[i].text == ","), None)
    if comma is None or pronoun >= clause.end or doc[pronoun].lower_ not in OF_WHOM:
        return None
    end = next((i for i in range(pronoun, clause.end) if doc[i].text in {",", ";", "."}), clause.end)
    place, noun = set_off(clause, comma + 1, end), _counted_before(clause, comma)
    read = _quantity(list(doc[comma + 1 : of.i]), list(doc[pronoun + 1 : end]))
    if place is None or noun is None or read is None:
        return None
    words, rest = read
    several = words[-1].lower_ not in {"one", "1"}
    said = _predicate(rest, frame, of_them=doc[pronoun].lower_ == "them", several=several)
    how = _is_manner(rest[0])
    if said and (rest[0].pos_ == "ADP" or how) and (again := _again(noun, frame, several=several)):
        said = [*again, *rest]
    elif how or rest[0].lower_ == "to" or _is_not_of_being(rest[0], noun):  # "lost nine men, six of them to mines"
        return None
    if said is None:
        return None
    before, after = ([t for t in side if not place[0] <= t.i < place[1]] for side in (frame.before, frame.after))
    apart = [","] if after and after[0].text != "," else []  # ", he said": the one before it went with the aside
    return Aside(*place, Part((*before, *words, "of", *_whole(noun), *said, *apart, *after)))

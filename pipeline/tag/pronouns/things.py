"""Things: what "it" and "they" mean at the start of a sentence, where the subject before it leaves no doubt."""

from itertools import takewhile

from spacy.tokens import Span, Token

from pipeline.tag.attribution import SAYING
from pipeline.tag.clauses import SHARES
from pipeline.tag.denying import DENYING
from pipeline.tag.heads import HEADS
from pipeline.tag.openings import leans
from pipeline.tag.pronouns.people import People
from pipeline.tag.pronouns.person_words import PEOPLE, TITLES
from pipeline.tag.subtrees import subtree

LONGEST_ANTECEDENT = 14  # words; a longer phrase in place of "it" reads worse than the pronoun

_IS_PLURAL = {"it": False, "they": True}
_NOT_CARRIED = frozenset("few neither no none only".split())
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
_THE = frozenset({"the", "this", "that", "its", "his", "her", "their"})
_TOWARDS = frozenset({"against", "at", "out"})
_FIRMS = frozenset("business chain company cooperative firm industry maker".split())
_MEASURES = frozenset("ban bill deal duty embargo law levy offer plan quota sanction tariff tax treaty".split())
_FIGURES = frozenset("deficit income loss output profit revenue turnover".split())
_DEEDS = frozenset("buy employ export hire own produce pump sell".split())  # of firms and countries
_STATES = frozenset("float lie measure sink weigh".split())  # of what can be touched
_IMPERSONAL = frozenset("appear emerge follow happen seem transpire turn".split())
_JUDGING = frozenset(
    """
    better best cheaper common customary dangerous difficult easier easy enough hard harder important impossible
    necessary possible reasonable right risky safer simpler tempting useful useless wise wrong
    """.split()
)
_OPENS_CLAUSE = frozenset({"WDT", "WP", "WP$", "WRB"})


def _subject(verb: Token) -> Token | None:
    return next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), None)


def _is_plural(noun: Token) -> bool:
    several = noun.lower_ == "both" or any(child.dep_ == "conj" for child in noun.children)
    counted = noun.lower_ == "aircraft" and any(child.dep_ == "nummod" for child in noun.children)  # no form tells
    return several or counted or "Number=Plur" in str(noun.morph)


def _announces(first: Token) -> bool:
    """Whether "it" stands for a clause that follows: "it follows that", "it was feared that", "it is easy to say"."""
    verb = first.head
    opened = any(
        c.dep_ == "mark" or c.tag_ in _OPENS_CLAUSE
        for clause in verb.rights
        if clause.dep_ in {"ccomp", "csubj"}
        for c in clause.children
    )
    told = first.dep_ == "nsubjpass" or verb.lemma_ in _IMPERSONAL
    judged = [t for t in verb.children if t.dep_ == "acomp" and t.lower_ in _JUDGING]
    to_do = any(t.dep_ == "xcomp" for one in judged for t in (*verb.rights, *one.rights))
    return (told and opened) or to_do


def _stands_for_nothing(first: Token) -> bool:
    """Whether "it" only opens the sentence: "it was she who won", "it was ten past six when the train left"."""
    verb = first.head
    if first.lower_ == "it" and _announces(first):
        return True
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
    own = {t.i for t in subtree(subject)}
    return any(t.ent_type_ == "ORG" and t.i not in own for t in subject.sent)


def _is_body(noun: Token) -> bool:
    return noun.lemma_.lower() in _FIRMS or HEADS.get(noun.lemma_.lower()) == "ORG"


def _can_do(first: Token, subject: Token) -> bool:
    """Whether a noun can be the subject: a tariff employs nobody, profit has no flats, no company lies deep."""
    verb, noun = first.head.lemma_, subject.lemma_.lower()
    if noun in _MEASURES or noun in _FIGURES:
        return verb not in _DEEDS and not (verb == "have" and noun in _FIGURES)
    return verb not in _STATES or not _is_body(subject)


def _is_doubtful(first: Token, subject: Token) -> bool:
    return subject.pos_ == "NOUN" and (_has_rival(subject) or not _can_do(first, subject))


def _is_carried(subject: Token, people: People) -> bool:
    """Whether "it" or "they" can go on with a phrase at all: not with "no alarm", "52 per cent" or "Ms Bergström"."""
    words = {t.lower_ for t in subtree(subject) if t.i <= subject.i}
    first = subject.left_edge.lower_
    if first in _NOT_CARRIED or subject.lower_ in SHARES:
        return False
    if first == "the" or any(child.dep_ == "conj" for child in subject.children):
        return True
    return not (words & TITLES.keys() or any(map(people.is_surname, people.names([subject]))))


def _is_doer(noun: Token) -> bool:
    """Whether a noun behind "by" can go on as "it" or "they"; not in "by four votes", "by order of the prefect"."""
    return _is_body(noun) or noun.ent_type_ == "ORG" or (_is_plural(noun) and noun.lemma_.lower() in PEOPLE)


def _others(before: Span, *, plural: bool) -> list[Token]:
    """The other nouns of the sentence that have as much weight: its objects, and by whom and to whom it was done."""
    verb = before.root
    objects = [t for t in verb.children if t.dep_ in {"dobj", "attr"}]
    # "The budget brings Oskel nine million. It had asked for more"
    objects += [t for t in verb.children if t.dep_ == "dative" and (t.pos_ == "PROPN" or _is_body(t))]
    again = [t for t in objects if t.lower_ == ("them" if plural else "it")]  # "The wind drove it on. It was put out"
    # "Most were saved by fishermen. They came in boats"
    objects += [t for agent in verb.children if agent.dep_ == "agent" for t in agent.children if _is_doer(t)]
    if not plural and verb.lemma_ != "be":  # "The opposition voted against the budget. It passed"
        preps = [t for t in verb.children if t.dep_ == "prep" and t.lower_ in _TOWARDS and t.i > verb.i]
        preps += [t for p in preps for t in p.children if t.dep_ == "prep"]  # "shut out of the trial"
        met = [t for p in preps for t in p.children if t.dep_ == "pobj" and t.ent_type_ not in _TIMES]
        objects += [t for t in met if _THE & {word.lower_ for word in t.lefts} and not _is_somebody(t)]
    nouns = [t for t in objects if t.pos_ in {"NOUN", "PROPN"} and _is_plural(t) is plural]
    return again + nouns


def _names_again(first: Token, subject: Token) -> bool:
    """Whether what "it is" said to be was named beside the subject: "It is the first strike" behind "the strike"."""
    names = {c.lemma_ for c in first.head.children if c.dep_ == "attr"} if first.head.lemma_ == "be" else set[str]()
    return any(t.lemma_ in names and t != subject for t in subject.sent)


def find_thing(first: Token, before: Span | None, people: People) -> tuple[Token, ...]:
    """The subject of the sentence before, where "it" or "they" at the start of this one can mean nothing else."""
    plural = _IS_PLURAL.get(first.lower_)
    if before is None or plural is None or first.dep_ not in {"nsubj", "nsubjpass"} or _stands_for_nothing(first):
        return ()
    subject = _subject(before.root)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or not _is_carried(subject, people):
        return ()
    # "The firm said it was sorry. It denied that it knew": who speaks goes on speaking
    speaks_on = first.dep_ == "nsubj" and first.head.lemma_ in SAYING | DENYING
    if before.root.lemma_ in SAYING and not speaks_on:
        return ()
    if not plural and (_is_somebody(subject) or _names_again(first, subject) or _is_doubtful(first, subject)):
        return ()
    # Another noun of the same number and weight, the object, would make it a guess.
    objects = _others(before, plural=plural)
    # "Police arrested both. They have been let go"
    objects += [t for t in before if t.lower_ == "both" and t.pos_ == "PRON"]
    # "Karsk Metals" is one firm, "few Spaniards" are several people
    one_name = subject.tag_ == "NNPS" and not plural and not any(t.dep_ in {"amod", "nummod"} for t in subject.children)
    if (_is_plural(subject) is not plural and not one_name) or objects:
        return ()
    words = tuple(takewhile(lambda t: t.i <= subject.i or t.text != ",", subtree(subject)))  # not ", which fell in May"
    pointing = leans(subject.left_edge) or any(word.tag_ == "PRP" for word in words)  # "four others, one of them badly"
    return words if len(words) <= LONGEST_ANTECEDENT and not pointing else ()

"""Persons: whom "he" or "she" means, where the sentences before it leave no doubt.

The nearest sentence that speaks of anybody decides: it has to name one person and to hint at no other. Sentences that
go on with the same pronoun are passed over, and so is what somebody is quoted with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from pipeline.records import Attribution
from pipeline.tag.arguments import text_of
from pipeline.tag.attribution import SAYING
from pipeline.tag.pronouns.people import People
from pipeline.tag.pronouns.person_words import ANIMALS, HE, MEN, PEOPLE, SHE, TITLES, WOMEN
from pipeline.tag.subtrees import subtree

FARTHEST = 4  # sentences looked back

_SPEAKING = frozenset({"add", "say", "tell"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_WITHIN = frozenset({"acl", "advcl", "pcomp", "relcl", "xcomp"})
_BESIDE = frozenset({"appos", "compound", "nmod"})  # how "chief executive" and "a former accountant" hang on a name
_AT, _WAYS = frozenset({"at", "in", "near"}), frozenset({"flight", "path", "road", "route", "train", "way"})
_LONGEST = 4  # words; of "the former state senator" and what is shorter


@dataclass(frozen=True, slots=True)
class Meant:
    """A pronoun and the words that it stands for."""

    pronoun: Token
    words: tuple[Token, ...]

    def names(self, tokens: Sequence[Token]) -> str:
        """A phrase in words, by name where it is the pronoun alone."""
        return self.text if tuple(tokens) == (self.pronoun,) else text_of(tokens)

    def speaks(self, said: Attribution) -> Attribution:
        """An attribution, its source by name where it is the pronoun alone."""
        alone = said.source == self.pronoun.text and said.cue.startswith(self.pronoun.head.text)
        return replace(said, source=self.text) if alone else said

    @property
    def text(self) -> str:
        """The words in the form of the pronoun: "Petra Olsen’s" for "her"."""
        name = self.words[0].doc[self.words[0].i : self.words[-1].i + 1].text
        name = f"the{name[3:]}" if self.words[0].lower_ == "the" else name
        return f"{name}’s" if self.pronoun.tag_ == "PRP$" else name


def _kind(token: Token) -> frozenset[str]:
    return next((kind for kind in (SHE, HE) if token.lower_ in kind), frozenset())


def _persons(tokens: Sequence[Token], people: People) -> list[tuple[Token, ...]]:
    """The persons named among the tokens, by the last word of the name, each once."""
    found: dict[str, tuple[Token, ...]] = {}
    for words in people.names(tokens):
        found.setdefault(words[-1].lower_, words)
    return list(found.values())


def _is_of(word: Token, name: Sequence[Token]) -> bool:
    """Whether a word for a person belongs to a name: "chief executive Petra Olsen", "Olsen, the chief executive"."""
    by_name = word.head in name and word.dep_ in _BESIDE
    return by_name or word in name or any(t.head == word and t.dep_ in _BESIDE for t in name)


def _somebody(token: Token) -> bool:
    return token.tag_ == "NN" and (token.lemma_.lower() in PEOPLE or token.lower_.endswith(("man", "woman")))


def _rivals(token: Token, pronoun: Token) -> bool:
    """Whether a word is for somebody whom the pronoun could mean; "his father’s plough" is about a plough."""
    other_sex = WOMEN if _kind(pronoun) is HE else MEN
    is_what = token.dep_ == "pobj" and token.head.lower_ == "as"  # "He had been there before, as a pilot"
    return _somebody(token) and token.lemma_.lower() not in other_sex and token.dep_ != "poss" and not is_what


def _unknown(token: Token) -> bool:
    """Whether a name not read as anybody’s may be: "Nada Frkovic told the station", not "the Lumina sailed"."""
    unread = token.tag_ == "NNP" and token.is_title and token.ent_type_ in {"", "PERSON"}
    return unread and token.dep_ in _SUBJECT and token.head.dep_ != "advcl" and token.left_edge.lower_ != "the"


def _described(token: Token) -> tuple[Token, ...]:
    """Somebody without a name who is the subject, "the senator"; "a man", who is new in the text, is not carried."""
    words = tuple(token.doc[token.left_edge.i : token.i + 1])
    carried = token.tag_ == "NN" and token.dep_ in _SUBJECT and words[0].lower_ == "the"
    return words if carried and len(words) <= _LONGEST else ()


def _top(words: Sequence[Token]) -> Token:
    """The word by which a name hangs in its sentence: "minister" in "the minister, Karl Brandt, left"."""
    top = words[-1]
    while top.dep_ in _BESIDE:
        top = top.head
    return top


def _doer(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it is joined to."""
    subject = next((t for t in verb.children if t.dep_ in _SUBJECT), None)
    return _doer(verb.head) if subject is None and verb.dep_ == "conj" else subject


def _is_another(pronoun: Token, words: Sequence[Token]) -> bool:
    """Whether a pronoun of the person’s own sentence stands for somebody else.

    "The president summoned him": not himself. "The minister, he said, would stay", "The deal with Brandt is off, he
    said": who speaks of the minister and of Brandt is a third.
    """
    top, verb = _top(words), pronoun.head
    if pronoun.dep_ in {"dobj", "dative"}:
        return _doer(verb) == top
    speaks = pronoun.dep_ in _SUBJECT and verb.lemma_ in SAYING and verb.dep_ not in _WITHIN and pronoun.i > top.i
    return speaks and not (top.dep_ in _SUBJECT and top.head.i < pronoun.i)


def _may_be_none(words: Sequence[Token], people: People) -> bool:
    """Whether a name may be a place's or a firm's: "the road to Cerro Alto", "They buy it from Azelit"."""
    last = words[-1]
    if last.dep_ != "pobj" or any(t.i < words[0].i or t.lower_ in TITLES for t in subtree(last)):
        return False
    return last.head.lower_ in _AT or last.head.head.lemma_ in _WAYS or not people.is_surname(words)


def _suits(pronoun: Token, words: Sequence[Token]) -> bool:
    """Whether nothing in a name says that it is for the other sex."""
    first = words[0]
    near = [t.lower_ for t in first.doc[max(first.i - 1, 0) : words[-1].i + 1]]
    sexes = [TITLES[t] for t in near if t in TITLES]
    sexes += [HE] if set(near) & MEN else [SHE] if set(near) & WOMEN else []
    return all(pronoun.lower_ in sex for sex in sexes)


def _person_of(pronoun: Token, tokens: Sequence[Token], people: People) -> tuple[Token, ...] | None:
    """The one person that a sentence speaks of, () where that is open; None where it only goes on with the pronoun."""
    named = _persons(tokens, people)
    somebody = [t for t in tokens if _rivals(t, pronoun) or _unknown(t)]
    others = [t for t in somebody if not any(_is_of(t, name) for name in named)]
    pronouns = [t for t in tokens if _kind(t)]
    if not named and not others:
        if not pronouns:
            return ()
        return None if {_kind(t) for t in pronouns} == {_kind(pronoun)} and pronouns[0].dep_ in _SUBJECT else ()
    words = named[0] if named else _described(others[0])
    if pronoun.head.lemma_ in _SPEAKING:  # "Its lawyer said so. “We lost,” he added": whose lawyer he is, is no rival
        pronouns = [t for t in pronouns if not (t.tag_ == "PRP$" and _is_of(t.head, words))]
    if len(named) + len(others) > 1 or any(_kind(t) != _kind(pronoun) for t in pronouns):
        return ()
    # "As for Brandt, he stayed at home, he said" goes on with Brandt
    doers = [t for t in pronouns if t.dep_ in _SUBJECT]
    told = [t for t in pronouns if t not in doers[1:]]
    if not words or any(t.i < words[0].i for t in pronouns) or any(_is_another(t, words) for t in told):
        return ()
    if named and _may_be_none(words, people):
        return ()
    # "The coin was thrown by Brandt. Her opponent lost"
    by_whom = pronoun.tag_ == "PRP$" and _top(words).head.dep_ == "agent"
    return () if by_whom or words[-1].dep_ == "compound" or not _suits(pronoun, words) else words


def _is_about(sentence: Span, people: People) -> tuple[Token, ...]:
    """The person who is the subject of a sentence, () where none is."""
    subject = next((t for t in sentence.root.children if t.dep_ in _SUBJECT), None)
    return next((name for name in people.names(people.outside_quotations(sentence)) if subject in name), ())


def _is_somebody_elses(
    pronoun: Token, words: Sequence[Token], whole: Span, before: Sequence[Span], people: People
) -> bool:
    """Whether a pronoun of `whole` goes on with whom the sentence before that of a name is about.

    "Ms Voss won. She lives in Pell. Brandt got 31 votes there.", and in a new paragraph "She will stay": she was
    another when Brandt came up. "Karl Brandt is free. Nobody knew, said Ana Roa. He was hurt": Roa only speaks of him.
    """
    if not before or before[0].doc != words[0].doc:
        return False
    goes_on = any(t.dep_ in _SUBJECT and _kind(t) == _kind(pronoun) for t in before[0].root.children)
    if goes_on and before[1:] and whole.doc != words[0].doc and people.is_new(words):
        return True
    about, verb = _is_about(before[0], people), _top(words).head
    return verb.i < words[0].i and _only_speaks(words, pronoun) and bool(about) and about[-1].text != words[-1].text


def _only_speaks(words: Sequence[Token], pronoun: Token) -> bool:
    """Whether a person only says something, and the pronoun goes on with what somebody does."""
    goes_on = pronoun.head.lemma_ in SAYING or pronoun.tag_ == "PRP$"
    return words[-1].pos_ == "PROPN" and _top(words).head.lemma_ in SAYING and not goes_on


def _speaks_of_animal(words: Sequence[Token], pronoun: Token) -> bool:
    """Whether a person speaks of an animal, which is a "she" too: "Ana Roa said the bear was well. She had cubs"."""
    told = any(t.lemma_.lower() in ANIMALS and t.dep_ in _SUBJECT for t in words[0].sent)
    return told and _only_speaks(words, pronoun)


def _pronoun(clause: Span, people: People) -> Token | None:
    """The "he" or "she" that a clause has for its subject, or the "his" that it opens with; none inside a quotation."""
    if not any(map(_kind, clause)):
        return None
    outside = people.outside_quotations(clause)
    first = next((t for t in outside if t.is_alpha), None)
    pronoun = next((t for t in outside if _kind(t) and (t.dep_ in _SUBJECT or (t == first and t.tag_ == "PRP$"))), None)
    if pronoun is None:
        return None
    verb = pronoun.head
    top = verb == clause.root or pronoun == first or (verb.dep_ == "parataxis" and verb.lemma_ in SAYING)
    ahead = [t for t in outside if t.i < pronoun.i]
    return None if not top or _persons(ahead, people) or any(map(_somebody, ahead)) else pronoun


def _names_somebody_ahead(whole: Span, pronoun: Token, people: People) -> bool:
    """Whether a clause speaks of somebody before a pronoun that a part of it has."""
    outside = people.outside_quotations(whole)
    first = next((t.i for t in outside if t.lower_ == pronoun.lower_), whole.end)
    ahead = [t for t in outside if t.i < first]
    return bool(_persons(ahead, people)) or any(map(_somebody, ahead))


def find_person(clause: Span, whole: Span, earlier: Sequence[Span], people: People) -> Meant | None:
    """Whom the pronoun of a clause means by the sentences before it, nearest first; None where that is open.

    `whole` is what the clause is a part of, or the clause itself.
    """
    pronoun = _pronoun(clause, people)
    if pronoun is None or _names_somebody_ahead(whole, pronoun, people):
        return None
    for i, sentence in enumerate(earlier[:FARTHEST]):
        tokens = people.outside_quotations(sentence)
        words = _person_of(pronoun, tokens, people) if any(t.is_alpha for t in tokens) else None
        if words is None:
            continue
        if not words or _speaks_of_animal(words, pronoun):
            return None
        another = _is_somebody_elses(pronoun, words, whole, earlier[i + 1 : i + 3], people)
        return None if another else Meant(pronoun, words)
    return None

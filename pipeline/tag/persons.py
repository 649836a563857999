"""Persons: whom "he" or "she" means, where the sentences before it leave no doubt.

The nearest sentence that speaks of anybody decides: it has to name one person and to hint at no other. Sentences that go
on with the same pronoun are passed over, and so is what somebody is quoted with.
"""

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.records import Mention
from pipeline.tag.attribution import SAYING
from pipeline.tag.cue_words import KIND_BEFORE
from pipeline.tag.quotations import quotations

FARTHEST = 4  # sentences looked back

_SHE, _HE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})
_TITLES = {"mr": _HE, "mr.": _HE, "sir": _HE, "mrs": _SHE, "mrs.": _SHE, "ms": _SHE, "ms.": _SHE, "miss": _SHE}
_MEN = frozenset("boy brother businessman father gentleman husband king man prince son spokesman uncle".split())
_WOMEN = frozenset("aunt businesswoman daughter girl lady mother princess queen sister spokeswoman wife woman".split())
_OTHERS = frozenset(  # beside those who stand before a name
    """
    adult applicant boss boy buyer caller candidate captain chairman chairwoman chief child claimant client clerk coach
    colleague councillor customer defendant deputy doctor driver fan friend girl guard head investigator judge keeper
    king leader man manager mayor mechanic member minister neighbour nurse owner passenger patient person player premier
    president prince pupil queen rival robber secretary senator shareholder sister brother source spokesperson striker
    student suspect teacher uncle victim witness woman worker
    """.split()
)
_PEOPLE = frozenset(word for word, kind in KIND_BEFORE.items() if kind == "PERSON") | _OTHERS | _MEN | _WOMEN
_SPEAKING = frozenset({"add", "say", "tell"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"appos", "compound", "nmod"})  # how "chief executive" and "a former accountant" hang on a name
People = MutableMapping[Doc, Sequence[Mention]]  # the persons that each parsed stretch names


def persons_named(docs: Sequence[Doc], named: Sequence[Sequence[Mention]]) -> People:
    """The persons that each stretch names; a surname alone is one where the article has it with a first name."""
    found = list(zip(docs, named, strict=True))
    full = {doc.text[m.start : m.end].split()[-1] for doc, own in found for m in own if m.type == "PERSON"}
    return {doc: [m for m in own if m.type == "PERSON" or doc.text[m.start : m.end] in full] for doc, own in found}


@dataclass(frozen=True, slots=True)
class Meant:
    """A pronoun and the words that it stands for."""

    pronoun: Token
    words: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words in the form of the pronoun: "Petra Olsen’s" for "her"."""
        name = self.words[0].doc[self.words[0].i : self.words[-1].i + 1].text
        name = f"the{name[3:]}" if self.words[0].lower_ == "the" else name
        return f"{name}’s" if self.pronoun.tag_ == "PRP$" else name


def _kind(token: Token) -> frozenset[str]:
    return next((kind for kind in (_SHE, _HE) if token.lower_ in kind), frozenset())


def _outside_quotations(sentence: Span) -> list[Token]:
    spans = list(quotations(sentence.doc.text, 0, sentence.end_char))
    return [t for t in sentence if not any(span.start <= t.idx < span.end for span in spans)]


def _heads(tokens: Sequence[Token], people: People) -> dict[Token, tuple[Token, ...]]:
    """The persons named among the tokens, by the last word of the name, each once."""
    found: dict[str, tuple[Token, ...]] = {}
    for mention in people.get(tokens[0].doc, ()) if tokens else ():
        words = tuple(t for t in tokens if mention.start <= t.idx < mention.end)
        if words:
            found.setdefault(words[-1].lower_, words)
    return {words[-1]: words for words in found.values()}


def _is_of(word: Token, name: Sequence[Token]) -> bool:
    """Whether a word for a person belongs to a name: "chief executive Petra Olsen", "Olsen, the chief executive"."""
    by_name = word.head in name and word.dep_ in _BESIDE
    return by_name or word in name or any(t.head == word and t.dep_ in _BESIDE for t in name)


def _somebody(token: Token) -> bool:
    return token.tag_ == "NN" and (token.lemma_.lower() in _PEOPLE or token.lower_.endswith(("man", "woman")))


def _rivals(token: Token, pronoun: Token) -> bool:
    """Whether a word is for somebody whom the pronoun could mean; "his father’s plough" is about a plough."""
    other_sex = _WOMEN if _kind(pronoun) is _HE else _MEN
    return _somebody(token) and token.lemma_.lower() not in other_sex and token.dep_ != "poss"


def _described(token: Token) -> tuple[Token, ...]:
    """ "The senator", where somebody without a name is the subject; a man who is new in the text is not carried."""
    words = tuple(token.doc[token.left_edge.i : token.i + 1])
    return words if token.dep_ in _SUBJECT and words[0].lower_ == "the" and len(words) <= 4 else ()


def _suits(pronoun: Token, words: Sequence[Token]) -> bool:
    """Whether nothing in a name says that it is for the other sex."""
    first = words[0]
    near = [t.lower_ for t in first.doc[max(first.i - 1, 0) : words[-1].i + 1]]
    sexes = [_TITLES[t] for t in near if t in _TITLES]
    sexes += [_HE] if set(near) & _MEN else [_SHE] if set(near) & _WOMEN else []
    return all(pronoun.lower_ in sex for sex in sexes)


def _person_of(pronoun: Token, tokens: Sequence[Token], people: People) -> tuple[Token, ...] | None:
    """The one person that a sentence speaks of; none of the tokens where there are others, None where there is nobody."""
    named = _heads(tokens, people)
    others = [t for t in tokens if _rivals(t, pronoun) and not any(_is_of(t, name) for name in named.values())]
    pronouns = [t for t in tokens if _kind(t)]
    if not named and not others:
        if not pronouns:
            return ()
        return None if {_kind(t) for t in pronouns} == {_kind(pronoun)} and pronouns[0].dep_ in _SUBJECT else ()
    words = next(iter(named.values())) if named else _described(others[0])
    if pronoun.head.lemma_ in _SPEAKING:  # "Its lawyer said so. “We lost,” he added": whose lawyer he is, is no rival
        pronouns = [t for t in pronouns if not (t.tag_ == "PRP$" and _is_of(t.head, words))]
    if len(named) + len(others) > 1 or any(_kind(t) != _kind(pronoun) for t in pronouns):
        return ()
    early = any(t.i < words[0].i for t in pronouns) if words else True
    compound = bool(words) and words[-1].dep_ == "compound"
    return () if early or compound or not _suits(pronoun, words) else words


def _before(pronoun: Token, clause: Span) -> list[Token]:
    return [t for t in clause if t.i < pronoun.i]


def _pronoun(clause: Span, people: People) -> Token | None:
    """The "he" or "she" that a clause has for its subject, or the "his" that it opens with; none inside a quotation."""
    outside = _outside_quotations(clause)
    first = next((t for t in outside if t.is_alpha), None)
    found = [t for t in outside if _kind(t) and (t.dep_ in _SUBJECT or (t == first and t.tag_ == "PRP$"))]
    if not found:
        return None
    verb = found[0].head
    top = verb == clause.root or found[0] == first or (verb.dep_ == "parataxis" and verb.lemma_ in SAYING)
    ahead = [t for t in _before(found[0], clause) if t in outside]
    rivals = _heads(ahead, people) or any(_somebody(t) for t in ahead)
    return found[0] if top and not rivals else None


def find_person(clause: Span, earlier: Sequence[Span], people: People) -> Meant | None:
    """Whom the pronoun of a clause means by the sentences before it, nearest first; None where that is open."""
    pronoun = _pronoun(clause, people)
    for sentence in earlier[:FARTHEST] if pronoun else ():
        tokens = _outside_quotations(sentence)
        if not any(t.is_alpha for t in tokens):
            continue
        words = _person_of(pronoun, tokens, people)
        if words is not None:
            return Meant(pronoun, words) if words else None
    return None

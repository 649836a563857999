"""Statements: each clause read for subject, predicate, object, mood, polarity, certainty and attribution."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline import records
from pipeline.records import Attribution, BlockKind, Mood, Polarity, Statement
from pipeline.tag.attribution import read_attribution
from pipeline.tag.certainty import read_certainty, read_polarity
from pipeline.tag.clauses import clauses, sentences
from pipeline.tag.values import find_values

LONGEST_LABEL = 8  # words: "The collapse of the Soviet Union: Marked a turning point"
LONGEST_ANTECEDENT = 14  # words; a longer phrase in place of "it" reads worse than the pronoun
FEWEST_WORDS = 6  # of a sentence that the parser sees no verb in

_CONNECTIVE = re.compile(
    r"(?:furthermore|moreover|additionally|in addition|however|finally|also|in conclusion|ultimately|conversely|nevertheless|nonetheless"
    r"|on the other hand|on the one hand|for instance|for example|as a result|consequently|therefore|thus|meanwhile|overall|in fact|indeed"
    r"|in short|in other words|at the same time|similarly|likewise|but|and|yet|still|so|then|first|second|third|lastly|instead|by contrast"
    r"|in contrast|in turn|that said|of course|notably|importantly|in particular|specifically)\b,?\s+",
    re.IGNORECASE,
)
# These lose their meaning without the comma: "First ladies", "Second rounds", "Still waters".
_NEEDS_COMMA = frozenset({"also", "first", "second", "third", "still", "then", "so", "yet", "thus", "overall", "indeed", "instead", "finally", "ultimately", "similarly", "meanwhile", "and"})
_HORTATIVE = re.compile(
    r"(?:let[’']?s|let us|ready to|stay tuned|dive in|imagine|consider this|read on|find out|discover|learn more|join us|click|remember|think about|don[’']t)\b",
    re.IGNORECASE,
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_LEANS = frozenset({"this", "these", "that", "those", "such", "it", "they", "he", "she", "their", "his", "her", "its", "both", "each", "others", "another", "one"})
_THIRD_PERSON = {"it": False, "they": True}  # -> plural


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of one block that is parsed as one document."""

    block: int  # index into the kept blocks
    kind: BlockKind
    start: int
    end: int


def _terms(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(t.lemma_.lower() for t in tokens if t.pos_ in _CONTENT and not t.is_stop and any(c.isalnum() for c in t.text))


def _text_of(tokens: Sequence[Token]) -> str:
    tokens = sorted(tokens, key=lambda token: token.i)
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text.strip(" ,;:") if tokens else ""


def _arguments(head: Token) -> tuple[list[Token], str, list[Token]]:
    """Who does what to whom: subject, predicate and object, with the passive voice turned round."""
    by_role: dict[str, list[Token]] = {}
    for child in head.children:
        by_role.setdefault(child.dep_, []).append(child)
    subjects = by_role.get("nsubj", []) or by_role.get("csubj", []) or by_role.get("expl", [])
    objects = by_role.get("dobj", []) or by_role.get("attr", []) or by_role.get("acomp", []) or by_role.get("ccomp", []) or by_role.get("xcomp", [])
    if passive := by_role.get("nsubjpass"):
        agents = [inner for agent in by_role.get("agent", []) for inner in agent.children if inner.dep_ == "pobj"]
        subjects, objects = agents, passive
    elif not objects:
        objects = [inner for prep in by_role.get("prep", []) for inner in prep.children if inner.dep_ == "pobj"][:1]
    particles = " ".join(child.lower_ for child in by_role.get("prt", []))
    predicate = f"{head.lemma_} {particles}".strip().lower()
    return subjects, predicate, objects


def _subtree(tokens: Sequence[Token]) -> list[Token]:
    return [inner for token in tokens for inner in token.subtree]


def _is_finite(head: Token) -> bool:
    return any("VerbForm=Fin" in str(token.morph) for token in (head, *(c for c in head.children if c.dep_ in {"aux", "auxpass"})))


def _has_subject(head: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in head.children)


def _mood(clause: Span, head: Token, kind: BlockKind) -> Mood:
    words = clause.text.strip()
    if words.rstrip("”\"')").endswith("?"):
        return Mood.QUESTION
    if _HORTATIVE.match(words) or (clause.root.tag_ == "VB" and not _has_subject(clause.root) and clause[0].tag_ == "VB"):
        return Mood.EXHORTATION
    if _has_subject(head) and _is_finite(head):
        return Mood.STATEMENT
    # The small model loses the verb of one sentence in thirty ("Familiarity with the past aids in ..."); a writer's
    # full stop after so many words is better evidence of a sentence than its parse.
    printed_as_sentence = kind is not BlockKind.LIST_ITEM and words.endswith((".", "!", ".”", '."')) and len(words.split()) >= FEWEST_WORDS
    return Mood.STATEMENT if printed_as_sentence else Mood.FRAGMENT


def _label(words: str) -> re.Match[str] | None:
    match = re.match(r"(?P<label>[^:.?!]{2,90}?)\s?(?::|\s[–—])\s+(?=\S)", words)
    return match if match and len(match["label"].split()) <= LONGEST_LABEL else None


def _connective(words: str) -> int:
    """How many characters a connective takes at the start of `words`."""
    match = _CONNECTIVE.match(words)
    if not match:
        return 0
    word = match[0].strip(" ,\n").lower()
    return match.end() if "," in match[0] or word not in _NEEDS_COMMA else 0


def _antecedent(clause: Span, first: Token, before: Span | None) -> str:
    """The subject of the sentence before, where "it" or "they" at the start of this one can mean nothing else."""
    if before is None or first.lower_ not in _THIRD_PERSON or first.dep_ not in {"nsubj", "nsubjpass"}:
        return ""
    subject = next((t for t in before.root.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or before.root.lemma_ in {"say", "tell"}:
        return ""
    plural = "Number=Plur" in str(subject.morph) or any(child.dep_ == "conj" for child in subject.children)
    # Another noun of the same number and weight, the object, would make it a guess.
    rivals = [t for t in before.root.children if t.dep_ in {"dobj", "attr"} and ("Number=Plur" in str(t.morph)) == plural and t.pos_ in {"NOUN", "PROPN"}]
    phrase = _text_of(list(subject.subtree))
    fits = plural == _THIRD_PERSON[first.lower_] and not rivals and len(phrase.split()) <= LONGEST_ANTECEDENT
    return phrase if fits and subject.left_edge.lower_ not in _LEANS else ""


def _span(start: int, end: int, offset: int) -> records.Span:
    return records.Span(start + offset, end + offset)


def _read(clause: Span, unit: Unit, before: Span | None, year: int | None) -> Statement:
    """One clause as a record; all offsets count from the start of the article's text."""
    words = clause.text.rstrip()
    begin = clause.start_char
    label = _label(words) if unit.kind is BlockKind.LIST_ITEM else None
    body = next((t for t in clause if t.idx >= begin + (label.end() if label else 0)), clause[0])
    skip = _connective(words) if not label else 0
    first = next((t for t in clause if t.idx >= begin + skip), clause[0])
    head, attribution, denied = read_attribution(clause)
    subjects, predicate, objects = _arguments(head)
    antecedent = _antecedent(clause, first, before)
    return Statement(
        start=unit.start + begin,
        end=unit.start + begin + len(words),
        block=unit.block,
        mood=_mood(clause, head, unit.kind),
        subject=_text_of(_subtree(subjects)),
        predicate=predicate,
        object=_text_of(_subtree(objects)),
        subject_terms=_terms(_subtree(subjects)),
        terms=_terms(list(clause)),
        polarity=read_polarity(head, denied=denied),
        certainty=read_certainty(head),
        attribution=attribution,
        values=tuple(_moved(value, unit.start) for value in find_values(clause, year)),
        past=any(t.tag_ == "VBD" for t in clause),
        label=_span(begin + label.start("label"), begin + label.end("label"), unit.start) if label else None,
        opens_with=body.tag_,
        connective=_span(begin, begin + skip, unit.start) if skip else None,
        pronoun=_span(first.idx, first.idx + len(first), unit.start) if antecedent else None,
        antecedent=antecedent,
        depends=first.lower_ in _LEANS and not antecedent,
    )


def _moved(value: records.Value, offset: int) -> records.Value:
    return records.Value(
        value.start + offset, value.end + offset, value.kind, value.low, value.high, value.unit, value.counted, value.qualifiers, value.approximate
    )


def read_statements(doc: Doc, unit: Unit, year: int | None = None) -> Iterator[Statement]:
    """The statements of one parsed unit, in order. A list item of one sentence stays one statement."""
    before: Span | None = None
    for sentence in _item(doc) if unit.kind is BlockKind.LIST_ITEM else sentences(doc):
        for clause in clauses(sentence) if unit.kind is not BlockKind.LIST_ITEM else (sentence,):
            if any(character.isalpha() for character in clause.text):
                yield _read(clause, unit, before, year)
        before = sentence


def _item(doc: Doc) -> Iterator[Span]:
    """The sentences of a list item, cut only after a full stop that a capital follows: the parser cuts at colons."""
    start = 0
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if token.text in {".", "!", "?"} and following.text[0].isupper():
            yield doc[start : token.i + 1]
            start = token.i + 1
    yield doc[start:]


def fragment(unit: Unit, doc: Doc, year: int | None = None) -> Statement:
    """A table row without a sentence in it, taken whole."""
    clause = doc[:]
    return Statement(
        unit.start, unit.end, unit.block, Mood.FRAGMENT, "", "", "", (), _terms(list(clause)), Polarity.POSITIVE,
        records.Certainty.CERTAIN, Attribution(), tuple(_moved(v, unit.start) for v in find_values(clause, year)),
    )  # fmt: skip

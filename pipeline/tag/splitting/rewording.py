"""Rewording: the parts of a clause as sentences of their own, each parsed again and kept only if it reads as one.

Parsing costs most of it, so that the parts of many clauses are parsed together, and equal words once. What
they name is known from their sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.records import Mention, Statement
from pipeline.records import Span as Place
from pipeline.tag.clauses import sentences
from pipeline.tag.known_names import STEP
from pipeline.tag.places import Places
from pipeline.tag.splitting.frame import subject_of
from pipeline.tag.splitting.part import Worded, put_in_words
from pipeline.tag.splitting.parts import find_parts

_CUT_BADLY = re.compile(
    r"^\W*,|[,;:]\s*[,;:.]|\s[,;:.](?:\s|$)|,\s(?:and|but|yet|or)\.|\w- |^-| -\w|^(?:\w+ ){0,4}(?:which|whom)\b"
    r"|\b(?:which|whom) \w+\W*$"
)
BATCH = 64  # parts; larger gains no speed on a processor
NAMING = ("ner", STEP)  # half of the time of a parse; what the sentence's names are is known
DEEPEST = 3  # a part of a part of a part; no sentence of raw/ goes further
Reworded = tuple[Worded, Doc]


def _in_words(clause: Span) -> list[tuple[Worded, str]]:
    """The parts of a clause in words, with the verb at the top of each; none where the words show a bad cut."""
    worded = [(put_in_words(part), part.head) for part in find_parts(clause)]
    return [] if any(_CUT_BADLY.search(part.words) for part, _ in worded) else worded


def _reads_well(doc: Doc, head: str) -> bool:
    """Whether the parser finds one sentence in a part, with a subject, a finite verb and the verb it should have."""
    if len(list(sentences(doc))) != 1:
        return False
    root = doc[:].root
    verbs = (root, *(child for child in root.children if child.dep_ in {"aux", "auxpass"}))
    finite = any("VerbForm=Fin" in str(token.morph) for token in verbs)
    expected = not head or head.lower() in {root.text.lower(), *(child.text.lower() for child in root.children)}
    return subject_of(root) is not None and finite and expected


def _through(inner: Worded, outer: Worded) -> Worded:
    """A part of a part, in offsets of the document that the outer one was taken from."""
    origins = tuple(outer.origins[at] if at >= 0 else -1 for at in inner.origins)
    known = [origin for origin in outer.origins[inner.start : inner.end] if origin >= 0]
    return Worded(inner.words, origins, min(known), max(known) + 1)


def _name(doc: Doc, part: Worded, sentence: Doc, names: Places[Span]) -> None:
    """Gives a parsed part those names of its sentence that it takes, at their places in its words."""
    around = sentence.char_span(part.start, part.end, alignment_mode="expand")
    found = [
        doc.char_span(place.start, place.end, name.label_, name.kb_id_, span_id=name.ent_id_)
        for name in (names.shared_with(around.start, around.end) if around else ())
        if (place := part.target(name.start_char, name.end_char))
    ]
    doc.set_ents(filter_spans(span for span in found if span is not None), default="outside")


def _parsed(clauses: Sequence[Span], nlp: Language) -> Iterator[list[Reworded]]:
    """For each clause its parts; none where one of them does not read well."""
    worded = list(map(_in_words, clauses))
    texts = list(dict.fromkeys(part.words for parts in worded for part, _ in parts))
    docs = dict(zip(texts, nlp.pipe(texts, batch_size=BATCH, disable=NAMING), strict=True))
    cut = {clause.doc for clause, parts in zip(clauses, worded, strict=True) if parts}
    names = {doc: Places(doc.ents) for doc in cut}
    for clause, parts in zip(clauses, worded, strict=True):
        for part, _ in parts:
            _name(docs[part.words], part, clause.doc, names[clause.doc])
        well = all(_reads_well(docs[part.words], head) for part, head in parts)
        yield [(part, docs[part.words]) for part, _ in parts] if well else []


def reword(clauses: Sequence[Span], nlp: Language, depth: int = 0) -> list[list[Reworded]]:
    """For each clause its parts in words, with their parses; none where it is best left whole."""
    if depth == DEEPEST or not clauses:
        return [[] for _ in clauses]
    whole = list(_parsed(clauses, nlp))
    deeper = iter(reword([doc[:] for parts in whole for _, doc in parts], nlp, depth + 1))
    found: list[list[Reworded]] = []
    for parts in whole:
        found.append([])
        for part, doc in parts:
            inner = [(_through(words, part), inner_doc) for words, inner_doc in next(deeper)]
            found[-1] += inner or [(part, doc)]
    return found


def seen_in(worded: Worded, known: Places[Mention]) -> Iterator[Mention]:
    """The mentions of a document that are left in a part, at their places in its words."""
    for mention in known.shared_with(worded.start, worded.end):
        if place := worded.target(mention.start, mention.end):
            yield replace(mention, start=place.start, end=place.end)


def put_back(statement: Statement, worded: Worded, offset: int) -> Statement:
    """A statement read from the words of a part, with its places in the article; `offset` is that of the document."""
    opened = statement.connective.end if statement.connective else 0
    words = worded.words[opened:]
    if pronoun := statement.pronoun:
        words = f"{worded.words[opened : pronoun.start]}{statement.antecedent}{worded.words[pronoun.end :]}"
    values = (
        replace(value, start=place.start + offset, end=place.end + offset)
        for value in statement.values
        if (place := worded.source(value.start, value.end))
    )
    return replace(
        statement,
        start=worded.start + offset,
        end=worded.end + offset,
        values=tuple(values),
        connective=None,
        pronoun=None,
        words=words,
        parts=tuple(Place(span.start + offset, span.end + offset) for span in worded.spans),
    )

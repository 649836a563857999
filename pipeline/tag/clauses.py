"""Sentences of a block, cut into the clauses that stand alone.

"The talks opened in May, and the treaty followed in June" is two; a clause whose subject is a pronoun or missing stays
with the one before it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

_STANDS_FOR = frozenset({"PRP", "PRP$", "WDT", "WP", "DT", "EX"})  # tags of words that stand for something else
_BOUND = frozenset({"ccomp", "advcl", "mark"})  # what makes a coordination part of something larger


def sentences(doc: Doc) -> Iterator[Span]:
    """The parser's sentences, joined where it broke inside one: before a small letter, or after no full stop."""
    start: int | None = None
    spans = list(doc.sents)
    for i, span in enumerate(spans):
        start = span.start if start is None else start
        following = spans[i + 1].text.lstrip() if i + 1 < len(spans) else ""
        whole = span.text.rstrip().endswith((".", "!", "?", "…", "”", '"', ")", "’")) or ";" in span.text[-2:]
        if following and (following[0].islower() or not whole):
            continue
        yield doc[start : span.end]
        start = None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _splits(verb: Token, root: Token) -> bool:
    """Whether a coordinated verb heads a clause that can leave the sentence."""
    subject = _subject(verb)
    if subject is None or subject.tag_ in _STANDS_FOR or _subject(root) is None:
        return False
    finite = any("VerbForm=Fin" in str(token.morph) for token in (verb, *verb.children))
    return finite and not any(child.dep_ in _BOUND and child.i < verb.i for child in root.children)


def clauses(sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence that stand alone, in order; together they are the sentence less its connectives."""
    root = sentence.root
    heads = [
        t for t in sentence if t.dep_ == "conj" and t.head == root and t.pos_ in {"VERB", "AUX"} and _splits(t, root)
    ]
    start = sentence.start
    for head in heads:
        left = head.left_edge.i
        cut = left
        while cut > start and (sentence.doc[cut - 1].dep_ in {"cc", "punct"} or sentence.doc[cut - 1].is_space):
            cut -= 1
        # "A did this and B did that": without a comma the two are read as one thought
        if not re.search(r"[,;]", sentence.doc[cut:left].text) or cut <= start:
            continue
        yield sentence.doc[start:cut]
        start = left
    yield sentence.doc[start : sentence.end]

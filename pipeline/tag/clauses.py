"""Sentences of a block, cut into the clauses that stand alone.

"The talks opened in May, and the treaty followed in June" is two; a clause whose subject is a pronoun or missing stays
with the one before it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.tag.subtrees import subtree

_STANDS_FOR = frozenset({"PRP", "PRP$", "WDT", "WP", "DT", "EX"})  # tags of words that stand for something else
_RELATIVE = frozenset({"WDT", "WP"})
_CLOSING = (".", "!", "?", "…", "”", '"', ")", "’", "»", "。", "！", "？")  # how a whole sentence ends
_NOT_COUNTED = frozenset({"nsubj", "nsubjpass", "cc", "punct"})
_TAKES_UP = frozenset({"so", "nor", "neither", "too"})
_WHEN = frozenset({"aux", "neg", "npadvmod", "prep"})
_WITH = frozenset({"as", "with", "without"})  # "They did without it" says what they did
SHARES = frozenset({"percent", "cent", "%"})
_BOUND = frozenset({"ccomp", "advcl", "mark"})  # what makes a coordination part of something larger


def sentences(doc: Doc) -> Iterator[Span]:
    """The parser's sentences, joined where it broke inside one: before a small letter, or after no full stop."""
    start: int | None = None
    spans = list(doc.sents)
    for i, span in enumerate(spans):
        start = span.start if start is None else start
        following = spans[i + 1].text.lstrip() if i + 1 < len(spans) else ""
        whole = span.text.rstrip().endswith(_CLOSING) or ";" in span.text[-2:]
        if following and (following[0].islower() or not whole):
            continue
        yield doc[start : span.end]
        start = None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)


def is_of_which(subject: Token) -> bool:
    """Whether a subject needs what stands before it: "three quarters of which comes from abroad"."""
    return any(token.tag_ in _RELATIVE and token.dep_ == "pobj" for token in subtree(subject))


def that_of(verb: Token) -> list[Token]:
    """The "that" which opens a verb's clause, if one does: "that it will be forbidden"."""
    return [child for child in verb.children if child.dep_ == "mark" and child.lower_ == "that"]


def _is_cut_short(verb: Token) -> bool:
    """Whether a clause says something only with the one before it.

    "Few wars are decided by battles, and this was not"; "She has written, I hear, that it will be forbidden".
    """
    return is_set_against(verb) or bool(that_of(verb)) or _goes_on(verb)


def says_no_more(verb: Token) -> bool:
    """Whether a verb only takes up what was said before it: "Asmela was not", "So was Lilla Varga", "Nor did he"."""
    if verb.lemma_ not in {"be", "do", "have"} and verb.tag_ != "MD":
        return False
    beside = [child for child in verb.children if child.dep_ not in _NOT_COUNTED and not _is_clause_before(child)]
    if verb.lemma_ == "do" and all(child.dep_ in _WHEN and child.lower_ not in _WITH for child in beside):
        return True  # "They did in 2009": what they did was said before
    if verb.lemma_ == "be" and "since" in {child.lower_ for child in beside}:
        return all(child.dep_ == "aux" or child.lower_ == "since" for child in beside)  # "and had been since May"
    return bool(beside) and all(child.dep_ == "neg" or child.lower_ in _TAKES_UP for child in beside)


def is_set_against(verb: Token) -> bool:
    """Whether a clause opens with what is not so: "It is paid for by the state, and not by the singer, they say"."""
    first = verb.left_edge
    return first.lower_ == "not" and first.i < verb.i and first.nbor().tag_ == "IN"


def _is_clause_before(child: Token) -> bool:
    """Whether a word is the verb of the clause before a semicolon, which the parser hangs on the one behind it."""
    return child.dep_ == "ccomp" and child.i < child.head.i


def _lacks_noun(verb: Token) -> bool:
    """Whether a verb has a number alone for its object: "They asked for ten boats; she got four"."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return any(one.tag_ == "CD" and not list(one.children) for one in objects)


def _is_share(subject: Token) -> bool:
    """Whether a subject is a number alone, of what is told elsewhere: "86 per cent voted no"."""
    alone = subject.tag_ == "CD" or subject.lower_ in SHARES
    return alone and not any(child.dep_ == "prep" for child in subject.children)


def _is_told_in_front(subject: Token, root: Token) -> bool:
    """Whether a number needs what opens the sentence: "In the referendum it was 46, and 86 per cent voted no"."""
    first = _subject(root)
    opened = first and any(child.dep_ == "prep" and child.i < first.i for child in root.children)
    return bool(opened) and _is_share(subject)


def _goes_on(verb: Token) -> bool:
    """Whether a clause says only with the one before it what there is to it."""
    return says_no_more(verb) or _lacks_noun(verb)


def _splits(verb: Token, root: Token) -> bool:
    """Whether a coordinated verb heads a clause that can leave the sentence."""
    subject = _subject(verb)
    if subject is None or subject.tag_ in _STANDS_FOR or _subject(root) is None:
        return False
    if is_of_which(subject) or _is_cut_short(verb) or _is_told_in_front(subject, root):
        return False
    finite = any("VerbForm=Fin" in str(token.morph) for token in (verb, *verb.children))
    # The tagger takes "the treaty followed" for a participle; with a subject and no auxiliary it is none.
    finite = finite or (verb.tag_ == "VBN" and subject.dep_ == "nsubj")
    return finite and not any(child.dep_ in _BOUND and child.i < verb.i for child in root.children)


def _says_something(piece: Span) -> bool:
    has_subject = any(token.dep_ in {"nsubj", "nsubjpass"} for token in piece)
    return has_subject and any("VerbForm=Fin" in str(token.morph) for token in piece)


def _at_semicolons(sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons, if each of them says something."""
    ends = [token.i + 1 for token in sentence if token.text == ";"] + [sentence.end]
    starts = [sentence.start, *ends[:-1]]
    pieces = [sentence.doc[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
    apart = all(map(_says_something, pieces)) and not any(_goes_on(piece.root) for piece in pieces[1:])
    yield from pieces if apart else [sentence]


def clauses(sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence that stand alone, in order; together they are the sentence less its connectives."""
    for piece in _at_semicolons(sentence):
        yield from _coordinated(piece)


def _coordinated(piece: Span) -> Iterator[Span]:
    root = piece.root
    heads = [t for t in piece if t.dep_ == "conj" and t.head == root and t.pos_ in {"VERB", "AUX"} and _splits(t, root)]
    start = piece.start
    for head in heads:
        left = head.left_edge.i
        cut = left
        while cut > start and (piece.doc[cut - 1].dep_ in {"cc", "punct"} or piece.doc[cut - 1].is_space):
            cut -= 1
        # "A did this and B did that": without a comma the two are read as one thought
        if not re.search(r"[,;]", piece.doc[cut:left].text) or cut <= start:
            continue
        yield piece.doc[start:cut]
        start = left
    end = piece.end - 1 if piece[-1].text == ";" and len(piece) > 1 else piece.end
    if start < end:
        yield piece.doc[start:end]

"""Labelled text in CoNLL columns: a word first in its line, its label last, an empty line after a sentence."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.named.collection import Collection, Name, Sentence

# The labels of public collections, as the four types that they share. Any label that is not here is MISC.
_TYPES = {
    "PER": "per person politician scientist researcher writer musicalartist",
    "LOC": "loc location country gpe fac facility geo geo-loc",
    "ORG": "org organisation organization politicalparty corporation company group university band",
}
_VALUES = frozenset("date time money percent quantity cardinal ordinal".split())  # no names, and left out
_TYPE_OF = {label: kind for kind, labels in _TYPES.items() for label in labels.split()}
_QUOTES = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]]+|n't|['’](?:s|S|re|ve|ll|d|m)?")
_NO_SPACE_AFTER = frozenset("([$£€")


def _join(words: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words as running text, and where each stands in it."""
    text, spans, quoted, glued = "", [], False, True
    for word in words:
        closes = word == '"' and quoted
        if not glued and not closes and not _NO_SPACE_BEFORE.fullmatch(word):
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        quoted ^= word == '"'
        glued = word in _NO_SPACE_AFTER or (word == '"' and quoted)
    return text, spans


def _sentence(rows: Iterable[tuple[str, str]]) -> Sentence:
    """A sentence from words and labels in IO, BIO or BILOU."""
    words, labels = zip(*rows, strict=True)
    text, spans = _join(_QUOTES.get(word, word) for word in words)
    names: list[Name] = []
    before = "O"
    for label, (start, end) in zip(labels, spans, strict=True):
        mark, _, kind = label.partition("-")
        if mark in {"I", "E", "L"} and before.partition("-")[2] == kind and kind.lower() not in _VALUES:
            names[-1] = Name(names[-1].start, end, names[-1].type)
        elif kind and kind.lower() not in _VALUES:
            names.append(Name(start, end, _TYPE_OF.get(kind.lower(), "MISC")))
        before = label
    return Sentence(text, tuple(names))


def _sentences(lines: Iterable[str]) -> Iterator[Sentence | None]:
    """The sentences of a file, and None where a document starts."""
    rows: list[tuple[str, str]] = []
    for line in (*lines, ""):
        cells = line.split()
        if len(cells) > 1 and cells[0] != "-DOCSTART-":
            rows.append((cells[0], cells[-1]))
            continue
        if rows:
            yield _sentence(rows)
            rows = []
        if cells and cells[0] == "-DOCSTART-":
            yield None


def read_conll(path: Path) -> Collection:
    """The documents of a file; where it marks none, each sentence is one, for none is known to belong to the next."""
    sentences = list(_sentences(path.read_text(encoding="utf-8").splitlines()))
    if None not in sentences:
        return [[sentence] for sentence in sentences if sentence]
    documents: Collection = [[]]
    for sentence in sentences:
        if sentence is None:
            documents.append([])
        else:
            documents[-1].append(sentence)
    return [document for document in documents if document]

"""People: the persons that the stretches of an article name, and which words of a stretch are quoted."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from pipeline.records import Mention, Span
from pipeline.tag.quotations import quotations


class People:
    """What `persons.py` looks up; a stretch is told by its parse."""

    def __init__(self) -> None:
        self._named: dict[Doc, Sequence[Mention]] = {}
        self._quoted: dict[Doc, Sequence[Span]] = {}
        self._first: dict[str, tuple[Doc, int]] = {}  # last word of a name -> where the article has it first
        self._whole: set[str] = set()  # last words of the names that have a first name

    def add(self, doc: Doc, persons: Sequence[Mention]) -> None:
        """Takes in a stretch with the persons that it names, in order; stretches come in the order of the article."""
        self._named[doc] = persons
        for mention in persons:
            words = doc.text[mention.start : mention.end].lower().split()
            self._first.setdefault(words[-1], (doc, mention.start))
            self._whole |= {words[-1]} if len(words) > 1 else set()

    def is_new(self, name: Sequence[Token]) -> bool:
        """Whether the article has named nobody so before."""
        return self._first.get(name[-1].lower_) == (name[0].doc, name[0].idx)

    def is_surname(self, name: Sequence[Token]) -> bool:
        """Whether the article has a name with a first name, there or elsewhere."""
        return len(name) > 1 or name[-1].lower_ in self._whole

    def names(self, tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
        """The words of each person named among the tokens, all of one stretch."""
        persons = self._named.get(tokens[0].doc, ()) if tokens else ()
        first = bisect_left(persons, tokens[0].idx, key=lambda m: m.start) if persons else 0
        last = bisect_right(persons, tokens[-1].idx, key=lambda m: m.start) if persons else 0
        for mention in persons[first:last]:
            if words := tuple(t for t in tokens if mention.start <= t.idx < mention.end):
                yield words

    def outside_quotations(self, sentence: Sentence) -> list[Token]:
        """The words of a sentence that are not quoted in it."""
        doc = sentence.doc
        if doc not in self._quoted:
            text = doc.text
            self._quoted[doc] = list(quotations(text, 0, len(text)))
        spans = self._quoted[doc]
        first = bisect_right(spans, sentence.start_char, key=lambda span: span.end)
        near = spans[first : bisect_left(spans, sentence.end_char, key=lambda span: span.start)]
        return [t for t in sentence if not any(span.start <= t.idx < span.end for span in near)]


def persons_named(docs: Sequence[Doc], named: Sequence[Sequence[Mention]]) -> People:
    """The persons that each stretch names; a surname alone is one where the article has it with a first name."""
    texts = [doc.text for doc in docs]
    told = [(text[m.start : m.end], m) for text, own in zip(texts, named, strict=True) for m in own]
    surnames = {words.split()[-1] for words, mention in told if mention.type == "PERSON"}
    people = People()
    for doc, text, own in zip(docs, texts, named, strict=True):
        people.add(doc, [m for m in own if m.type == "PERSON" or text[m.start : m.end] in surnames])
    return people

"""Steps of a spaCy pipeline that look up what spaCy works out anew for each word; what comes of them is the same.

spaCy tries each rule of its package for the attributes of a word on each word, which takes as long as the parser, and
looks for each lemma from one end of a list of 57,000 words to the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

ATTRIBUTES, LEMMAS = "attribute_ruler", "lemmatizer"  # as spaCy's pipelines call them
_FACTORY = "looked_up_attributes"
_SEEN = ("TAG", "LOWER", "DEP")  # what most rules go by: the tag of a word, its small letters, its place in the parse
Match = tuple[int, int, int, int]  # the number of a rule, its key, and its first and last token: half open


def _values(wanted: Any) -> list[str]:
    """The values that a rule allows an attribute; none where it does not list them."""
    if isinstance(wanted, Mapping) and wanted.keys() == {"IN"}:
        return list(wanted["IN"])
    return [wanted] if isinstance(wanted, str) else []


def _can_be_looked_up(pattern: list[dict[str, Any]]) -> bool:
    return len(pattern) == 1 and pattern[0].keys() <= {*_SEEN} and all(map(_values, pattern[0].values()))


class LookedUpAttributes(AttributeRuler):
    """spaCy's step, with tables of the rules that go by what is seen of a single word."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        super().__init__(vocab, name)
        self._tables: dict[tuple[str, ...], dict[tuple[int, ...], list[tuple[int, int]]]] = {}

    def add(self, patterns: Any, attrs: dict[Any, Any], index: int = 0) -> None:
        rule = len(self.attrs)
        super().add([pattern for pattern in patterns if not _can_be_looked_up(pattern)], attrs, index)
        for (word,) in filter(_can_be_looked_up, patterns):
            table = self._tables.setdefault(tuple(word), defaultdict(list))
            for values in product(*map(_values, word.values())):
                table[tuple(map(self.vocab.strings.add, values))].append((rule, self.vocab.strings[str(rule)]))

    def match(self, doc: Doc) -> list[Match]:
        return sorted([*super().match(doc), *self._looked_up(doc)])

    def _looked_up(self, doc: Doc) -> Iterator[Match]:
        seen = dict(zip(_SEEN, doc.to_array(list[int | str](_SEEN)).T.tolist(), strict=True))
        for attributes, table in self._tables.items():
            words = zip(*(seen[attribute] for attribute in attributes), strict=True)
            yield from ((*rule, i, i + 1) for i, word in enumerate(words) if word in table for rule in table[word])


@Language.factory(_FACTORY)
def make_looked_up_attributes(nlp: Language, name: str) -> LookedUpAttributes:
    return LookedUpAttributes(nlp.vocab, name)


def _remembered(lemmatize: Callable[[Token], list[str]]) -> Callable[[Token], list[str]]:
    """The same for all words that are alike in what a lemma rests on."""
    known: dict[tuple[int, int, str], list[str]] = {}

    def lemmas(token: Token) -> list[str]:
        form = token.orth, token.pos, str(token.morph)
        if form not in known:
            known[form] = lemmatize(token)
        return known[form]

    return lemmas


def look_up(nlp: Language) -> None:
    """Has the steps of a pipeline look up what they can, where it has them and they go by rules."""
    ruler, lemmatizer = (nlp.get_pipe(step) if nlp.has_pipe(step) else None for step in (ATTRIBUTES, LEMMAS))
    if isinstance(ruler, AttributeRuler):
        cast("LookedUpAttributes", nlp.replace_pipe(ATTRIBUTES, _FACTORY)).add_patterns(ruler.patterns)
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.mode == "rule":
        index = lemmatizer.lookups.get_table("lemma_index")
        index.update({part_of_speech: frozenset(words) for part_of_speech, words in index.items()})
        cast("Any", lemmatizer).lemmatize = _remembered(lemmatizer.lemmatize)

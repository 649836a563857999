"""Cues: words next to a name that say what it names: "the town of Hiram", "singer Ana Roa", "the band Gigi"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.tag.compounds import BY_FORM, DESIGNATION
from pipeline.tag.cue_words import AT_WORK, KIND_BEFORE, KIND_BEHIND, KIND_IS, OF_PLACES
from pipeline.tag.heads import HEADS, SURNAMES
from pipeline.tag.names import TITLES

STRONG, WEAK = 4, 2  # mentions: a cue counts as much as so many guesses of the language model
NONE = ("", 0)
SHORT = 2  # words: what "in" stands before, or a country behind, is a place if it is no longer
DESCRIPTION = 5  # words: "a small rural mountain commune"

_OFFICES = TITLES | {word for word, kind in KIND_BEFORE.items() if kind == "PERSON"}
_SMALL_TITLES = frozenset({"president", "minister", "senator"})  # "president Ana Roa"
_WHERE = {"in": SHORT, "near": SHORT, "through": 1, "via": 1}  # words: they also came through Luis Pereda
_QUOTES = frozenset("\"'“‘")


def _word_before(doc: Doc, start: int) -> Token | None:
    i = start - 1
    while i > 0 and doc[i].text in _QUOTES:
        i -= 1
    opens = any(doc[k].is_sent_start for k in range(i + 1, start + 1))
    return doc[i] if i >= 0 and not opens else None


def _strong_before(before: Token, earlier: str) -> str:
    """The type that the word before a name gives it for certain: "the town of", "singer", "President"."""
    word = before.lower_
    if word == "of" and earlier in OF_PLACES:
        return "GPE"
    if word == "at" and earlier in AT_WORK:
        return "ORG"
    if word in {"née", "nee"}:
        return "PERSON"
    if word in KIND_BEFORE and before.pos_ in {"NOUN", "PROPN"}:
        return KIND_BEFORE[word]
    titled = word in TITLES and (before.text[0].isupper() or word in _SMALL_TITLES)
    return "PERSON" if titled or (before.ent_type_ == "ROLE" and word != "the") else ""


def _weak_before(before: Token, earlier: str, doc: Doc, name: range) -> tuple[str, int]:
    if len(name) <= _WHERE.get(before.lower_, 0) and doc[name.start].pos_ == "PROPN":
        return "GPE", WEAK
    if before.text == "," and earlier in _OFFICES:
        return "PERSON", WEAK
    ends = name.stop == len(doc) or doc[name.stop].pos_ not in {"NOUN", "PROPN", "ADJ"}
    first = doc[name.start]
    several = WEAK if first.tag_ == "NNPS" and first.ent_type_ in {"PERSON", "GPE", "LOC"} else 1  # "the Bruins"
    return ("ORG", several) if before.lower_ == "the" and len(name) == 1 and ends else NONE


def _by_what_precedes(doc: Doc, start: int, end: int) -> tuple[str, int]:
    before = _word_before(doc, start)
    if before is None:
        return NONE
    earlier = doc[before.i - 1].lower_ if before.i else ""
    if kind := _strong_before(before, earlier):
        return kind, STRONG
    return _weak_before(before, earlier, doc, range(start, end))


def _by_what_follows(doc: Doc, start: int, end: int) -> tuple[str, int]:
    if end + 1 >= len(doc):
        return NONE
    after, then = doc[end], doc[end + 1]
    if kind := KIND_BEHIND.get(after.lower_):
        return kind, STRONG if kind == "PRODUCT" else WEAK
    if after.text == "(" and then.lower_ in {"born", "née"}:
        return "PERSON", STRONG
    if after.text == "," and then.ent_type_ == "GPE" and end - start <= SHORT:
        return "GPE", WEAK
    if after.lower_ in {"is", "was"} and then.lower_ in {"a", "an"}:
        return _by_what_it_is(doc, end + 2)
    return NONE


def _by_what_it_is(doc: Doc, start: int) -> tuple[str, int]:
    """Reads "Champdor is a small commune": the first noun that says it, before anything but adjectives and nouns."""
    for token in doc[start : start + DESCRIPTION]:
        if kind := KIND_IS.get(token.lower_):
            return kind, STRONG
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT"}:
            break
    return NONE


def _by_itself(doc: Doc, start: int, end: int) -> tuple[str, int]:
    if DESIGNATION.fullmatch(doc[start].text):
        return "PRODUCT", STRONG
    last = doc[end - 1].lower_
    surname = last in SURNAMES and not (start and doc[start - 1].lower_ == "the")  # "the Ellery Superior Court"
    return (HEADS[last], STRONG) if end - start > 1 and last in HEADS and not surname else NONE


def cue(doc: Doc, start: int, end: int) -> tuple[str, int]:
    """The type that a name [start, end), in tokens, or the words around it give it, and its weight in mentions."""
    found = (_by_itself(doc, start, end), _by_what_precedes(doc, start, end), _by_what_follows(doc, start, end))
    return max(found, key=lambda kind_and_weight: kind_and_weight[1])


def _without_titles(doc: Doc, start: int, end: int) -> int:
    while start < end - 1 and doc[start].lower_ in TITLES:
        start += 1
    return start


def _whole_person(doc: Doc, end: int) -> int:
    """The end of a name of which the model saw the surname only: "the philosopher Moses Mendelssohn"."""
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].pos_ == "PROPN":
        end += 1
    return end


def find_cued(doc: Doc, taken: Collection[int]) -> Iterator[Span]:
    """Proper nouns outside the tokens `taken`, which no other reader calls a name, with a strong cue beside them."""
    i = 0
    while i < len(doc):
        start = i
        while i < len(doc) and i not in taken and doc[i].pos_ == "PROPN" and doc[i].text[0].isupper():
            i += 1
        start = _without_titles(doc, start, i)
        if i > start:
            kind, weight = cue(doc, start, i)
            if weight >= STRONG:
                i = _whole_person(doc, i) if kind == "PERSON" else i
                yield Span(doc, _without_titles(doc, start, i), i, label=kind, kb_id=BY_FORM)
        i = max(i, start + 1)

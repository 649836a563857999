"""Edits of numbers: other counts, the same count written otherwise, bounds, ordinals and dates."""

import random
import re
from collections.abc import Iterator
from typing import Any

from training.relation.generate.edit_base import (
    EXCLUSIVE,
    FREE,
    OTHER,
    SAME,
    WEAKER,
    Edit,
    clouded,
    cut,
    plural,
    replaced,
    root_of,
    word_set,
)

SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen twenty").split()  # fmt: skip
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
VALUES = {word: value for value, word in enumerate(SMALL)} | TENS
UNITS = frozenset(
    "kilometer kilometre km mile meter metre foot inch yard acre hectare percent hour minute second day week month year "
    "kilogram kg pound ton tonne gram liter litre gallon dollar euro degree watt megawatt mph ounce point cent".split()
)
SCALES = frozenset("million billion thousand hundred percent %".split())
BEFORE = frozenset("about than least most over nearly almost around only some under up to roughly approximately every "
                   "- – of no not : $ £ € exactly top just".split())  # fmt: skip


def value_of(word: str) -> float | None:
    """The number a token stands for."""
    if word.lower() in VALUES:
        return VALUES[word.lower()]
    if re.fullmatch(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?", word):
        return float(word.replace(",", ""))
    return None


def written(value: float, like: str) -> str:
    """`value` in the manner of `like`: a word, digits with commas, or a decimal."""
    if like.lower() in VALUES:
        word = SMALL[int(value)] if value <= 20 else next((w for w, v in TENS.items() if v == value), str(int(value)))
        return word.capitalize() if like[0].isupper() else word
    if "." in like:
        return f"{value:.{len(like.partition('.')[2])}f}"
    return f"{int(value):,}" if "," in like else str(int(value))


def _another(value: float, like: str, rng: random.Random) -> float:
    if "." in like:
        return max(0.1, round(value * rng.choice((0.6, 0.75, 1.3, 1.6)) + 0.2, 1))
    if like.lower() in VALUES:
        near = [n for n in (value - 2, value - 1, value + 1, value + 2, value + 3) if 2 <= n <= 20]
        return rng.choice(near) if value <= 20 else rng.choice([n for n in TENS.values() if n != value])
    if value < 20:
        return rng.choice([n for n in range(max(2, int(value) - 5), int(value) + 7) if n != value])
    step = 10 ** max(0, len(str(int(value))) - 2)
    change = step * rng.choice((-4, -3, -2, -1, 1, 2, 3, 5, 7))
    return value + change if value + change > 1 else value + abs(change)


def counts(doc: Any) -> list[Any]:
    """The tokens that count or measure something and stand alone in it."""
    found = []
    for token in doc[:-1]:
        value = value_of(token.text)
        if value is None or value < 2 or token.tag_ != "CD" or re.fullmatch(r"(1[5-9]|20)\d\d", token.text):
            continue
        after = token.nbor(1)
        before = doc[token.i - 1].lower_ if token.i else ""
        measured = after.lower_ in SCALES or (
            token.dep_ == "nummod" and token.head.tag_ == "NNS" and after.i <= token.head.i
        )
        if measured and before not in BEFORE and doc.text.count(token.text) == 1 and after.text not in "-–,:/":
            found.append(token)
    return found


def _kind(token: Any) -> str:
    after = token.nbor(1)
    return "quantities" if after.lower_ in SCALES or after.lemma_.lower() in UNITS else "cardinals"


def number_edits(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """Another number for a count, and the same one in other signs."""
    effect = FREE if clouded(doc) else EXCLUSIVE
    for token in counts(doc):
        value = value_of(token.text) or 0
        new = written(_another(value, token.text, rng), token.text)
        if new != token.text:
            yield Edit(_kind(token), replaced(doc.text, token.text, new), effect, token.text, new)
        for same in _same_number(token, value):
            yield Edit("same number", replaced(doc.text, token.text, same), SAME, token.text, same)


def _same_number(token: Any, value: float) -> Iterator[str]:
    text, after = token.text, token.nbor(1).lower_
    if text.lower() in VALUES:
        yield str(int(value))
    elif value == int(value) and "." not in text and (value <= 20 or value in TENS.values()) and after not in SCALES:
        word = SMALL[int(value)] if value <= 20 else next(w for w, v in TENS.items() if v == value)
        yield word.capitalize() if token.i == 0 else word
    if value == 12 and token.i and _kind(token) == "cardinals" and token.head.left_edge.i == token.i:
        yield "a dozen"
    if "," in text:
        yield text.replace(",", "")
    elif re.fullmatch(r"\d{4,}", text):
        yield f"{int(text):,}"


def bound_edits(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """A bound in place of a count: it follows from the count, or it is broken by it."""
    if clouded(doc):
        return
    for token in counts(doc):
        value = value_of(token.text) or 0
        if token.dep_ == "nummod" and token.head.left_edge.i != token.i:
            continue
        if value != int(value) or value < 3:
            continue
        step = 1 if value <= 10 else 10 ** (len(str(int(value))) - 1) // 2 or 1
        less, more = value - step, value + step
        if token.text.lower() in VALUES and not (2 <= less and more <= 20):
            continue
        like = token.text.lower()
        bounds = [("at least", value, WEAKER), ("at least", less, WEAKER), ("more than", less, WEAKER),
                  ("fewer than", more, WEAKER), ("at most", more, WEAKER), ("up to", value, WEAKER),
                  ("about", value, WEAKER), ("at least", more, EXCLUSIVE), ("more than", more, EXCLUSIVE),
                  ("more than", value, EXCLUSIVE), ("fewer than", value, EXCLUSIVE), ("fewer than", less, EXCLUSIVE),
                  ("at most", less, EXCLUSIVE), ("over", less, WEAKER), ("no more than", less, EXCLUSIVE)]  # fmt: skip
        for words, bound, effect in rng.sample(bounds, 4):
            start = words.capitalize() if token.i == 0 else words
            phrase = f"{start} {written(bound, like)}"
            yield Edit("bounds", replaced(doc.text, token.text, phrase), effect, token.text, phrase)


def one_or_more(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """ "A man is ..." and "Two men are ..."."""
    root = root_of(doc)
    for token in root.lefts:
        if token.dep_ != "nsubj" or token.tag_ != "NN" or clouded(doc) or list(token.rights):
            continue
        verb = next((t for t in [*root.lefts, root] if t.lower_ in {"is", "was"} and t.i == token.i + 1), None)
        first = token.left_edge
        if verb is None or first.lower_ not in {"a", "an"} or (verb is root):
            continue
        count = rng.choice(("Two", "Three", "Four"))
        noun = plural(token.text) if plural(token.lemma_) != token.lemma_ else ""
        if noun and first.i == 0:
            middle = doc.text[first.idx + len(first) : token.idx]
            be = "are" if verb.lower_ == "is" else "were"
            yield Edit("several", cut(doc, 0, verb.idx + len(verb), f"{count}{middle}{noun} {be}"), EXCLUSIVE)


def ordinal_edits(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """ "19th" -> "18th"; the ordinals in words are one of the classes."""
    for found in re.finditer(r"\b(\d{1,2})(st|nd|rd|th)\b", doc.text):
        value = int(found[1])
        new = rng.choice([n for n in range(max(1, value - 3), value + 4) if n != value])
        end = {1: "st", 2: "nd", 3: "rd"}.get(new % 10 if new // 10 != 1 else 0, "th")
        dated = root_of(doc).lemma_ in word_set("once") or root_of(doc).lemma_ == "be"
        effect = EXCLUSIVE if dated and not clouded(doc) else FREE
        yield Edit("ordinals", replaced(doc.text, found[0], f"{new}{end}"), effect, found[0], f"{new}{end}")


def when(doc: Any) -> str:
    """What another date does to the sentence: contradicts it where the thing happens once, else leaves it open."""
    root = root_of(doc)
    subject = next((token for token in root.lefts if token.dep_.startswith("nsubj")), None)
    if clouded(doc) or subject is None:
        return FREE
    definite = subject.pos_ in {"PROPN", "PRON"} or subject.left_edge.lower_ in {"the", "this", "his", "her", "its"}
    if root.lemma_ in word_set("once") and definite and subject.tag_ not in {"NNS", "NNPS"}:
        return EXCLUSIVE
    return OTHER if root.lemma_ in word_set("again") and root.tag_ in {"VBD", "VBN"} else FREE


def year_edits(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """Another year."""
    years = re.findall(r"(?<![\w–-])(?:1[6-9]|20)\d\d(?![\w–-]|,\d)", doc.text)
    if len(years) != 1:
        return
    new = str(min(2023, int(years[0]) + rng.choice((-21, -9, -4, -3, -2, -1, 1, 2, 3, 5, 8, 14))))
    if new == years[0]:
        return
    token = next((t for t in doc if t.text == years[0]), None)
    main = token is not None and token.head.dep_ == "prep" and token.head.head == root_of(doc)
    yield Edit("years", replaced(doc.text, years[0], new), when(doc) if main else FREE, years[0], new)


def other_time_and_count(doc: Any, rng: random.Random) -> Iterator[Edit]:
    """Another year and another count: two reports that can both be true."""
    for year in year_edits(doc, rng):
        if year.effect == OTHER:
            changed = another_count(doc, year.text, rng)
            if changed:
                yield Edit("other time", changed, OTHER)
            yield Edit("other time", year.text, OTHER, year.old, year.new)


def another_count(doc: Any, text: str, rng: random.Random) -> str:
    """`text` with the first count of the sentence changed; "" where it has none."""
    for token in counts(doc):
        return replaced(text, token.text, written(_another(value_of(token.text) or 0, token.text, rng), token.text))
    return ""

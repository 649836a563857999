"""Contradictions made of agreements: of two claims one follows from the other, and is given another figure or day.

Written contradictions of figures are often near copies of each other. These are not: "some 900 people are on its
payroll" and "it employs 600".
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.relation.pairs import SEED, WrittenPair

_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
    """.split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April June July August September October November December".split()
_FIGURE = re.compile(rf"\b(?:\d[\d,]*(?:\.\d+)?|{'|'.join([*_WORDS, *_WEEKDAYS, *_MONTHS])})\b", re.IGNORECASE)
_YEAR = range(1850, 2100)
_NEAR = 3  # steps on a list of words, or of a small number


def _meaning(word: str) -> str:
    """What a figure is, however it is written: "fourteen" and "14" are one."""
    plain = word.replace(",", "").casefold()
    return str(_WORDS.index(plain) + 1) if plain in _WORDS else plain


def _beside(words: Sequence[str], word: str, chance: random.Random) -> str:
    at = [known.casefold() for known in words].index(word.casefold())
    others = [other for i, other in enumerate(words) if i != at and abs(i - at) <= _NEAR]
    other = chance.choice(others)
    return other.capitalize() if word[0].isupper() else other


def _another(word: str, chance: random.Random) -> str:
    """Another figure of the same kind and size, written alike."""
    for words in (_WORDS, _WEEKDAYS, _MONTHS):
        if word.casefold() in map(str.casefold, words):
            return _beside(words, word, chance)
    plain = word.replace(",", "")
    decimals = len(plain.partition(".")[2])
    value, unit = float(plain), 10 ** (len(plain) - len(plain.rstrip("0")))
    if value in _YEAR or value <= len(_WORDS):
        changed = value + chance.choice([step for step in range(-_NEAR, _NEAR + 1) if step and value + step > 0])
    else:
        changed = value * chance.choice([chance.uniform(0.5, 0.9), chance.uniform(1.12, 2.0)])
        changed = changed if decimals else max(unit, round(changed / unit) * unit)
    return f"{changed:{',' if ',' in word else ''}.{decimals}f}"


def revalued(pairs: Sequence[WrittenPair]) -> Iterator[WrittenPair]:
    """Each pair of which one claim follows from the other, with another figure in what follows.

    The figure stands once on either side, so that it is surely the same that both give.
    """
    chance = random.Random(SEED)
    for pair in pairs:
        says, follows = (pair.a, pair.b) if pair.ab == "entailment" else (pair.b, pair.a)
        if "entailment" not in {pair.ab, pair.ba}:
            continue
        first, second = ([_meaning(found[0]) for found in _FIGURE.finditer(text)] for text in (says, follows))
        alone = [
            found
            for found in _FIGURE.finditer(follows)
            if first.count(_meaning(found[0])) == second.count(_meaning(found[0])) == 1
        ]
        if not alone:
            continue
        found = chance.choice(alone)
        other = _another(found[0], chance)
        if _meaning(other) in {*first, *second}:
            continue
        changed = follows[: found.start()] + other + follows[found.end() :]
        yield replace(pair, a=says, b=changed, relation="conflict", ab="contradiction", ba="contradiction")

"""Fit: whether two claims speak of the same thing closely enough to be one proposition, before any rule is asked.

The thresholds were chosen on the dev stories of bench/verdicts.py.
"""

from pipeline.compare.changes import changes
from pipeline.compare.guards import TELLING_APART
from pipeline.compare.rule import Pair, named
from pipeline.compare.values import counts, dated_apart, disjoint, same_amount
from pipeline.records import Value, ValueKind

RELATED = 0.38  # fit from which two claims may make one proposition
# Or less, where the sentences are so alike without the topic: general prose says one thing in few common words. No
# verdict of the dev stories changes by it.
ALIKE, ALIKE_RELATED = 0.435, 0.33
SHARING_AGREE = 0.46  # from which two claims agree that share a name, date or figure
SPECIFIC_AGREE = 0.60  # and that give such, but share none
FEWEST_MATCHED = 2  # specific words that surely have to meet, or all that the shorter claim has
SHARED_VALUE = 0.08  # what a shared figure, month or day adds; two sentences seldom share a day by chance
MOST_SHARED = 0.16
DAYS_OF_A_MONTH = 31
SAME_WORDS = 0.85  # share of the words in the same order: all of a sentence but its date


def _shares_a_value(pair: Pair) -> bool:
    mine, theirs = pair.a.statement.values, pair.b.statement.values
    return any(same_amount(x, y) and x.counted == y.counted for x in mine for y in theirs)


def _same_value(x: Value, y: Value) -> bool:
    exact = x.kind is not ValueKind.DATE or x.high - x.low < DAYS_OF_A_MONTH
    return counts(x) and exact and same_amount(x, y)


def fit(pair: Pair) -> float:
    """How far two claims speak of the same thing: their alignment, and the days and figures that they share."""
    mine, theirs = pair.a.statement.values, pair.b.statement.values
    shared = sum(_same_value(x, y) for x in mine for y in theirs)
    return round(pair.alignment.score + min(shared * SHARED_VALUE, MOST_SHARED), 4)


def _meetings(pair: Pair) -> int:
    """How many specific things meet: words, but a shared name only once, however many words it has."""
    shared = {entity: set(entity.split("-")) for entity in set(pair.a.entity_ids) & set(pair.b.entity_ids)}
    met = pair.alignment.surely
    return len({next((e for e, parts in shared.items() if x in parts or y in parts), (x, y)) for x, y in met})


def _least(pair: Pair) -> float:
    return ALIKE_RELATED if pair.alignment.residual >= ALIKE else RELATED


def misfit(pair: Pair) -> str:
    """Why the two claims cannot make one proposition, or "" if they may."""
    found, least = fit(pair), _least(pair)
    if found < least:
        return f"They speak of different things (alignment {found:.2f}, at least {least:.2f} is needed)."
    fewest = min(FEWEST_MATCHED, len(set(pair.a.statement.terms)), len(set(pair.b.statement.terms)))
    if _meetings(pair) < fewest and not _shares_a_value(pair):
        return "They share the topic, but hardly a word of what they say about it."
    return ""


def unclear(pair: Pair) -> str:
    """Why what a pronoun stands for keeps the two apart, or ""; of what is said in the same words it stands for one."""
    unsure = pair.a.unclear or pair.b.unclear
    shared = named(pair.a, TELLING_APART) & named(pair.b, TELLING_APART)
    if unsure and not shared and dated_apart(pair) and changes(pair).likeness < SAME_WORDS:
        return "What “it” or “the treaty” stands for is not certain, and their dates differ."
    return ""


def needed(pair: Pair) -> float:
    """The fit from which two claims agree: more if they give names, dates or figures, most if they share none."""
    names_a, names_b = pair.names
    values_a, values_b = ([v for v in claim.statement.values if counts(v)] for claim in (pair.a, pair.b))
    if not (names_a or values_a) and not (names_b or values_b):
        # "These discussions", "this support": what they stand for is in another sentence
        return SHARING_AGREE if pair.a.statement.depends or pair.b.statement.depends else _least(pair)
    shared = names_a & names_b or any(x.kind is y.kind and not disjoint(x, y) for x in values_a for y in values_b)
    return SHARING_AGREE if shared else SPECIFIC_AGREE

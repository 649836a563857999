"""Probes: whether two claims would say one thing if a figure, a time, a name or a "not" of theirs were the same.

An entailment model knows a paraphrase better than it knows a contradiction: of "close to 900 people are on its payroll"
and "it employs about 600" it finds that neither follows, and of the two with one figure that each does. So what stands
apart is put in the place of the other, and the model is asked again. What entails each other then, contradicts now.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.compare.clock import clocks, one_moment
from pipeline.compare.denial import contradicts
from pipeline.compare.rule import Pair
from pipeline.compare.values import counts, disjoint, of_one_sort, on_one_scale, same_amount
from pipeline.dates import MONTHS
from pipeline.records import Claim, Span, Value, ValueKind
from pipeline.tag.times import WEEKDAYS

FIGURE, TIME, NAME, DENIAL = KINDS = ("figure", "time", "name", "denial")
MOST = 2  # probes of a kind: the figures that are closest, the first names
# By how much two accounts of one figure differ at most: the larger is four times the smaller. Of 122 conflicts of
# figures in the whole stories of training/ 96 are within the double, and so is a third of those of unrelated claims.
CLOSE = math.log(4)
CLOSE_DAYS = 366
_KINDS_OF_NAMES = ({"PERSON"}, {"ORG", "NORP"}, {"GPE", "LOC", "FAC", "COUNTRY"})
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_MONTH = "|".join(name.title() for name in MONTHS)
_DAY = re.compile(rf"\b(?:\d\d?(?:st|nd|rd|th)? (?:{_MONTH})|(?:{_MONTH}) \d\d?)\b(?!,? \d)")
_DENIALS = (
    (re.compile(r"\b(?:no one|nobody|none)\b", re.IGNORECASE), "somebody"),
    (re.compile(r"\bcannot\b|\bcan[’']t\b", re.IGNORECASE), "can"),
    (re.compile(r"\bwon[’']t\b", re.IGNORECASE), "will"),
    (re.compile(r"n[’']t\b"), ""),
    (re.compile(r"\b(?:not|never|no longer) ", re.IGNORECASE), ""),
    (re.compile(r"\bno (?=\w)", re.IGNORECASE), "a "),
    (re.compile(r"\bwithout\b", re.IGNORECASE), "with"),
)


@dataclass(frozen=True, slots=True)
class Probe:
    """Two claims as they would be if something of `kind` were the same in both."""

    kind: str
    texts: tuple[str, str]


def _put(claim: Claim, old: str, new: str) -> str | None:
    """The claim with other words in the place of some; None where those stand not once in it."""
    return claim.text.replace(old, new) if old and claim.text.count(old) == 1 else None


def _exchange(pair: Pair, kind: str, one: str, other: str) -> Probe | None:
    """The probe in which `other` of b gives way to `one` of a, or the reverse: by the texts, not by who comes first."""
    if pair.a.text <= pair.b.text:
        changed = _put(pair.b, other, one)
        return Probe(kind, (pair.a.text, changed)) if changed else None
    changed = _put(pair.a, one, other)
    return Probe(kind, (changed, pair.b.text)) if changed else None


def _distance(pair: Pair, x: Value, y: Value) -> float | None:
    """How far two values of one kind are apart, 1 being the most that accounts differ by; None where that is open."""
    if not (counts(x) and counts(y) and of_one_sort(pair, x, y)):
        return None
    one, other = on_one_scale(pair, x, y)
    if one.unit != other.unit or not disjoint(one, other) or math.isinf(one.low + one.high + other.low + other.high):
        return None
    if x.kind is ValueKind.DATE:
        return abs(one.low - other.low) / CLOSE_DAYS
    return abs(math.log(one.low / other.low)) / CLOSE if one.low > 0 and other.low > 0 else None


def _unmet(values: Sequence[Value], others: Sequence[Value]) -> list[Value]:
    """The values that stand not in the other claim too: "31 of 156 seats" has nothing to do with the 44 of before."""
    return [x for x in values if not any(same_amount(x, y) for y in others)]


def _apart(pair: Pair) -> list[tuple[float, Value, Value]]:
    """Values that two accounts of one thing may give, the closest first."""
    xs, ys = pair.a.statement.values, pair.b.statement.values
    found = [
        (distance, x, y)
        for x in _unmet(xs, ys)
        for y in _unmet(ys, xs)
        if (distance := _distance(pair, x, y)) is not None and distance <= 1
    ]
    return sorted(found, key=lambda row: (row[0], row[1].start, row[2].start))


def _values(pair: Pair) -> Iterator[Probe | None]:
    found = _apart(pair)
    for kind, rows in (
        (FIGURE, [row for row in found if row[1].kind is not ValueKind.DATE]),
        (TIME, [row for row in found if row[1].kind is ValueKind.DATE]),
    ):
        for _, x, y in rows[:MOST]:
            yield _exchange(pair, kind, pair.words_a(Span(x.start, x.end)), pair.words_b(Span(y.start, y.end)))


def _times(pair: Pair) -> Iterator[Probe | None]:
    """Days without a year and times of day, where each claim gives one of them."""
    for pattern in (_WEEKDAY, _DAY):
        a, b = (pattern.findall(claim.text) for claim in (pair.a, pair.b))
        if len(a) == len(b) == 1 and a[0].casefold() != b[0].casefold():
            yield _exchange(pair, TIME, a[0], b[0])
    first, second = clocks(pair.a.text), clocks(pair.b.text)
    if len(first) == len(second) == 1 and not one_moment(first[0], second[0]):
        yield _exchange(pair, TIME, first[0].words, second[0].words)


def _surface(claim: Claim, entity: str) -> str:
    """The words of a claim that name an entity, as far as the entity's id tells."""
    pattern = r"[\s.’'-]+".join(map(re.escape, entity.split("-")))
    match = re.search(rf"\b{pattern}\b", claim.text, re.IGNORECASE)
    return match[0] if match else ""


def _names(pair: Pair) -> Iterator[Probe | None]:
    a, b = pair.names
    types = dict(zip(pair.a.entity_ids, pair.a.entity_types, strict=True))
    types |= dict(zip(pair.b.entity_ids, pair.b.entity_types, strict=True))
    alike = [
        (x, y)
        for x in sorted(a - b)
        for y in sorted(b - a)
        if any(types[x] in kinds and types[y] in kinds for kinds in _KINDS_OF_NAMES)
    ]
    for x, y in alike[:MOST]:
        yield _exchange(pair, NAME, _surface(pair.a, x), _surface(pair.b, y))


def affirmed(text: str) -> str | None:
    """A sentence without its denial; None where it has none, or several.

    >>> affirmed("The crew did not leave the ship.")
    'The crew did leave the ship.'
    """
    found = [(pattern, word) for pattern, word in _DENIALS if pattern.search(text)]
    if sum(len(pattern.findall(text)) for pattern, _ in found) != 1:
        return None
    ((pattern, word),) = found
    said = pattern.sub(word, text)
    return said[:1].upper() + said[1:]


def _denials(pair: Pair) -> Iterator[Probe | None]:
    if contradicts(pair):
        said = affirmed(pair.a.text), affirmed(pair.b.text)
        if said[0] and not said[1]:
            yield Probe(DENIAL, (said[0], pair.b.text))
        elif said[1] and not said[0]:
            yield Probe(DENIAL, (pair.a.text, said[1]))


def probes_of(pair: Pair) -> list[Probe]:
    """The probes of a pair, a few of each kind. Where nothing else sets the two apart, a probe's texts are the same."""
    return [probe for look in (_values, _times, _names, _denials) for probe in look(pair) if probe]

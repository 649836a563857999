"""Units: whether a number is a percentage, money, a time, a measure or a plain count, and in what."""

from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.records import ValueKind
from pipeline.tag.counted import find_counted, noun_under_of
from pipeline.tag.measures import CURRENCIES, DURATIONS, MEASURES, OTHER_DOLLARS, POWERS, TEMPERATURES
from pipeline.tag.numerals import lemma, word

# Before degrees, these name a point; "rose 3 degrees" and "3 degrees warmer" are steps, which have no zero.
_POINTS = frozenset("to at of reach hit top be or and ( record exceed between".split())
_HEDGES = frozenset("about around almost nearly roughly over more than least up above below under some".split())
_AGES = frozenset({"aged", "age"})
_LOOSE = frozenset(("or", word) for word in ("so", "more", "less", "fewer"))
OLDEST = 120  # years
POUND = 0.45359237  # kg


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is a number of; a unit is no thing that is counted."""

    kind: ValueKind
    end: int  # the token after the unit's words, or after the number
    unit: str = ""
    factor: float = 1
    counted: str = ""
    qualifiers: tuple[str, ...] = ()
    counted_end: int = 0  # the token after what is counted
    offset: float = 0  # added after the factor: the zero of Fahrenheit is not that of Celsius


def _percent(sentence: Span, end: int) -> Unit | None:
    words = 2 if (word(sentence, end), word(sentence, end + 1)) == ("per", "cent") else 1
    if words == 1 and word(sentence, end) not in {"%", "percent"}:
        return None
    return Unit(ValueKind.PERCENT, end + words, "%", counted=noun_under_of(sentence, end + words))


def _temperature(sentence: Span, end: int) -> Unit | None:
    """Reads "41 degrees Celsius", "2 °C" and "1.5 degrees"."""
    if sentence[end - 1].text[-1] in "CF" and sentence[end - 1].text[0].isdigit() and _is_point(sentence, end):
        return _degrees(sentence, end, TEMPERATURES[sentence[end - 1].lower_[-1]], end)
    if lemma(sentence, end) not in {"degree", "degrees", "°", "°c", "°f"}:
        return None
    scale = TEMPERATURES.get(word(sentence, end).removeprefix("°")) or TEMPERATURES.get(word(sentence, end + 1))
    words = 2 if word(sentence, end + 1) in TEMPERATURES else 1
    return _degrees(sentence, end, scale or "°", end + words)


def _degrees(sentence: Span, end: int, scale: str, last: int) -> Unit:
    if scale == "°F" and _is_point(sentence, end):
        return Unit(ValueKind.NUMBER, last, "°C", factor=5 / 9, offset=-160 / 9)
    return Unit(ValueKind.NUMBER, last, scale)


def _is_point(sentence: Span, end: int) -> bool:
    """Whether degrees are a point on the scale, and not so many more or less: "reached 106 °F", "or 106 °F"."""
    before = [lemma(sentence, i) for i in range(end - 2, max(end - 6, -1), -1)]
    return next((word for word in before if word not in _HEDGES), "") in _POINTS


def _measure(sentence: Span, end: int, name: str, power: int) -> Unit | None:
    if name not in MEASURES:
        return None
    unit, factor = MEASURES[name]
    if power > 1 and unit == "m":
        return Unit(ValueKind.NUMBER, end, f"m{power}", factor**power)
    following = word(sentence, end), word(sentence, end + 1)
    if following in {("an", "hour"), ("per", "hour"), ("/", "h")}:
        return Unit(ValueKind.NUMBER, end + 2, f"{unit}/hour", factor)
    return Unit(ValueKind.NUMBER, end, unit, factor)


def _named(sentence: Span, end: int) -> Unit | None:
    """A unit that is a noun behind the number, and what stands between them."""
    counted = find_counted(sentence, end)
    if counted.noun in CURRENCIES:
        dollar = next((OTHER_DOLLARS[q] for q in counted.qualifiers if q in OTHER_DOLLARS), "")
        currency = dollar if dollar and counted.noun == "dollar" else CURRENCIES[counted.noun]
        return Unit(ValueKind.MONEY, counted.end, currency)
    if counted.noun in DURATIONS:
        unit, factor = DURATIONS[counted.noun]
        return Unit(ValueKind.DURATION, counted.end, unit, factor, qualifiers=counted.qualifiers)
    power = POWERS.get(word(sentence, end), 1)
    return _measure(sentence, counted.end, counted.noun, power) or _measure(sentence, end + 1, word(sentence, end), 1)


def _hyphened(sentence: Span, end: int) -> Unit | None:
    """Reads "five-year", "50-milligram" and "nine-member"."""
    if word(sentence, end) != "-" or end + 1 >= len(sentence) or sentence[end + 1].pos_ not in {"NOUN", "PROPN"}:
        return None
    name = lemma(sentence, end + 1)
    if name in DURATIONS:
        unit, factor = DURATIONS[name]
        return Unit(ValueKind.DURATION, end + 2, unit, factor)
    if name in CURRENCIES:
        return Unit(ValueKind.MONEY, end + 2, CURRENCIES[name])
    return _measure(sentence, end + 2, name, 1) or Unit(ValueKind.NUMBER, end, counted=name, counted_end=end + 2)


def _age(sentence: Span, start: int, end: int) -> Unit | None:
    """Reads "aged nine", and the 61 of "Ana Lim, 61, said"."""
    number = sentence[start]
    if end != start + 1:
        return None
    comma = start - 1 - (word(sentence, start - 1) == "now")  # "Ana Lim, now 61,"
    alone = word(sentence, comma) == "," and comma > 0 and word(sentence, end) in {",", "."}
    named = sentence[comma - 1] if alone else number
    between = alone and word(sentence, end) == ","  # the model takes a name alone for a town: "Duarte, 24, scored"
    person = named.pos_ == "PROPN" and (between or named.ent_type_ in {"PERSON", ""})
    small = number.text.isdecimal() and len(number.text) <= len(str(OLDEST)) and int(number.text) <= OLDEST
    if word(sentence, start - 1) in _AGES or (person and small):
        return Unit(ValueKind.DURATION, end, *DURATIONS["year"])
    return None


def _weight(sentence: Span, start: int, end: int) -> Unit | None:
    """Reads "weighs 12 pounds": elsewhere pounds are money."""
    weighs = lemma(sentence, end) == "pound" and any(token.lemma_ == "weigh" for token in sentence[start].ancestors)
    return Unit(ValueKind.NUMBER, end + 1, "kg", POUND) if weighs else None


def _past_bound(sentence: Span, end: int) -> int:
    """The token after "or more", "or so" and "+" behind a number: what is counted follows them."""
    if word(sentence, end) == "+":
        return end + 1
    return end + 2 if (word(sentence, end), word(sentence, end + 1)) in _LOOSE else end


def read_unit(sentence: Span, start: int, end: int) -> Unit:
    """What the number at tokens [start, end) is a number of."""
    known = _percent(sentence, end)
    if known is None and start and sentence[start - 1].text in CURRENCIES:
        known = Unit(ValueKind.MONEY, end, CURRENCIES[sentence[start - 1].text])
    known = known or _age(sentence, start, end) or _weight(sentence, start, end)
    known = known or _temperature(sentence, end) or _hyphened(sentence, end) or _named(sentence, end)
    if known:
        return known
    counted = find_counted(sentence, _past_bound(sentence, end))
    return Unit(ValueKind.NUMBER, end, "", 1, counted.noun, counted.qualifiers, counted.end)

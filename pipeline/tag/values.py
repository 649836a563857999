"""Values: numbers, money, percentages, durations, ordinals and dates, with bounds and what they count."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Span, Token

from pipeline.dates import MONTHS, YearOf
from pipeline.records import Value, ValueKind
from pipeline.tag.amounts import Amount, is_score, read_amount
from pipeline.tag.bounds import Bounds, read_bounds
from pipeline.tag.counted import counted_elsewhere, noun_under_of
from pipeline.tag.days import find_days
from pipeline.tag.joined import joined
from pipeline.tag.measures import CURRENCIES, ORDINALS, PART
from pipeline.tag.numerals import word
from pipeline.tag.uncounted import counts_nothing
from pipeline.tag.units import Unit, read_unit

# A number behind one of these is a name: "Article 5", "Resolution 242".
_NUMBERED = frozenset(
    """amendment annex article category chapter channel class clause flight formula group level line number no. page
    paragraph phase platform resolution room route rule section stage step type unit version volume""".split()
)
_CLOCK = frozenset({"gmt", "utc", "cet", "bst", "est", "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o’clock", "o'clock"})
_JOINERS = frozenset({"to", "and", "or", "-", "–", "—"})
_ORDINAL = re.compile(r"(\d{1,9})(?:st|nd|rd|th)")
LAST_DAY = 31  # of a month


def _is_day(sentence: Span, amount: Amount, dates: list[Value]) -> bool:
    """Whether a number is a day of a month: "22 October", "June 1", the first of "16 to 28 October"."""
    if amount.high > LAST_DAY:
        return False
    at = amount.end + 1 if word(sentence, amount.end) in _JOINERS else amount.end
    in_date = at < len(sentence) and any(d.start <= sentence[at].idx < d.end for d in dates)
    in_date = in_date and at > amount.end
    after_month = word(sentence, amount.start - 1) in MONTHS and sentence[amount.start - 1].is_title
    return in_date or word(sentence, amount.end) in MONTHS or (after_month and sentence[amount.start].is_digit)


def _is_name(sentence: Span, amount: Amount, dates: list[Value]) -> bool:
    """Whether a number counts nothing: part of a score, a day, a time of day, a title."""
    one = amount.low == amount.high and word(sentence, amount.start) == "one"
    return (
        is_score(sentence, amount.start, amount.end)
        or _is_day(sentence, amount, dates)
        or word(sentence, amount.end) in _CLOCK
        or (word(sentence, amount.start - 1) in _NUMBERED and sentence[amount.start].is_digit)
        or bool(sentence[amount.start].ent_id_)
        or (one and word(sentence, amount.start - 1) in {"no", "not"})  # "no one", "not one"
        or counts_nothing(sentence, amount.start, amount.end)
    )


def _bounds(sentence: Span, amount: Amount, unit: Unit) -> Bounds:
    start = amount.start
    if unit.kind is ValueKind.MONEY and start and sentence[start - 1].text in CURRENCIES:
        start -= 1
    counts = unit.kind is ValueKind.NUMBER and not unit.unit and unit.counted != "point"
    lasts = unit.kind is ValueKind.DURATION
    ends = amount.end, max(unit.end, unit.counted_end)
    bounds = read_bounds(sentence, start, ends, amount.low, counts=counts, lasts=lasts)
    if amount.low == amount.high:
        return replace(bounds, approximate=bounds.approximate or amount.is_share)
    return Bounds(amount.low, amount.high, bounds.approximate, bounds.opened if bounds.approximate else 0)


def _unit(sentence: Span, amount: Amount) -> Unit:
    if amount.is_share:
        return Unit(ValueKind.PERCENT, amount.end, "%", counted=noun_under_of(sentence, amount.end))
    # "from 4.75 to 4.25 per cent": the unit that stands behind the second is that of the first
    changes = word(sentence, amount.start - 1) == "from" and word(sentence, amount.end) == "to"
    second = read_amount(sentence, amount.end + 1) if changes and amount.end + 1 < len(sentence) else None
    if second and not second.is_share:
        return replace(read_unit(sentence, second.start, second.end), end=amount.end)
    return read_unit(sentence, amount.start, amount.end)


def _value(sentence: Span, amount: Amount) -> Value | None:
    """The value of a number, typed by what stands around it."""
    unit = _unit(sentence, amount)
    bare = unit.kind is ValueKind.NUMBER and not unit.unit and not unit.counted
    counted = counted_elsewhere(sentence, amount.start) if bare and PART not in unit.qualifiers else unit.counted
    if bare and not counted and amount.high <= 1:
        return None  # "one of them", "zero"
    if sentence[amount.start].text.endswith(("C", "F")) and not unit.unit:
        return None  # "grade 41C"
    bounds = _bounds(sentence, amount, unit)
    money = unit.kind is ValueKind.MONEY and amount.start and sentence[amount.start - 1].text in CURRENCIES
    first, last = sentence[amount.start - bool(money) - bounds.opened], sentence[unit.end - 1]
    return Value(
        start=first.idx,
        end=last.idx + len(last),
        kind=unit.kind,
        low=bounds.low * unit.factor + unit.offset,
        high=bounds.high * unit.factor + unit.offset,
        unit=unit.unit,
        counted=counted,
        qualifiers=unit.qualifiers,
        approximate=bounds.approximate,
    )


def _ordinal(token: Token) -> Value | None:
    """The rank of "the third round" and "the 12th minute"; none of "third-party" or "the 5th of June"."""
    said = token.lower_
    match = _ORDINAL.fullmatch(said) if said[0].isdigit() else None
    spelled = said in ORDINALS and token.tag_ in {"JJ", "NN"} and token.dep_ in {"amod", "compound", "nmod"}
    rank = int(match[1]) if match else ORDINALS[said] if spelled else None
    if rank is None or token.ent_id_:
        return None
    near = [token.nbor(i).lower_ for i in (-1, 1, 2) if 0 <= token.i + i < len(token.doc)]
    if near[-2:-1] == ["-"] or any(month in near for month in MONTHS):
        return None
    return Value(token.idx, token.idx + len(token), ValueKind.ORDINAL, rank, rank, "", token.head.lemma_.lower())


def _counts(sentence: Span, dates: list[Value]) -> Iterator[Value]:
    dated = {place for day in dates for place in range(day.start, day.end)}
    end = 0  # of the last number
    for i, token in enumerate(sentence):
        if i < end or token.idx in dated:
            continue
        if rank := _ordinal(token):
            yield rank
        elif amount := read_amount(sentence, i):
            end = amount.end
            if not _is_name(sentence, amount, dates) and (value := _value(sentence, amount)):
                yield value


def _moved(value: Value, by: int) -> Value:
    return replace(value, start=value.start + by, end=value.end + by)


def find_values(sentence: Span, year_of: YearOf | None = None, published: date | None = None) -> Iterator[Value]:
    """The values in a sentence, in order; offsets count from the start of the sentence's document.

    `year_of` completes a date that leaves the year out ("on 5 May"), `published` is the day from which "yesterday" is
    told; without them such dates are left alone.
    """
    dates, begin = find_days(sentence, year_of, published), sentence.start_char
    found = sorted([*dates, *_counts(sentence, dates)], key=lambda value: value.start)
    inside = (_moved(value, -begin) for value in found)
    yield from (_moved(value, begin) for value in joined(inside, sentence.text))

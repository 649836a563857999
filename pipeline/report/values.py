"""A value as a reader would write it: `1550 warhead`, `at least 30 home`, `about 2000`, `1962-10`, `30 percent`.

Never with a sign in front: a cell that begins with one is a formula to a spreadsheet.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import isinf

from pipeline.records import Value, ValueKind

EXACT_DIGITS = 15  # what a float holds of a decimal number; the digits after them are noise


def _number(number: float) -> str:
    """In full, without exponent or trailing zeros.

    >>> _number(3_200_000.0), _number(0.1 + 0.2), _number(-5)
    ('3200000', '0.3', 'minus 5')
    """
    digits = format(Decimal(f"{abs(number):.{EXACT_DIGITS}g}"), "f")
    return f"minus {digits}" if number < 0 else digits


def _numbers(low: float, high: float) -> str:
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _ordinals(low: float, high: float) -> str:
    def ordinal(number: float) -> str:
        teen = number % 100 // 10 == 1
        return _number(number) + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(int(number) % 10, "th"))

    return ordinal(low) if low == high else f"{ordinal(low)} to {ordinal(high)}"


def _dates(low: float, high: float) -> str:
    """A day, or the whole months or years that the days fill, or first and last day."""
    first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
    length = 10
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        length = 4 if (first.month, last.month) == (1, 12) else 7
    begin, end = first.isoformat()[:length], last.isoformat()[:length]
    return begin if begin == end else f"{begin} to {end}"


_WRITTEN: dict[ValueKind, Callable[[float, float], str]] = {ValueKind.DATE: _dates, ValueKind.ORDINAL: _ordinals}


# Durations are compared in hours and months; readers count in what is whole.
_LARGER = {"hour": ("day", 24), "month": ("year", 12)}


def _in_larger_units(value: Value) -> Value:
    unit, factor = _LARGER.get(value.unit, ("", 1))
    ends = [end for end in (value.low, value.high) if not isinf(end)]
    if value.kind is not ValueKind.DURATION or not unit or any(end % factor for end in ends):
        return value
    return replace(value, low=value.low / factor, high=value.high / factor, unit=unit)


def _amount(value: Value) -> str:
    write = _WRITTEN.get(value.kind, _numbers)
    at_least, at_most = ("from", "by") if value.kind is ValueKind.DATE else ("at least", "at most")
    about = "about " if value.approximate else ""
    if isinf(value.low) and isinf(value.high):
        return "some"
    if isinf(value.high):
        return f"{at_least} {about}{write(value.low, value.low)}"
    if isinf(value.low) or (value.low == 0 < value.high and value.kind is not ValueKind.DATE):
        return f"{at_most} {about}{write(value.high, value.high)}"
    return about + write(value.low, value.high)


def render_value(value: Value) -> str:
    """The amount with its bounds, then its unit, then what it counts."""
    value = _in_larger_units(value)
    counted = () if value.kind is ValueKind.DURATION else (*value.qualifiers, value.counted)
    unit = value.unit
    if value.kind is ValueKind.PERCENT:
        unit = "percent of" if any(counted) else "percent"
    return " ".join(filter(None, (_amount(value), unit, *counted)))

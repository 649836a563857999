"""Numbers as news writes them: the same amount in several ways, bounds and roundings, and what one says of another."""

import math
import random
from dataclasses import dataclass

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
CURRENCIES = ("$", "€", "£")
CURRENCY_NAMES = {"$": "dollars", "€": "euros", "£": "pounds"}
SPANS = {"n": (3, 95), "m": (100, 6_000), "big": (10_000, 5_000_000), "pct": (1.2, 60), "money": (1.1e6, 9e9)}
LOW_BOUNDS = ("at least", "more than", "over", "no fewer than")
HIGH_BOUNDS = ("fewer than", "under", "no more than", "at most", "up to")
ROUNDINGS = ("about", "around", "some", "roughly", "nearly", "almost")


@dataclass(frozen=True)
class Amount:
    kind: str
    size: float
    currency: str = ""


@dataclass(frozen=True)
class Quantity:
    """An amount as one telling has it: where it may lie, and the words. A rounding (`loose`) has no sharp edges."""

    low: float
    high: float
    text: str
    loose: bool = False


def draw_amount(kind: str, rng: random.Random) -> Amount:
    """An even spread over orders of magnitude: small tolls are as common as large ones."""
    low, high = SPANS[kind]
    size = _clean(kind, math.exp(rng.uniform(math.log(low), math.log(high))))
    return Amount(kind, size, rng.choice(CURRENCIES) if kind == "money" else "")


def other_amount(amount: Amount, rng: random.Random) -> Amount:
    """Another amount of the kind, at times only a step away."""
    while True:
        size = _clean(amount.kind, max(amount.size * math.exp(rng.uniform(-1.1, 1.1)), SPANS[amount.kind][0]))
        if size != amount.size:
            return Amount(amount.kind, size, amount.currency)


def exact(amount: Amount, rng: random.Random, plain: bool = False) -> str:
    """The amount in one of its spellings, or (`plain`) in the one that may stand before a noun."""
    if amount.kind == "pct":
        unit = "%" if plain else rng.choice(("%", "%", " percent", " per cent"))
        return f"{amount.size:g}{unit}"
    if amount.kind == "money":
        return _money(amount, rng, plain)
    whole = int(amount.size)
    if whole < len(WORDS) and not plain and rng.random() < 0.5:
        return "a dozen" if whole == 12 and rng.random() < 0.5 else WORDS[whole]
    return _million(amount.size) if whole >= 1_000_000 and rng.random() < 0.6 else f"{whole:,}"


def quantity(amount: Amount, rng: random.Random, shapes: str) -> Quantity:
    """The amount told as one of `shapes`: e(xact), l(ow bound), h(igh bound), b(etween), r(ounded)."""
    shape = rng.choice(shapes)
    near = Amount(amount.kind, _round(amount, rng.uniform(0.55, 1.5), 1 if amount.size >= 30 else 2), amount.currency)
    if shape == "l":
        word = rng.choice(LOW_BOUNDS if amount.kind in ("n", "m", "big") else LOW_BOUNDS[:3])
        edge = near.size if word in ("at least", "no fewer than") else _above(near)
        return Quantity(edge, math.inf, f"{word} {exact(near, rng)}")
    if shape == "h":
        word = rng.choice(HIGH_BOUNDS)
        edge = near.size if word in ("no more than", "at most", "up to") else _below(near)
        if word == "fewer than" and amount.kind in ("pct", "money"):
            word = "less than"
        return Quantity(0, edge, f"{word} {exact(near, rng)}")
    if shape == "b":
        top = Amount(amount.kind, _round(near, rng.uniform(1.25, 1.7), 2), amount.currency)
        low, high = exact(near, rng, True), exact(top, rng, True)
        if top.size > near.size:
            return Quantity(near.size, top.size, f"between {low} and {high}")
    if shape == "r":
        word = rng.choice(ROUNDINGS) if near.size >= 20 or amount.kind == "money" else "about"
        edges = (0.88, 1) if word in ("nearly", "almost") else (0.88, 1.12)
        return Quantity(near.size * edges[0], near.size * edges[1], f"{word} {exact(near, rng)}", True)
    return _as_told(amount, rng)


def relation(premise: Quantity, hypothesis: Quantity) -> int | None:
    """0, 1 or 2 where the two amounts leave no doubt about it; None where a rounding is too near or too far."""
    low, high = hypothesis.low, hypothesis.high
    if premise.high < low or premise.low > high:
        gap = premise.low / high if premise.low > high else low / max(premise.high, 1e-9)
        return 2 if gap > 1.25 or not (premise.loose or hypothesis.loose) else None
    if premise.loose:
        if low <= premise.low and premise.high <= high:
            return 0
        return 1 if low == high else None
    if hypothesis.loose:
        if premise.low == premise.high:
            return 0 if low * 1.03 <= premise.low <= high * 0.99 else None
        return 1 if premise.low < low and premise.high > high else None
    return 0 if low <= premise.low and premise.high <= high else 1


def _as_told(amount: Amount, rng: random.Random) -> Quantity:
    return Quantity(amount.size, amount.size, exact(amount, rng))


def _clean(kind: str, size: float) -> float:
    """Tolls to the unit, larger counts to two or three digits: what a report would give."""
    if kind == "n":
        return float(round(size))
    if kind == "pct":
        return round(size, 1) if size < 10 else float(round(size))
    digits = 3 if kind == "m" else 2
    return round(size, digits - 1 - math.floor(math.log10(size)))


def _round(amount: Amount, factor: float, digits: int) -> float:
    size = amount.size * factor
    rounded = round(size, digits - 1 - math.floor(math.log10(size)))
    if amount.kind == "pct":
        return min(max(round(rounded, 1), 0.5), 95.0)
    return max(float(round(rounded)), 3.0)


def _above(amount: Amount) -> float:
    return amount.size + 1 if amount.kind in ("n", "m", "big") else amount.size * 1.000001


def _below(amount: Amount) -> float:
    return amount.size - 1 if amount.kind in ("n", "m", "big") else amount.size * 0.999999


def _million(size: float) -> str:
    return f"{size / 1e9:g} billion" if size >= 1e9 else f"{size / 1e6:g} million"


def _money(amount: Amount, rng: random.Random, plain: bool) -> str:
    if amount.size < 1e6:
        return f"{amount.currency}{amount.size:,.0f}"
    words = _million(amount.size)
    if plain:
        return f"{amount.currency}{words}"
    short = words.replace(" million", "m").replace(" billion", "bn")
    spelled = f"{words} {CURRENCY_NAMES[amount.currency]}"
    return rng.choice((f"{amount.currency}{words}", f"{amount.currency}{words}", f"{amount.currency}{short}", spelled))

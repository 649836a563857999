"""What fills a frame's slots, and how a filled template becomes a sentence."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from training.relation.generate.numbers import SPANS, Amount, draw_amount, exact, other_amount

SLOT = re.compile(r"\{(?P<name>(?P<kind>[a-z]+)\d*)(?P<plain>!?)(?::(?P<noun>[^}]*))?\}")
# "a" before what is spoken with a vowel; "a one-day", "a university" and the like stay.
ARTICLE = re.compile(r"\b([Aa]) (?=8|11(?!\d)|18(?!\d)|[aeio](?!ne\b|ne-|uro)|A|E(?!uro)|I|O)")
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True)
class Day:
    day: int
    month: str
    year: int

    def full(self, rng: random.Random) -> str:
        return rng.choice((f"{self.day} {self.month} {self.year}", f"{self.month} {self.day}, {self.year}"))


Value = str | Amount


def draw_day(rng: random.Random) -> Day:
    return Day(rng.randint(1, 28), rng.choice(MONTHS), rng.randint(2009, 2025))


def slots(template: str) -> set[str]:
    return {match["name"] for match in SLOT.finditer(template)}


def kind_of(name: str) -> str:
    return name.rstrip("0123456789")


def takes_bound(template: str, name: str) -> bool:
    """Is `name` an amount that may be told as "at least ..." here?"""
    return kind_of(name) in SPANS and any(m["name"] == name and not m["plain"] for m in SLOT.finditer(template))


def draw_value(name: str, pools: Mapping[str, tuple[str, ...]], rng: random.Random) -> Value:
    kind = kind_of(name)
    return draw_amount(kind, rng) if kind in SPANS else rng.choice(pools[kind])


def other_value(name: str, value: Value, pools: Mapping[str, tuple[str, ...]], rng: random.Random) -> Value:
    if isinstance(value, Amount):
        return other_amount(value, rng)
    return rng.choice([other for other in pools[kind_of(name)] if other != value])


def fill(template: str, values: Mapping[str, Value], rng: random.Random, told: Mapping[str, str] | None = None) -> str:
    """The template with its slots filled, an amount as `told` has it where it does; no capital, no full stop yet."""

    def one(match: re.Match[str]) -> str:
        value = values[match["name"]]
        text = told.get(match["name"]) if told else None
        if text is None:
            text = exact(value, rng, bool(match["plain"])) if isinstance(value, Amount) else _name(value, rng)
        return f"{text} {match['noun']}" if match["noun"] else text

    return SLOT.sub(one, template)


def sentence(text: str) -> str:
    text = ARTICLE.sub(r"\1n ", text).replace("s's ", "s' ")
    return text[0].upper() + text[1:] + "."


def _name(value: str, rng: random.Random) -> str:
    """A pool entry is "Full Name|Alias"; the full name is the usual one."""
    names = value.split("|")
    return names[0] if rng.random() < 0.75 else names[-1]

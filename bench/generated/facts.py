"""A story: its kind, place, people and day, and facts that can be told in several wordings."""

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data" / "scale"
FIRST_DAY = date(2021, 1, 4)
DAYS = 1_500
AGES = (19, 88)
OTHER_DAY = 9  # days; within so many around the story its "12 May" lie
YEARS = (1900, 2030)
TOWNS = 9  # that may occur in a story, its own place the last of them
TIMES = 2  # that a fact of a story happens, where it does not say; each time it is another town
AFTERMATH_FACTS = 12  # of a story, beside those of its kind


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and what it tells: two sentences of one fact agree if their versions are the same, else conflict."""

    text: str
    fact: str
    version: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its wordings as it is, and as an article has it that is wrong."""

    name: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]

    def told(self, draw: random.Random, *, wrong: bool) -> Told:
        version = int(wrong and bool(self.wrong))
        return Told(draw.choice(self.wrong if version else self.right), self.name, version)


@dataclass(frozen=True, slots=True)
class Story:
    name: str
    day: date
    titles: tuple[str, ...]
    facts: tuple[Fact, ...]
    colour: tuple[Told, ...]  # what one article alone tells


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


WORDS: Mapping[str, Sequence[str]] = _read("words.toml")
KINDS = _read("stories.toml")
COLOUR: Sequence[str] = KINDS.pop("colour")["say"]
AFTERMATH: Sequence[Mapping[str, Any]] = _read("aftermath.toml")["fact"]


def place(draw: random.Random) -> str:
    return draw.choice(WORDS["first"]) + draw.choice(WORDS["last"])


def person(draw: random.Random) -> str:
    return f"{draw.choice(WORDS['given'])} {draw.choice(WORDS['surname'])}"


def firm(draw: random.Random) -> str:
    return f"{place(draw)} {draw.choice(WORDS['firm'])} {draw.choice(WORDS['legal'])}"


def spoken(day: date) -> str:
    return f"{day.day} {day:%B}"


def _number(within: Sequence[int], draw: random.Random) -> str:
    """A number as it is printed; a year has no comma."""
    number = draw.randint(*within)
    return str(number) if YEARS[0] <= within[0] < within[1] <= YEARS[1] else f"{number:,}"


def _slots(fact: Mapping[str, Any], town: str, day: date, draw: random.Random) -> dict[str, str]:
    """What is drawn anew for a fact."""
    return {
        "town": town,
        "person": person(draw),
        "firm": firm(draw),
        "body": f"the {town} {draw.choice(WORDS['body'])}",
        "day": spoken(day + timedelta(days=draw.randint(1, OTHER_DAY))),
        "n": _number(fact["n"], draw) if "n" in fact else "",
    }


def _other(fact: Mapping[str, Any], slots: dict[str, str], day: date, draw: random.Random) -> dict[str, str]:
    """The slots with a wrong value in the one that an article may get wrong."""
    changed = dict(slots)
    while changed == slots:
        if fact["change"] == "day":
            changed["day"] = spoken(day + timedelta(days=draw.randint(1, OTHER_DAY)))
        else:
            changed["n"] = _number(fact["n"], draw)
    return changed


def _sentence(pattern: str, slots: Mapping[str, str]) -> str:
    text = pattern.format_map(slots)
    return text[0].upper() + text[1:]


def _wordings(patterns: Sequence[str], slots: Mapping[str, str]) -> tuple[str, ...]:
    """The sentences; where a pattern has "[one|another]", each of the two."""
    choices = ([part.split("|") for part in re.split(r"[\[\]]", pattern)] for pattern in patterns)
    return tuple(_sentence("".join(parts), slots) for some in choices for parts in product(*some))


def _fact(name: str, fact: Mapping[str, Any], own: dict[str, str], day: date, draw: random.Random) -> Fact:
    match fact.get("change"):
        case None:
            wrong: tuple[str, ...] = ()
        case "deny":
            wrong = _wordings(fact["deny"], own)
        case _:
            wrong = _wordings(fact["say"], _other(fact, own, day, draw))
    return Fact(name, _wordings(fact["say"], own), wrong)


def _colour(number: int, draw: random.Random) -> Iterator[Told]:
    """Lines that say nothing of the story; two stories that have the same one do not tell one fact."""
    for say in COLOUR:
        slots = {key: draw.choice(WORDS[key]) for key in ("job", "kin", "shop")}
        slots |= {"person": person(draw), "town": place(draw), "firm": firm(draw), "they": draw.choice(("he", "she"))}
        slots |= {"n": str(draw.randint(2, 60)), "age": str(draw.randint(*AGES))}
        text = say.format_map(slots | {"body": f"the {place(draw)} {draw.choice(WORDS['body'])}"})
        yield Told(text, f"{number}: {text}", 0)


def make_story(number: int, seed: int) -> Story:
    """The story of that number; it does not depend on how many there are."""
    draw = random.Random(f"{seed} story {number}")  # noqa: S311 - no secret
    kind = sorted(KINDS)[number % len(KINDS)]
    made, day = KINDS[kind], FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    towns = list(dict.fromkeys(place(draw) for _ in range(TOWNS)))
    cast = {
        "place": towns[-1],
        "leader": person(draw),
        "maker": firm(draw),
        "office": f"the {towns[-1]} {draw.choice(WORDS['office'])}",
    }
    happened = [fact for fact in made["fact"] for _ in range(fact.get("times", TIMES))]
    happened += draw.sample(AFTERMATH, AFTERMATH_FACTS)
    facts = [
        _fact(f"{number}.{i}", fact, cast | _slots(fact, towns[i % (len(towns) - 1)], day, draw), day, draw)
        for i, fact in enumerate(happened)
    ]
    titles = tuple(_sentence(title, cast) for title in made["title"])
    return Story(f"{kind}-{number}", day, titles, tuple(facts), tuple(_colour(number, draw)))

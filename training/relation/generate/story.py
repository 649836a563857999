"""The event frames as they stand in frames/*.toml, and what a story's slots are filled with."""

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.relation.generate.numbers import SPANS, Amount
from training.relation.generate.slots import Value, draw_value, kind_of, slots

DATA = Path(__file__).parent / "frames"
POOLS = DATA / "_pools.toml"
Pools = Mapping[str, tuple[str, ...]]
SURE = ("will {}", "{be} to {}", "{be} going to {}")
LIKELY = ("{be} expected to {}", "{be} likely to {}", "{be} set to {}")
NEVER = ("will not {}", "{be} not going to {}", "{be} not to {}")
MAYBE = ("may have {}", "may possibly have {}", "may well have {}")


@dataclass(frozen=True)
class Frame:
    says: tuple[str, ...]
    denies: tuple[str, ...]  # all mean that it is not so, and no more
    opposes: tuple[str, ...]  # each of them says what cannot be if the frame holds: stronger than `denies`
    implied: tuple[str, ...]
    more: tuple[str, ...]  # what may be added to the end of each of `says`
    may: tuple[str, ...]
    sure: tuple[str, ...]
    likely: tuple[str, ...]
    never: tuple[str, ...]
    fixed: tuple[str, ...]  # slots that have one value for one event: another conflicts
    vary: tuple[str, ...]  # slots that say which event it is: another is another event
    swap: tuple[str, ...]
    mirror: tuple[str, ...]
    mutual: tuple[str, ...]
    day: str
    presumed: bool  # the other frames of the story take it as given, so it is not open beside them


@dataclass(frozen=True)
class Story:
    domain: str
    voices: tuple[str, ...]
    frames: tuple[Frame, ...]
    slots: tuple[str, ...]
    at_most: tuple[tuple[str, str], ...]
    tied: bool  # a denial of one frame bears on the others


def read_pools() -> Pools:
    return {name: tuple(entries) for name, entries in tomllib.loads(POOLS.read_text()).items()}


def read_stories() -> tuple[Story, ...]:
    files = sorted(path for path in DATA.glob("*.toml") if path != POOLS)
    return tuple(_story(entry) for path in files for entry in tomllib.loads(path.read_text())["story"])


def draw_values(story: Story, pools: Pools, rng: random.Random) -> dict[str, Value]:
    """Two slots of one kind never hold the same; parts are smaller than their wholes."""
    values: dict[str, Value] = {}
    for name in story.slots:
        taken = {value for other, value in values.items() if kind_of(other) == kind_of(name)}
        while name not in values or values[name] in taken:
            values[name] = draw_value(name, pools, rng)
    for part, whole in story.at_most:
        one, two = values[part], values[whole]
        assert isinstance(one, Amount) and isinstance(two, Amount)
        values[part], values[whole] = sorted((one, two), key=lambda amount: amount.size)
    return values


def _story(entry: dict[str, Any]) -> Story:
    frames = tuple(_frame(facet, entry) for facet in entry["facet"])
    names = {name for frame in frames for template in _templates(frame) for name in slots(template)}
    return Story(
        domain=entry["domain"],
        voices=tuple(entry["voices"]),
        frames=frames,
        slots=tuple(sorted(names)),
        at_most=tuple((part, whole) for part, whole in entry.get("at_most", [])),
        tied=entry.get("tied", False),
    )


def _templates(frame: Frame) -> tuple[str, ...]:
    return frame.says + frame.denies + frame.opposes + frame.implied


def _frame(facet: dict[str, Any], story: dict[str, Any]) -> Frame:
    made = _conjugate(facet) if "core" in facet else {}

    def written(key: str) -> tuple[str, ...]:
        return tuple(facet.get(key, ()))

    return Frame(
        says=written("says") + made.get("says", ()),
        denies=written("not") + made.get("not", ()),
        opposes=written("anti"),
        implied=written("implies") + made.get("implies", ()),
        more=written("more"),
        may=made.get("may", ()),
        sure=made.get("sure", ()) if facet.get("plan") else (),
        likely=made.get("likely", ()) if facet.get("plan") else (),
        never=made.get("never", ()) if facet.get("plannot") else (),
        fixed=tuple(facet.get("fixed", story.get("fixed", ()))),
        vary=tuple(facet.get("vary", story.get("vary", ()))),
        swap=written("swap"),
        mirror=written("mirror"),
        mutual=written("mutual"),
        day=facet.get("day", "none"),
        presumed=facet.get("presumed", False),
    )


def _conjugate(facet: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The plain sentence "subject | base past participle | rest [left out of a denial]" in its tenses and moods."""
    subject, verb, rest = (part.strip() for part in facet["core"].split("|"))
    base, past, participle = verb.split()
    whole = re.sub(r"[\[\]]", "", rest)
    bare = " ".join(re.sub(r"\[[^\]]*\]", " ", rest).split())
    be = "are" if facet.get("plural") else "is"

    def moods(forms: tuple[str, ...], verb_form: str, tail: str) -> tuple[str, ...]:
        return tuple(f"{subject} {form.replace('{be}', be).replace('{}', verb_form)} {tail}" for form in forms)

    dated = bool({kind_of(name) for name in slots(subject + whole)} & {"month", "year", "weekday", "quarter"})
    never = () if dated else (f"{subject} never {past} {bare}",)
    counted = any(kind_of(name) in SPANS for name in slots(subject + bare))
    return {
        "says": (f"{subject} {past} {whole}",),
        "not": () if counted else (f"{subject} did not {base} {bare}", *never),
        "implies": (f"{subject} {past} {bare}",) if bare != whole else (),
        "may": moods(MAYBE, participle, whole),
        "sure": moods(SURE, base, whole),
        "likely": moods(LIKELY, base, whole),
        "never": () if counted else moods(NEVER, base, bare),
    }

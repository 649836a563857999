"""Which of the package's own regular expressions take more than linear time on hostile text.

    python bench/regexes.py [N]

Every pattern that a module of `pipeline` holds is tried on strings made from its own parts: for each repeat in it, what
leads there and then what is repeated, N / 4 and N characters long (N is 4,000 unless given), with a sign behind that
nothing matches. Printed is the first string whose time grows more than 8 times where linear is 4, with the seconds at
N; one that takes more than LIMIT of them is given up, and printed too. A pattern that is only used with `match` or
`fullmatch` is not searched with. Seconds are the processor's, so that a busy machine changes little. The baseline is
linear time: no line at all. What a pattern that is not linear is kept for stands in SHORT: it only meets short texts.
"""

import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import inf
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]  # the parsed form has no public name
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pipeline

MANY = 40  # a repeat of at least so many may be pumped
SUPERLINEAR = 8.0
LEAST = 0.02  # seconds at N below which no growth can be told
LIMIT = 2.0  # seconds for one string
COMMON = (" ", "\n", "a", "A", "1", ".", "a ", "A ", "1 ", "a.", "-", "“", '"', "(", "<a ", "<", "&", "aA1")
SHORT = {  # characters at most, which its module sees to
    "pipeline.tag.acronyms._LONG_AT_END": 500,
    "pipeline.tag.owners._OWNER": 30,
    "pipeline.extract.html.refusals.phrases._QUOTED": 500,
    "pipeline.tag.pointing.holders._BODY": 60,
}
_SEARCHES = "search|finditer|findall|sub|subn|split"
_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: " ",
}  # fmt: skip


def held_by(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns in a module's value."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from held_by(inside)
    elif isinstance(value, (tuple, list)):
        for inside in value:
            yield from held_by(inside)


@cache
def _code(module: Path, name: str) -> str:
    """What may ask for it: its module where it is private, else the folder."""
    asking = [module] if name.startswith("_") else sorted(module.parent.glob("*.py"))
    return "".join(path.read_text(encoding="utf-8") for path in asking)


def patterns() -> dict[re.Pattern[Any], tuple[str, bool]]:
    """Every pattern of the package, with where it stands and whether it is searched with."""
    found: dict[re.Pattern[Any], tuple[str, bool]] = {}
    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if module.name == "pipeline.__main__":
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            for pattern in held_by(value):
                asked = _code(Path(loaded.__file__ or ""), name)
                only_matched = re.search(rf"\b{name}\.(full)?match\b", asked) and not re.search(
                    rf"\b{name}\.(?:{_SEARCHES})\b|\b{name}\b(?!\.|\s*=)", asked
                )
                found.setdefault(pattern, (f"{module.name}.{name}", not only_matched))
    return found


def _letter(items: list[tuple[Any, Any]]) -> str:
    """A character that a set holds."""
    if items[0][0] is sre.NEGATE:
        tests = _parser.parse("x")
        tests.data = [(sre.IN, items)]
        inside = [str(value) for kind, value in items if kind is sre.LITERAL]
        return next((c for c in "a 1.A\n-" if str(ord(c)) not in inside), "~")
    kind, value = items[0]
    return chr(value) if kind is sre.LITERAL else chr(value[0]) if kind is sre.RANGE else _CATEGORIES.get(value, "a")


def _sample(tree: Any) -> str:
    """A string that, near enough, the parsed pattern matches."""
    return "".join(_sampled(kind, value) for kind, value in tree)


def _sampled(kind: Any, value: Any) -> str:  # noqa: PLR0911 - a line a kind of part
    match kind:
        case sre.LITERAL:
            return chr(value)
        case sre.NOT_LITERAL:
            return "a" if value != ord("a") else "b"
        case sre.ANY:
            return "a"
        case sre.IN:
            return _letter(value)
        case sre.BRANCH:
            return _sample(value[1][0])
        case sre.SUBPATTERN:
            return _sample(value[3])
        case sre.ATOMIC_GROUP:
            return _sample(value)
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            return _sample(value[2]) * value[0]
    return ""


def _pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What leads to each long repeat of a parsed pattern, and what is repeated."""
    for kind, value in tree:
        if kind in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            if value[1] >= MANY:
                yield before, _sample(value[2])
                for branch_kind, branch in value[2]:
                    if branch_kind is sre.IN:
                        yield from ((before, _letter([item])) for item in branch if item[0] is not sre.NEGATE)
            yield from _pumps(value[2], before)
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, before)
        elif kind is sre.SUBPATTERN:
            yield from _pumps(value[3], before)
        elif kind is sre.ATOMIC_GROUP:
            yield from _pumps(value, before)
        before += _sampled(kind, value)


def attacks(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """Prefix and pump of every attack on a pattern."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    pumps = list(_pumps(_parser.parse(text, pattern.flags & ~re.UNICODE)))
    pairs = [(lead, one + other) for (lead, one), (_, other) in pairwise(pumps)]
    return list(dict.fromkeys((lead, pump) for lead, pump in [*pumps, *pairs, *(("", c) for c in COMMON)] if pump))


def attack_of(pattern: re.Pattern[Any], attack: tuple[str, str], size: int) -> Any:
    """The string, or bytes, of an attack, so many characters long."""
    lead, pump = attack
    text = lead + pump * (size // len(pump)) + "\x01"
    return text if isinstance(pattern.pattern, str) else text.encode("utf-8")


def seconds(pattern: re.Pattern[Any], text: Any, *, searched: bool) -> float:
    """The processor's seconds to match, and to search where it is `searched` with."""
    begun = time.process_time()
    pattern.match(text)
    pattern.fullmatch(text)
    if searched:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - begun


def _give_up(_signal: int, _frame: object) -> None:
    raise TimeoutError


def limited(pattern: re.Pattern[Any], text: Any, *, searched: bool) -> float:
    """The same, and infinity for what takes more than LIMIT: the engine looks up from its work now and then."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        return seconds(pattern, text, searched=searched)
    except TimeoutError:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@dataclass(frozen=True, slots=True)
class Slow:
    """An attack that a pattern takes more than linear time for."""

    seconds: float
    growth: float
    attack: tuple[str, str]


def first_slow(pattern: re.Pattern[Any], size: int, *, searched: bool) -> Slow | None:
    """The first attack on a pattern that works."""
    for attack in attacks(pattern):
        texts = [attack_of(pattern, attack, length) for length in (size // 4, size)]
        large = limited(pattern, texts[1], searched=searched)
        if large <= LEAST:
            continue
        # Twice, and the better one: what else the processor does is no growth.
        small = max(LEAST / 16, *(limited(pattern, texts[0], searched=searched) for _ in range(2)))
        if large > SUPERLINEAR * small:
            large = min(large, limited(pattern, texts[1], searched=searched))
        if large == inf or large > SUPERLINEAR * small:
            return Slow(large, large / small, attack)
    return None


def main() -> None:
    signal.signal(signal.SIGVTALRM, _give_up)
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    known = patterns()
    slow = 0
    for pattern, (name, searched) in known.items():
        if name not in SHORT and (found := first_slow(pattern, size, searched=searched)):
            slow += 1
            print(f"{found.seconds:8.2f} s  x{found.growth:5.1f}  {name}  {found.attack!r}", flush=True)
    print(f"{len(known)} patterns, {slow} of them more than linear at {size:,} characters; {time.process_time():.0f} s")


if __name__ == "__main__":
    main()

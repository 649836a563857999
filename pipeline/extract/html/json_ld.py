"""What a page says of itself in JSON-LD, as flat things that can be looked up."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pipeline.extract.html.stated import plain
from pipeline.extract.html.tree import Node, nodes, own_text

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | float | bool | None"
Thing: TypeAlias = "Mapping[str, Json]"

MOST_THINGS = 20_000  # a page has a few hundred

_WRAPPING = re.compile(r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)?\s*;?\s*$")


def _parsed(source: str) -> Json:
    try:
        found: Json = json.loads(_WRAPPING.sub("", source), strict=False)
    except (ValueError, RecursionError):  # a page is no worse for broken JSON-LD than for none
        return None
    return found


def _is_json_ld(node: Node) -> bool:
    return node.tag == "script" and node.get("type").strip().lower().startswith("application/ld+json")


def things(root: Node) -> tuple[Thing, ...]:
    """Every object in the JSON-LD of a page, those inside others too, in the order of the page."""
    waiting = [_parsed(own_text(node)) for node in nodes(root) if _is_json_ld(node)][::-1]
    found: list[Thing] = []
    while waiting and len(found) < MOST_THINGS:
        value = waiting.pop()
        if isinstance(value, Mapping):
            found.append(value)
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))
    return tuple(found)


def types_of(thing: Thing) -> tuple[str, ...]:
    """The names of a thing's types, without their namespace."""
    declared = thing.get("@type")
    return tuple(
        str(name).rpartition("/")[2] for name in (declared if isinstance(declared, list) else [declared]) if name
    )


def texts(value: Json) -> Iterator[str]:
    """The strings in a value or a list of values."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield plain(item)


def names(value: Json, known: Mapping[str, Thing]) -> Iterator[str]:
    """The names of persons or organisations: strings, objects, references to `known` ids, or a list of these."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield plain(item)
        elif isinstance(item, Mapping):
            reference = item.get("@id")
            thing = known.get(reference, item) if isinstance(reference, str) and "name" not in item else item
            yield from texts(thing.get("name"))


def by_id(found: tuple[Thing, ...]) -> dict[str, Thing]:
    """The things that others refer to, under their ids; of several with one id the one that says most."""
    known: dict[str, Thing] = {}
    for thing in found:
        reference = thing.get("@id")
        if isinstance(reference, str) and len(thing) > len(known.get(reference, {})):
            known[reference] = thing
    return known

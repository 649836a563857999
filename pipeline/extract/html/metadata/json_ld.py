"""What a page says of itself in JSON-LD, as flat things that can be looked up."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from pipeline.extract.html.metadata.stated import plain
from pipeline.extract.html.tree import Node, own_text

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | float | bool | None"
Thing: TypeAlias = "Mapping[str, Json]"

MOST_THINGS = 20_000  # a page has a few hundred


def _unwrapped(source: str) -> str:
    """What stands between the first bracket and the last, in comments or CDATA too."""
    bare = source.replace("<![CDATA[", "").replace("]]>", "")
    starts = [at for at in map(bare.find, "[{") if at >= 0]
    return bare[min(starts, default=0) : max(map(bare.rfind, "]}")) + 1]


def _parsed(source: str) -> Json:
    for text in (source, _unwrapped(source)):
        try:
            found: Json = json.loads(text, strict=False)
        except (ValueError, RecursionError):  # a page is no worse for broken JSON-LD than for none
            continue
        return found
    return None


def _is_json_ld(node: Node) -> bool:
    return node.tag == "script" and node.get("type").strip().lower().startswith("application/ld+json")


def things(page: Iterable[Node]) -> tuple[Thing, ...]:
    """Every object in the JSON-LD among the nodes of a page, those inside others too, in order."""
    waiting = [_parsed(own_text(node)) for node in page if _is_json_ld(node)][::-1]
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

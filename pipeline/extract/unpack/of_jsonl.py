"""JSONL: an article a line, each a JSON object."""

import json
from collections.abc import Iterator

from pipeline.errors import Reject
from pipeline.extract.decoding import decode
from pipeline.extract.unpack import Container, Packed, Part
from pipeline.extract.unpack.rows import column_name, row_part

_HINT = "Each line has to be one whole JSON object, such as a feed reader or a data set writes."


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, whose names tell its values apart: of two under one name, JSON would forget the first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands in an object twice")
    return found


def _object(line: str) -> dict[str, object] | str:
    """The object in a line, or what is wrong with it."""
    try:
        found = json.loads(line, object_pairs_hook=_each_once)
    except RecursionError:
        return "It is nested too deep."
    except ValueError as error:  # JSONDecodeError is one; a number of a million digits raises the plain one
        return f"It is not JSON: {error}."
    if not isinstance(found, dict):
        return "It is no JSON object."
    row = {column_name(name): value for name, value in found.items()}
    return row if len(row) == len(found) else "It has two names that differ in case alone."


def _recognises(head: bytes) -> bool:
    line, newline, rest = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not line.startswith(b"{") or (newline and rest.strip() and not rest.lstrip().startswith(b"{")):
        return False
    return isinstance(_object(line.decode("utf-8", "replace")), dict)


def _parts(packed: Packed) -> Iterator[Part]:
    text, _ = decode(packed.content)
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        found = _object(line)
        if isinstance(found, str):
            yield Part(line.encode(), refusal=Reject("not_json", f"Line {number:,}: {found}", _HINT))
        else:
            yield row_part(found, packed.columns)


CONTAINER = Container((".jsonl", ".ndjson"), _recognises, _parts)

"""Files that hold an article in something else, or several: mails, saved pages, tables, web archives, books.

One file a container. Each holds one `CONTAINER`; they are found by name, so that a new one is a new `of_*.py`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pipeline.errors import Reject
from pipeline.records import NO_ENVELOPE, Envelope
from pipeline.settings import Columns


@dataclass(frozen=True, slots=True)
class Packed:
    """A container's bytes, and what its user calls the columns of tables."""

    content: bytes
    columns: Columns


@dataclass(frozen=True, slots=True)
class Part:
    """One record of a container. `refusal` says why it is no article, if it is none."""

    content: bytes
    key: str | None = ""  # its own name or address; None for the article that the file as a whole is
    envelope: Envelope = NO_ENVELOPE
    refusal: Reject | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """How one kind of container is recognised and taken apart."""

    suffixes: tuple[str, ...]  # lower case, with the dot
    recognises: Callable[[bytes], bool]  # from the first bytes of the content, whatever the name says
    parts: Callable[[Packed], Iterator[Part]]  # raises `Reject` where any of it would be lost


@cache
def containers() -> tuple[Container, ...]:
    """Every container there is, in the order of their module names; what one recognises, no other does."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name.startswith("of_"))
    return tuple(import_module(f"{__name__}.{name}").CONTAINER for name in names)

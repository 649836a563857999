"""Stage 1, extract: the bytes of one input become a text that never changes again, and the blocks in it.

One file a format. Each holds one `EXTRACTOR`; they are found by name, so that a new format is a new `from_*.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pipeline.records import Article, Document

# Bytes in which a format of text shows itself; a page that hides its first tag behind more is not a page.
SNIFFED = 4096


@dataclass(frozen=True, slots=True)
class Extractor:
    """How one format is recognised and read."""

    format: str
    suffixes: tuple[str, ...]  # lower case, with the dot
    recognises: Callable[[bytes], bool]  # from the content, whatever the name says
    extract: Callable[[Document], Article]
    fast: Callable[[Document], Article] | None = None  # a quicker and less careful way, where there is one


@cache
def extractors() -> tuple[Extractor, ...]:
    """Every format there is, in the order of their module names."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name.startswith("from_"))
    return tuple(import_module(f"{__name__}.{name}").EXTRACTOR for name in names)

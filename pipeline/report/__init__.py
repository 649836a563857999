"""Stage 5, report: what was found becomes files.

One file an output. Each holds one `WRITER`; they are found by name, so that a new output is a new `as_*.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from pipeline.records import Result
from pipeline.report.dictionary import data_dictionary
from pipeline.settings import Settings

__all__ = ["Writer", "data_dictionary", "render", "writers"]


def _always(_: Settings) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Writer:
    """How one output is made: relative paths and their bytes, the same bytes for the same result.

    A large file comes in pieces, one after the other, each with its path, so that nobody has to hold all of it.
    `write` is also given the folder of the output before, or None; only a writer that compares the two looks at it.
    `wanted` says whether the settings ask for this output; most are always made.
    """

    name: str
    write: Callable[[Result, Path | None], Iterable[tuple[str, bytes]]]
    wanted: Callable[[Settings], bool] = _always


@cache
def writers() -> tuple[Writer, ...]:
    """Every output there is, in the order of their module names."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name.startswith("as_"))
    return tuple(import_module(f"{__name__}.{name}").WRITER for name in names)


def render(result: Result, previous: Path | None, settings: Settings | None = None) -> Iterator[tuple[str, bytes]]:
    """All files of an output but `run.json`, by relative path, in pieces. `previous` is the folder of the one before.

    Raises `ValueError` where two writers write one file.
    """
    writing: dict[str, str] = {}
    for writer in writers():
        if writer.wanted(settings or Settings()):
            for path, piece in writer.write(result, previous):
                if writing.setdefault(path, writer.name) != writer.name:
                    message = f"{path} is written twice, the second time by {writer.name}"
                    raise ValueError(message)
                yield path, piece

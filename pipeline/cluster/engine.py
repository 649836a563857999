"""What runs the tasks of a job. A new engine is one more file, and its name here."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Protocol, TypeVar

from pipeline.errors import Stop
from pipeline.settings import Settings

Out = TypeVar("Out")

ENGINES = {"dask": "pipeline.cluster.with_dask"}  # name -> the module with its `ENGINE`


class Engine(Protocol):
    """Where tasks run. One that is lost with its process or machine is run again; what a task raises ends the run."""

    def each(self, work: Callable[[int], Out], parts: Sequence[int]) -> Iterator[Out]:
        """`work(part)` for each part, in any order; every process can import what `work` is made of."""
        ...


Opener = Callable[[str, Settings], AbstractContextManager[Engine]]  # from the address of its scheduler, or ""


def engine_named(name: str) -> Opener:
    """How the engine is opened. Raises `Stop` if there is no such engine, or it is not installed."""
    if name not in ENGINES:
        raise Stop(f"There is no engine {name!r}.", f"The engines are {', '.join(ENGINES)}.")
    try:
        opener: Opener = import_module(ENGINES[name]).ENGINE
    except ModuleNotFoundError as error:
        hint = "Install it with `pip install '.[cluster]'`, on every machine of the cluster."
        raise Stop(f"The engine {name!r} needs the package {error.name!r}, which is not installed.", hint) from error
    return opener

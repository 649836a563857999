"""How a run tells what it is doing: a bar for each stage on a terminal, plain lines elsewhere."""

from typing import Protocol

from rich import progress as rich_progress
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn


class Progress(Protocol):
    """Who is told how far a stage is."""

    def begin(self, stage: str, total: int) -> None: ...
    def advance(self, stage: str, count: int = 1) -> None: ...
    def end(self, stage: str) -> None: ...


class Silent:
    """Tells nobody."""

    def begin(self, stage: str, total: int) -> None:
        """Do nothing."""

    def advance(self, stage: str, count: int = 1) -> None:
        """Do nothing."""

    def end(self, stage: str) -> None:
        """Do nothing."""


class Bars:
    """A bar a stage, with what is done, what there is, and the time left."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description:>8}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = rich_progress.Progress(*columns, console=console, transient=True)
        self._tasks: dict[str, TaskID] = {}

    def begin(self, stage: str, total: int) -> None:
        """A stage with `total` records to work on; none needs no bar."""
        if total:
            self._progress.start()
            self._tasks[stage] = self._progress.add_task(stage, total=total)

    def advance(self, stage: str, count: int = 1) -> None:
        """`count` more records are done."""
        self._progress.advance(self._tasks[stage], count)

    def end(self, stage: str) -> None:
        """The stage is done."""
        if stage in self._tasks:
            self._progress.remove_task(self._tasks.pop(stage))
            self._progress.stop()


class Lines:
    """A line when a stage begins: for logs and pipes."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def begin(self, stage: str, total: int) -> None:
        """A stage with `total` records to work on; none is not worth a line."""
        if total:
            self._console.print(f"{stage}: {total} to do")

    def advance(self, stage: str, count: int = 1) -> None:
        """Say nothing: a line a record would be noise."""

    def end(self, stage: str) -> None:
        """Say nothing: the next line tells."""

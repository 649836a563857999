"""How a run tells what it is doing: a bar for each stage on a terminal, plain lines elsewhere."""

from collections.abc import Callable
from time import monotonic
from typing import Protocol

from rich import progress as rich_progress
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

EVERY = 30.0  # seconds between two lines of one piece of work; most take less and have none


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


def rate(done: int, seconds: float) -> str:
    """How fast it goes, as far as it is known.

    >>> rate(30, 2), rate(3, 40), rate(0, 5)
    ('15 a second', '4.5 a minute', '')
    """
    if not done or seconds <= 0:
        return ""
    per_second = done / seconds
    return f"{per_second:.3g} a second" if per_second >= 1 else f"{60 * per_second:.2g} a minute"


class _Rate(ProgressColumn):
    """How fast the last records were done."""

    def render(self, task: Task) -> Text:
        """The words for it."""
        return Text(rate(1, 1 / task.speed) if task.speed else "")


class Bars:
    """A bar for each piece of a stage's work, with what is done, what there is, how fast it goes and the time left."""

    def __init__(self, console: Console) -> None:
        count, left = MofNCompleteColumn(), TimeRemainingColumn()
        columns = (TextColumn("{task.description:>8}"), BarColumn(), count, _Rate(), left)
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
    """A line when a piece of a stage's work begins, and one now and then where it takes long: for logs and pipes."""

    def __init__(self, console: Console, clock: Callable[[], float] = monotonic) -> None:
        self._console = console
        self._clock = clock
        self._done = self._total = 0
        self._begun = self._told = 0.0

    def begin(self, stage: str, total: int) -> None:
        """A stage with `total` records to work on; none is not worth a line."""
        self._done, self._total = 0, total
        self._begun = self._told = self._clock()
        if total:
            self._console.print(f"{stage}: {total} to do")

    def advance(self, stage: str, count: int = 1) -> None:
        """Say how far it is, if nothing was said for long."""
        self._done += count
        now = self._clock()
        if now - self._told >= EVERY and self._done < self._total:
            self._told = now
            spent = now - self._begun
            left = spent * (self._total - self._done) / self._done
            self._console.print(
                f"{stage}: {self._done} of {self._total} done, {rate(self._done, spent)}, {in_words(left)} left"
            )

    def end(self, stage: str) -> None:
        """Say nothing: the next line tells."""


_UNITS = ((5400, 3600, "hours"), (90, 60, "minutes"), (0, 1, "seconds"))  # from so many seconds on, of so many each


def in_words(seconds: float) -> str:
    """About how long that is.

    >>> in_words(40), in_words(100), in_words(7000)
    ('40 seconds', '2 minutes', '2 hours')
    """
    of, unit = next((of, unit) for least, of, unit in _UNITS if seconds >= least)
    return f"{seconds / of:.0f} {unit}"

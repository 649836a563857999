"""What a log is told of a run: a line a piece of work, and one now and then with how fast it goes."""

from collections.abc import Iterator
from io import StringIO

import pytest
from rich.console import Console

from pipeline.progress import EVERY, Bars, Lines


def told(times: Iterator[float], total: int) -> list[str]:
    """The lines of one piece of work that is looked at at those times."""
    page = StringIO()
    lines = Lines(Console(file=page, soft_wrap=True), lambda: next(times))
    lines.begin("tag", total)
    for _ in range(total):
        lines.advance("tag")
    lines.end("tag")
    return page.getvalue().splitlines()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.1, []),
        (EVERY / 4, ["tag: 4 of 6 done, 8 a minute, 15 seconds left"]),
        (EVERY / 2, ["tag: 2 of 6 done, 4 a minute, 60 seconds left", "tag: 4 of 6 done, 4 a minute, 30 seconds left"]),
    ],
)
def test_what_takes_long_is_told_of(seconds: float, said: list[str]) -> None:
    """A record each so many seconds."""
    assert told((seconds * i for i in range(7)), 6) == ["tag: 6 to do", *said]


def test_nothing_to_do_is_not_told() -> None:
    assert told(iter([0.0]), 0) == []


def test_a_bar_says_how_much_there_is() -> None:
    page = StringIO()
    bars = Bars(Console(file=page, force_terminal=True, width=120))
    bars.begin("tag", 3)
    bars.end("tag")
    assert "tag" in page.getvalue()
    assert "0/3" in page.getvalue()

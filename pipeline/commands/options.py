"""What several commands share: their options, where they print, and the place where work is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.errors import Stop
from pipeline.flow import STAGES, State, through
from pipeline.inputs import read_inputs
from pipeline.progress import Bars, Lines, Silent
from pipeline.settings import Settings, load_settings
from pipeline.store import Store
from pipeline.workers import Runner

STORE = Path(".tellings")
STAGE_NAMES = tuple(stage.name for stage in STAGES)

# No guesses at what to colour, and no breaks in lines that may be piped.
out, err = Console(soft_wrap=True, highlight=False), Console(stderr=True, soft_wrap=True, highlight=False)


def known_stage(name: str) -> str:
    """The name of a stage as it is. Raises `Stop` if there is no such stage."""
    if name not in STAGE_NAMES:
        raise Stop(f"There is no stage {name!r}.", f"The stages are {', '.join(STAGE_NAMES)}.")
    return name


def _stages(incomplete: str) -> list[tuple[str, str]]:
    return [(stage.name, stage.purpose) for stage in STAGES if stage.name.startswith(incomplete)]


Raw = Annotated[Path, typer.Option("--raw", help="The folder of articles.", show_default=True)]
Output = Annotated[Path, typer.Option("--output", help="The folder to write; it is replaced in one step.")]
Config = Annotated[
    Path | None, typer.Option("--config", help="A settings file.  [default: pipeline.toml, if there is one]")
]
Cache = Annotated[Path, typer.Option("--cache", help="Where finished work is kept; safe to delete.")]
Workers = Annotated[int | None, typer.Option("--workers", min=0, help="Processes; 0 is one a core.")]
StageName = Annotated[str, typer.Option("--stage", help=f"One of {', '.join(STAGE_NAMES)}.", autocompletion=_stages)]
Until = Annotated[
    str,
    typer.Option("--until", help="Stop after this stage; only `report` writes the output.", autocompletion=_stages),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object, and nothing else.")]


@contextmanager
def at_work(settings: Settings, cache: Path, *, quiet: bool = False) -> Iterator[Runner]:
    """Where a command's work is done, with the store open; progress goes to stderr."""
    progress = Silent() if quiet else Bars(err) if err.is_terminal else Lines(err)
    with Store(cache) as store, Runner(settings, store, progress) as runner:
        yield runner


def state_after(stage: str, raw: Path, config: Path | None, cache: Path) -> State:
    """What is known of the articles in `raw` after a stage."""
    settings = load_settings(config)
    with at_work(settings, cache) as runner:
        return through(read_inputs(raw, settings.max_input_bytes), runner, stage)[0]

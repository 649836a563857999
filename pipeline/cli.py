"""What people type: `tellings run`, `tellings show`, `tellings explain`."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline import __version__
from pipeline.compare.comparison import pair_in
from pipeline.errors import Exit, Stop
from pipeline.flow import STAGES, State, through
from pipeline.inputs import read_inputs
from pipeline.progress import Bars, Lines
from pipeline.refused import heard
from pipeline.run import Outcome, counts_of, run
from pipeline.settings import Settings, load_settings
from pipeline.show import explain_pair, print_article, print_summary
from pipeline.store import Store
from pipeline.workers import Runner

STORE = Path(".tellings")

app = typer.Typer(
    no_args_is_help=True,
    help="Read articles about the same story; show what they agree on, where they differ, and what only one says.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
# No guesses at what to colour, and no breaks in lines that may be piped.
out, err = Console(soft_wrap=True, highlight=False), Console(stderr=True, soft_wrap=True, highlight=False)

Raw = Annotated[Path, typer.Option("--raw", help="The folder of articles.", show_default=True)]
Output = Annotated[Path, typer.Option("--output", help="The folder to write; it is replaced in one step.")]
Config = Annotated[
    Path | None, typer.Option("--config", help="A settings file.  [default: pipeline.toml, if there is one]")
]
Cache = Annotated[Path, typer.Option("--cache", help="Where finished work is kept; safe to delete.")]
Workers = Annotated[int | None, typer.Option("--workers", min=0, help="Processes; 0 is one a core.")]
StageName = Annotated[str, typer.Option("--stage", help=f"One of {', '.join(stage.name for stage in STAGES)}.")]


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        out.print(f"tellings {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[  # noqa: FBT002 - an option
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@contextmanager
def _runner(settings: Settings, cache: Path) -> Iterator[Runner]:
    progress = Bars(err) if err.is_terminal else Lines(err)
    with Store(cache) as store:
        yield Runner(settings, store, progress)


def _known_stage(name: str) -> str:
    if name not in {stage.name for stage in STAGES}:
        raise Stop(f"There is no stage {name!r}.", f"The stages are {', '.join(stage.name for stage in STAGES)}.")
    return name


def _state(raw: Path, config: Path | None, cache: Path, until: str) -> State:
    settings = load_settings(config)
    with _runner(settings, cache) as runner:
        return through(read_inputs(raw, settings.max_input_bytes), runner, until)[0]


@app.command("run")
def run_command(
    raw: Raw = Path("raw"),
    output: Output = Path("output"),
    config: Config = None,
    cache: Cache = STORE,
    workers: Workers = None,
    max_rejects: Annotated[
        int | None, typer.Option("--max-rejects", help="End with code 3 if more inputs are rejected; -1 is no limit.")
    ] = None,
    until: Annotated[
        str, typer.Option("--until", help="Stop after this stage; only `report` writes the output.")
    ] = "report",
) -> None:
    """Compare the articles in a folder and write the tables.

    Exit codes: 0 done, 1 a bug, 2 usage, 3 more rejects than --max-rejects, 4 no usable input, 5 another run holds the
    lock, 130 and 143 stopped.
    """
    settings = load_settings(config, workers=workers, max_rejects=max_rejects)
    with _runner(settings, cache) as runner:
        if _known_stage(until) != "report":
            state, _ = through(read_inputs(raw, settings.max_input_bytes), runner, until)
            outcome = Outcome(state, counts_of(state))
        else:
            outcome = run(raw, output, runner)
    print_summary(out, outcome, output, until)
    if 0 <= settings.max_rejects < outcome.counts["rejects"]:
        raise Stop(
            f"{outcome.counts['rejects']} inputs were rejected; at most {settings.max_rejects} may be.",
            f"See {output / 'rejects.csv'}.",
            Exit.TOO_MANY_REJECTS,
        )


@app.command()
def show(
    article: Annotated[str, typer.Argument(help="An article's id, or its path inside the folder.")],
    stage: StageName = "clean",
    raw: Raw = Path("raw"),
    config: Config = None,
    cache: Cache = STORE,
) -> None:
    """Print an article as a stage leaves it: its blocks, what was dropped and why, its names and claims."""
    print_article(out, _state(raw, config, cache, _known_stage(stage)), article, stage)


@app.command()
def explain(
    claim_a: Annotated[str, typer.Argument(help="A claim_id of claims.csv.")],
    claim_b: Annotated[str, typer.Argument(help="Another.")],
    raw: Raw = Path("raw"),
    config: Config = None,
    cache: Cache = STORE,
) -> None:
    """Print what two claims are to each other, and what the verdict rests on - also where they are unrelated."""
    settings = load_settings(config)
    with _runner(settings, cache) as runner:
        state, _ = through(read_inputs(raw, settings.max_input_bytes), runner, "compare")
        explain_pair(out, state.comparison, claim_a, claim_b, partial(pair_in, runner=runner))


def main() -> None:
    """The command `tellings`: turns what went wrong into a message and an exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    try:
        with heard():
            app()
    except Stop as stop:
        err.print(
            f"[bold]{stop.what}[/bold]\n{stop.hint}" if err.is_terminal else str(stop),
            highlight=False,
            markup=err.is_terminal,
        )
        raise SystemExit(int(stop.exit_code)) from None

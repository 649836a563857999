"""What people type: `tellings run`, `tellings show` and the rest of `COMMANDS`."""

import logging
import sys
from typing import Annotated

import typer
from rich.text import Text

from pipeline import __version__
from pipeline.commands.add import add
from pipeline.commands.cache import cache
from pipeline.commands.diff import diff
from pipeline.commands.entities import entities
from pipeline.commands.explain import explain
from pipeline.commands.options import err, out
from pipeline.commands.printed import abridged, visible
from pipeline.commands.run import run
from pipeline.commands.settings import settings
from pipeline.commands.show import show
from pipeline.errors import Stop
from pipeline.store.refused import heard

COMMANDS = (run, add, diff, show, explain, entities, cache, settings)  # in the order of `tellings --help`

app = typer.Typer(
    no_args_is_help=True,
    help="Read articles about the same story; show what they agree on, where they differ, and what only one says.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)


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


def main() -> None:
    """The command `tellings`: turns what went wrong into a message and an exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    try:
        with heard():
            app()
    except Stop as stop:
        what, hint = (visible(abridged(said)) for said in (stop.what, stop.hint))
        err.print(Text.assemble((what, "bold"), "\n" if err.is_terminal else " ", hint))
        raise SystemExit(int(stop.exit_code)) from None

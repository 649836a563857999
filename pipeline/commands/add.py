"""`tellings add`: take files into the folder of articles."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import Config, Raw, err, out
from pipeline.commands.printed import escape, plural
from pipeline.errors import Exit, Stop
from pipeline.inputs.adding import Added
from pipeline.inputs.adding import add as add_files
from pipeline.records import SourceNote
from pipeline.settings import load_settings


def add(
    files: Annotated[list[Path], typer.Argument(help="Articles on this computer; nothing is fetched.")],
    *,
    raw: Raw = Path("raw"),
    origin: Annotated[str, typer.Option("--origin", help="Who first published the text.")] = "",
    publisher: Annotated[str, typer.Option("--publisher", help="The site or paper that it comes from.")] = "",
    published: Annotated[str, typer.Option("--published", help="When, as 2021-02-03, 2021-02 or 2021.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where it was found; one file at a time.")] = "",
    config: Config = None,
) -> None:
    """Copy files into the folder of articles, each with a row in its sources.csv. Nothing is overwritten.

    Exit codes: 0 all are there, 2 usage, 3 some were refused.
    """
    about = SourceNote("", origin.strip(), publisher.strip(), published.strip(), url.strip())
    results = add_files(files, raw, about, load_settings(config).max_input_bytes)
    for result in results:
        _tell(result, raw)
    refused = sum(1 for result in results if result.refusal)
    if refused:
        told = f"{refused} of {plural(len(results), 'file')} not added."
        raise Stop(told, "The reasons are above.", Exit.TOO_MANY_REJECTS)
    out.print("`tellings run` compares what is there.")


def _tell(result: Added, raw: Path) -> None:
    if result.refusal:
        err.print(f"{escape(result.given)}: {escape(result.refusal.message)} {escape(result.refusal.hint)}")
    else:
        out.print(f"{escape(result.given)} is now {escape(str(raw / result.path))}.")

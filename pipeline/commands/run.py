"""`tellings run`: compare the articles in a folder and write the tables."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from pipeline import __version__
from pipeline.commands.engines import PARTS, Asked, EngineName, Gather, Inputs, Parts, Scheduler
from pipeline.commands.options import (
    STORE,
    AsJson,
    Cache,
    Config,
    Output,
    Raw,
    Until,
    Workers,
    at_work,
    known_stage,
    out,
)
from pipeline.commands.planned import print_plan
from pipeline.commands.printed import print_json
from pipeline.commands.summed_up import print_summary
from pipeline.errors import Exit, Stop
from pipeline.flow import through
from pipeline.inputs import read_inputs
from pipeline.plan import plan
from pipeline.run import Outcome
from pipeline.run import run as run_all
from pipeline.settings import load_settings
from pipeline.summary import Summary, summary_of

MaxRejects = Annotated[
    int | None, typer.Option("--max-rejects", help="End with code 3 if more inputs are rejected; -1 is no limit.")
]
Xlsx = Annotated[bool | None, typer.Option("--xlsx/--no-xlsx", help="Write tellings.xlsx too: a sheet a table.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be read; write nothing.")]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="End with code 3 if an input is rejected, an article cannot be read well, "
        "or sources.csv names what is not there. The output is written all the same.",
    ),
]


def run(  # noqa: PLR0913 - each is an option
    *,
    raw: Raw = Path("raw"),
    output: Output = Path("output"),
    config: Config = None,
    cache: Cache = STORE,
    workers: Workers = None,
    max_rejects: MaxRejects = None,
    until: Until = "report",
    xlsx: Xlsx = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
    dry_run: DryRun = False,
    strict: Strict = False,
    engine: EngineName = "",
    scheduler: Scheduler = "",
    addresses: Inputs = None,
    parts: Parts = str(PARTS),
    gather: Gather = "",
) -> None:
    """Compare the articles in a folder and write the tables.

    Exit codes: 0 done, 1 a bug, 2 usage, 3 more rejects than --max-rejects or a flaw under --strict, 4 no usable
    input, 5 another run holds the lock, 130 and 143 stopped.
    """
    settings = load_settings(config, workers=workers, max_rejects=max_rejects, xlsx=xlsx)
    known_stage(until)
    asked = Asked(engine, scheduler, tuple(addresses or ()), parts, gather)
    asked.check(whole=until == "report" and not dry_run)
    if dry_run:
        planned = plan(raw, output, cache, settings)
        print_json(planned) if as_json else print_plan(out, planned, output)
        return
    with at_work(settings, cache, quiet=quiet) as runner:
        if engine:
            outcome = asked.run(raw, output, cache, runner)
        elif until == "report":
            outcome = run_all(raw, output, runner)
        else:
            state, _ = through(read_inputs(raw, settings.max_input_bytes), runner, until)
            outcome = Outcome(summary_of(state), changed=True)
    if as_json:
        print_json({"tellings": __version__, "changed": outcome.changed} | asdict(outcome.summary))
    elif not quiet:
        # What is not gathered has no page to open.
        print_summary(out, outcome, output, "compare" if engine and not gather else until)
        if outcome.tables:
            out.print(f"The tables in parts: {outcome.tables}", markup=False)
    _check(outcome.summary, output, settings.max_rejects, strict=strict)


def _check(summary: Summary, output: Path, max_rejects: int, *, strict: bool) -> None:
    rejects = summary.counts["rejects"]
    if 0 <= max_rejects < rejects:
        raise Stop(
            f"{rejects} inputs were rejected; at most {max_rejects} may be.",
            f"See {output / 'rejects.csv'}.",
            Exit.TOO_MANY_REJECTS,
        )
    if strict and (flaws := _flaws(summary)):
        raise Stop(
            f"Under --strict this is too much: {', '.join(flaws)}.",
            "See rejects.csv, the warnings in articles.csv, and sources.csv; or run without --strict.",
            Exit.TOO_MANY_REJECTS,
        )


def _flaws(summary: Summary) -> list[str]:
    """What keeps a run from being flawless, counted: what `--strict` ends with code 3 for."""
    counted = (
        (len(summary.rejects), "rejected input"),
        (len(summary.warnings), "article with warnings"),
        (len(summary.unmatched), "path in sources.csv without a file"),
    )
    return [f"{count:,} {noun}" for count, noun in counted if count]

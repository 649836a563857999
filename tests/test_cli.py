"""The commands as people type them, with their exit codes."""

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from pipeline.cli import COMMANDS, main

PROJECT = Path(__file__).parents[1]
GOLDEN = PROJECT / "tests" / "golden" / "raw"


@pytest.fixture(scope="module")
def folder(golden_run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with a space in its name and a finished run."""
    return Path(shutil.copytree(golden_run, tmp_path_factory.mktemp("another") / "a place"))


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def _tellings(folder: Path, *words: str) -> Done:
    """The command in this process, which has the models in memory already."""
    out, err, code = StringIO(), StringIO(), 0
    handler, argv = signal.getsignal(signal.SIGTERM), sys.argv
    sys.argv = ["tellings", *words]
    try:
        with chdir(folder), redirect_stdout(out), redirect_stderr(err):
            main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    finally:
        sys.argv = argv
        signal.signal(signal.SIGTERM, handler)
    return Done(code, out.getvalue(), err.getvalue())


def test_it_is_a_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "run", "--raw", "nowhere"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == "There is no folder nowhere. Make it, and put articles into it.\n"


def test_a_name_does_not_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a\x1b]0;b\x07\x1b[2J.txt").touch()
    done = _tellings(tmp_path, "run")
    assert done.returncode == 4
    assert r"a\x1b]0;b\x07\x1b[2J.txt" in "".join(done.stderr.split())
    assert "\x1b" not in done.stdout + done.stderr


def test_a_run_says_what_came_out(folder: Path) -> None:
    (folder / "output" / "claims.csv").unlink()
    done = _tellings(folder, "run", "--raw", str(GOLDEN))
    assert "4 inputs: 3 articles, 1 rejected." in done.stdout
    assert "photo.txt: binary" in done.stdout
    assert "Disputed" in done.stdout
    assert "Open output/report.html" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_a_row_of_sources_without_a_file_is_told(folder: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "one.txt").write_text(
        "The bridge over the Tarn was closed by the council in March 2024.\n", encoding="utf-8"
    )
    (raw / "sources.csv").write_text("path,publisher\ntwo.txt,Radio North\n", encoding="utf-8")
    told = _tellings(folder, "run", "--raw", str(raw), "--output", str(tmp_path / "out"), "--until", "extract").stdout
    assert "sources.csv names two.txt, which is not there" in told


def test_entities_are_listed(folder: Path) -> None:
    done = _tellings(folder, "entities", "--raw", str(GOLDEN), "--json")
    assert done.returncode == 0
    assert set(json.loads(done.stdout)) == {"entities", "doubtful_merges", "near_misses", "unused_judgements"}


def test_a_run_with_nothing_new_says_so(folder: Path) -> None:
    assert "Nothing has changed" in _tellings(folder, "run", "--raw", str(GOLDEN)).stdout


def test_explain_tells_what_only_a_third_article_settles(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for name, text in [
        ("a", "The museum of Vellin opens on Monday."),
        ("b", "The museum of Vellin is to stay shut until the autumn."),
        ("c", "The museum of Vellin will stay closed until autumn."),
    ]:
        (tmp_path / "raw" / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    _tellings(tmp_path, "run")
    pairs = pd.read_csv(tmp_path / "output" / "claim_pairs.csv", keep_default_na=False)
    pair = pairs[pairs.explanation.str.contains("Another voice")].iloc[0]
    told = " ".join(_tellings(tmp_path, "explain", pair.claim_a, pair.claim_b).stdout.split())
    assert "conflict, confidence 0.7" in told
    assert "By these two alone: unrelated, for want of certainty." in told


@pytest.mark.parametrize("stage", ["extract", "clean", "tag", "compare"])
def test_until_a_stage_writes_nothing(folder: Path, stage: str) -> None:
    done = _tellings(folder, "run", "--raw", str(GOLDEN), "--output", "elsewhere", "--until", stage)
    assert (done.returncode, (folder / "elsewhere").exists()) == (0, False)
    assert "4 inputs: 3 articles, 1 rejected." in done.stdout


def test_show_prints_blocks_and_drops(folder: Path) -> None:
    shown = _tellings(folder, "show", "flood-gazette.txt", "--stage", "clean", "--raw", str(GOLDEN)).stdout
    assert "list_item  Two bridges were closed." in shown
    assert "- related  Read more content  (It leads to other articles.)" in shown


def test_explain_prints_the_verdict(folder: Path) -> None:
    pairs = pd.read_csv(folder / "output" / "claim_pairs.csv", keep_default_na=False)
    pair = pairs[pairs.relation == "conflict"].iloc[0]
    told = _tellings(folder, "explain", pair.claim_b, pair.claim_a, "--raw", str(GOLDEN)).stdout
    assert "conflict, confidence" in told
    assert pair.explanation.split(":")[0] in told.replace("\n", " ")
    claims = pd.read_csv(folder / "output" / "claims.csv", keep_default_na=False)
    related = {frozenset(p) for p in zip(pairs.claim_a, pairs.claim_b, strict=True)}
    a = claims[claims.article_id == "flood-gazette-txt"].claim_id
    b = claims[claims.article_id == "flood-notes-md"].claim_id
    x, y = next((x, y) for x in a for y in b if frozenset((x, y)) not in related)
    assert "unrelated" in _tellings(folder, "explain", x, y, "--raw", str(GOLDEN)).stdout


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["run", "--raw", "nowhere"], 4, "There is no folder nowhere"),
        (["run", "--raw", "[bold]nowhere"], 4, "There is no folder [bold]nowhere"),
        (["run", "--until", "nothing"], 2, "There is no stage 'nothing'"),
        (["run", "--no-such-option"], 2, "No such option"),
        (["run", "--raw", str(GOLDEN), "--max-rejects", "0"], 3, "1 inputs were rejected"),
        (["show", "nobody.txt", "--raw", str(GOLDEN)], 2, "There is no article 'nobody.txt'"),
        (["explain", "c1", "c2", "--raw", str(GOLDEN)], 2, "There is no claim 'c1'"),
        (["run", "--config", "missing.toml"], 2, "missing.toml cannot be read"),
    ],
)
def test_what_went_wrong(folder: Path, words: list[str], code: int, told: str) -> None:
    done = _tellings(folder, *words)
    assert done.returncode == code
    assert told in " ".join(done.stderr.split()).replace("│ ", "")
    assert "Traceback" not in done.stderr


def test_help_and_version(folder: Path) -> None:
    helped = _tellings(folder, "--help").stdout
    assert all(f" {command.__name__} " in helped for command in COMMANDS)
    assert "Exit codes" in _tellings(folder, "run", "--help").stdout
    assert _tellings(folder, "--version").stdout.startswith("tellings ")


def test_a_stopped_run_leaves_the_old_output(folder: Path, tmp_path: Path) -> None:
    before = (folder / "output" / "run.json").read_bytes()
    words = [
        "run",
        "--raw",
        str(PROJECT / "raw"),
        "--output",
        str(folder / "output"),
        "--cache",
        str(tmp_path / "cache"),
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline", *words],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        assert started.stderr is not None
        started.stderr.readline()  # "extract: ... to do": it is at work, and holds the lock
        second = _tellings(folder, "run", "--raw", str(GOLDEN))
        started.send_signal(signal.SIGTERM)
        assert started.wait(timeout=20) == 128 + signal.SIGTERM
    assert second.returncode == 5
    assert f"process {started.pid}" in second.stderr
    assert (folder / "output" / "run.json").read_bytes() == before

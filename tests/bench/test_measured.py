"""What bench/scale.py measures a run with."""

import sys
from pathlib import Path

from bench.generated.articles import write
from bench.generated.pages import save
from bench.measured.killing import NAME, entries, resumed
from bench.measured.spending import same_tables, spend


def test_a_command_is_measured_with_its_processes() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray(200_000_000)'], check=True)"
    assert spend([sys.executable, "-c", code]).megabytes > 190


def test_outputs_are_told_apart_by_their_tables(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name / "text").mkdir(parents=True)
        (tmp_path / name / "text" / "a.txt").write_text("It rained.")
        (tmp_path / name / "run.json").write_text(name)
    assert same_tables(tmp_path / "one", tmp_path / "other")
    (tmp_path / "other" / "text" / "a.txt").write_text("It snowed.")
    assert not same_tables(tmp_path / "one", tmp_path / "other")


def test_a_killed_run_goes_on_where_it_was(tmp_path: Path) -> None:
    save(write(2), tmp_path / "raw")
    found = resumed(tmp_path, 1, 4)
    assert found.kept >= 4
    assert found.again == 0
    assert (tmp_path / f"{NAME}output" / "report.html").exists()
    assert len(entries(tmp_path / f"{NAME}cache")) > found.kept

"""`tellings add` as it is typed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.errors import Exit, Stop
from pipeline.inputs.source_notes import read_notes


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story [1].txt"
    path.write_text("It rained on Monday.", encoding="utf-8")
    return path


def tellings(*words: str) -> Result:
    return CliRunner().invoke(app, ["add", *words], catch_exceptions=False)


def test_a_file_is_added(story: Path) -> None:
    done = tellings(story.name, "--publisher", " The Paper ", "--published", "2021-02")
    assert done.exit_code == Exit.DONE
    assert done.stdout == "story [1].txt is now raw/story [1].txt.\n`tellings run` compares what is there.\n"
    [note] = read_notes(Path("raw"))
    assert (note.path, note.publisher, note.published, note.url) == (story.name, "The Paper", "2021-02", "")


def test_another_folder(story: Path) -> None:
    assert "is now in/story [1].txt." in tellings(story.name, "--raw", "in").stdout


def test_what_is_refused_ends_with_its_count(story: Path) -> None:
    with pytest.raises(Stop, match="2 of 3 files not added") as caught:
        tellings("https://paper.example/a", story.name, story.name)
    assert caught.value.exit_code is Exit.TOO_MANY_REJECTS
    assert [path.name for path in Path("raw").iterdir() if not path.name.startswith(".")] == [story.name, "sources.csv"]


def test_nothing_to_add() -> None:
    assert tellings().exit_code == Exit.USAGE


def test_the_limit_is_that_of_a_run(story: Path) -> None:
    Path("pipeline.toml").write_text("max_input_bytes = 5", encoding="utf-8")
    with pytest.raises(Stop, match="1 of 1 file not added"):
        tellings(story.name)

"""Bad files beside the articles, tests/cases/hostile/settings.toml: a message that fits a screen, and exit code 2."""

import re
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.commands.printed import LONGEST_MESSAGE
from tests.tables import Case, load


def _put(case: Case, folder: Path) -> None:
    (folder / "raw").mkdir()
    (folder / "raw" / "one.txt").write_text("It rained on Monday.\n", encoding="utf-8")
    path = folder / "raw" / case["file"] if case["file"] == "sources.csv" else folder / case["file"]
    text = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].replace("{BIG}", "x" * 100_000).encode()
    path.write_bytes(text)


def _code(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """What the command ends with that reads all of these files and does no work."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.argv", ["tellings", "run", "--dry-run"])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("case", load("hostile/settings"))
def test_a_message(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _put(case, tmp_path)
    assert _code(tmp_path, monkeypatch) == 2
    said = capsys.readouterr().err
    assert case["file"] in said
    assert case["says"] in said
    assert len(said) < 2 * LONGEST_MESSAGE + 3
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)


@pytest.mark.parametrize("case", load("hostile/settings", "sound"))
def test_near_misses(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(case, tmp_path)
    assert _code(tmp_path, monkeypatch) == 0


@pytest.mark.parametrize("name", ["a\0b", "a" * 5_000, "/etc/passwd", "../../nowhere"])
def test_a_model_in_no_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = name.replace("\0", "\\u0000")
    _put({"file": "pipeline.toml", "text": f'relation_model = "{written}"'}, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["tellings", "run"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "The model cannot be read: " in capsys.readouterr().err

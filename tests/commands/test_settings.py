"""`tellings settings` prints a file that gives the same settings."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.commands.settings import as_toml
from pipeline.settings import Columns, Settings, load_settings


def printed(*words: str) -> str:
    done = CliRunner().invoke(app, ["settings", *words], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize(
    "chosen",
    [
        Settings(),
        Settings(
            workers=3,
            spacy_pipelines={"de": "de_core_news_md"},
            xlsx=True,
            seconds_per_input=0.5,
            max_rejects=0,
            extraction="fast",
        ),
        Settings(relation_model='a "quoted"\\folder\n', columns=Columns(text=("Völltext",), key=())),
    ],
)
def test_there_and_back(chosen: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pipeline.toml").write_text(as_toml(chosen), encoding="utf-8")
    assert load_settings() == chosen
    assert printed() == as_toml(chosen)


def test_reasons_stand_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "# processes; 0 is one a core\nworkers = 0\n" in printed()

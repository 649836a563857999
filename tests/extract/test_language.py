"""Which language a text is in."""

import tomllib

import pytest

from pipeline.extract.language import detect_language, other_language, settle
from tests.tables import CASES, Case

TABLE = tomllib.loads((CASES / "extract" / "languages.toml").read_text(encoding="utf-8"))
TEXTS = [(code, text) for code, texts in TABLE["texts"].items() for text in texts]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[f"{code} {text}" for code, text in TEXTS])
def test_a_sentence_is_enough(code: str, text: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("code", TABLE["texts"])
def test_a_paragraph(code: str) -> None:
    text = " ".join(TABLE["texts"][code])
    assert detect_language(text) == code
    assert detect_language(text.upper()) == code
    assert detect_language(f"1962: {text} (1963)") == code


@pytest.mark.parametrize("case", TABLE["near_miss"], ids=lambda case: f"{case['why']}: {case['text']}")
def test_near_misses(case: Case) -> None:
    assert detect_language(case["text"]) == case["language"]


@pytest.mark.parametrize("case", TABLE["paragraph"], ids=lambda case: case["why"])
def test_a_paragraph_in_an_article(case: Case) -> None:
    assert other_language(case["text"], case["article"]) == case.get("other", "")


@pytest.mark.parametrize("case", TABLE["declared"], ids=lambda case: case["why"])
def test_what_is_declared(case: Case) -> None:
    assert settle(case["detected"], case["declared"]) == (case["language"], case.get("errs", False))

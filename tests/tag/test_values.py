import pytest
from spacy.language import Language

from pipeline.tag import numerals
from pipeline.tag.values import find_values
from tests.tables import Case, load
from tests.tag.cases import show_value


@pytest.mark.parametrize("case", load("tag/values"))
def test_values(case: Case, nlp: Language) -> None:
    text = case["text"]
    found = find_values(nlp(text)[:], lambda _month, _day: case.get("year"))
    assert {text[v.start : v.end]: show_value(v) for v in found} == case["values"]


@pytest.mark.parametrize(
    "words",
    [
        "9" * 5_000 + " dollars",
        "$" + "9" * 5_000 + " billion",
        "the " + "9" * 5_000 + "th time",
        "Ana Lim, " + "9" * 5_000 + ", said so",
        "Ana Lim, ², said so",  # a digit that is no number
        "on " + "9" * 5_000 + " May " + "9" * 5_000,
        "1e999 dollars, 1/0 of them",
    ],
    ids=lambda words: words[:12],
)
def test_numbers_that_no_computer_counts_in_cost_no_article(words: str, nlp: Language) -> None:
    text = f"It was said that it is {words}. It cost 40 dollars."
    found = find_values(nlp(text)[:], lambda _month, _day: 2024)
    assert "40 dollars" in {text[value.start : value.end] for value in found}


def test_a_number_in_words_without_an_end_is_read_in_linear_time(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each word of it begins a number of its own, and none of those is looked at beyond what a number may have."""
    asked: list[int] = []
    real = numerals.text2num
    monkeypatch.setattr(numerals, "text2num", lambda words, lang: asked.append(len(words)) or real(words, lang))
    list(find_values(nlp("At least " + "twenty " * 200 + "people came.")[:], lambda _month, _day: 2024))
    assert asked
    assert max(asked) <= (numerals.LONGEST + 1) * len("twenty ")

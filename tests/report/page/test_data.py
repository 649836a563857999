import json
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Result
from pipeline.report.page.data import page_data
from pipeline.report.page.embedding import embedded
from pipeline.report.page.offsets import utf16
from pipeline.report.page.view import View


def units(text: str, start: int, end: int) -> str:
    """What JavaScript's `slice` gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_quotes_are_where_the_script_looks_for_them(make_result: Callable[..., Result]) -> None:
    result = make_result(burned="😀 The fire 🔥🔥 burned 44 homes in Lidice.")
    data = json.loads(embedded(page_data(View(result))))
    claims, texts = data["claims"], data["articles"]["text"]
    quotes = {claim.claim_id: claim.quote for claim in result.comparison.claims}
    for name, article, start, end in zip(claims["id"], claims["article"], claims["start"], claims["end"], strict=True):
        assert units(texts[article], start, end) == quotes[name]
    assert data["quotes"] == []
    ((start, end, rule),) = data["articles"]["drops"][0]
    assert (units(texts[0], start, end), data["rules"][rule]) == ("Share this article", "share")


def test_evidence_is_where_the_script_looks_for_it(make_result: Callable[..., Result]) -> None:
    data = page_data(View(make_result(burned="🔥 The fire in Lidice burned 44 homes.")))
    place = data["claims"]["id"].index("c1")
    assert [units("🔥 The fire in Lidice burned 44 homes.", *mark) for mark in data["conflict"][place]] == ["44"]


def test_above_the_limit_claims_bring_their_quotes(result: Result) -> None:
    data = page_data(View(result), most_text=10)
    assert data["articles"]["text"] == []
    quotes = {claim.claim_id: claim.quote for claim in result.comparison.claims}
    assert dict(zip(data["claims"]["id"], data["quotes"], strict=True)) == quotes


def test_a_statement_that_a_claim_makes_is_that_claim(result: Result) -> None:
    data = page_data(View(result))
    assert data["groups"]["id"] == ["g9", "g2"]
    assert [data["claims"]["id"][claim] for claim in data["groups"]["statement"]] == ["c1", "c2"]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_offsets_count_as_javascript_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = utf16(text)
    assert units(text, at(start), at(end)) == text[start:end]


@given(st.dictionaries(st.text(), st.lists(st.text())))
def test_embedded_json_is_the_data_and_no_markup(data: dict[str, list[str]]) -> None:
    html = embedded(data)
    assert json.loads(html) == data
    assert not set(html) & set("<>&\u2028\u2029")

"""Which names are one thing: tests/cases/tag/merging."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.entities import Resolution, resolve_entities
from pipeline.tag.merging.named import named_in
from pipeline.tag.merging.near_misses import near_misses
from pipeline.tag.merging.spelling import LONGEST_WORD, MOST_WORDS, nearly_same
from tests.tables import Case, load
from tests.tag.merging.given import article_of

TABLES = ("keys", "people", "short_names", "spelling")


def _ids(resolution: Resolution) -> dict[str, list[str]]:
    return {one.clean.article.article_id: [m.entity_id for m in one.mentions] for one in resolution.articles}


@pytest.mark.parametrize("case", [case for table in TABLES for case in load(f"tag/merging/{table}")])
def test_merging(case: Case) -> None:
    articles = [article_of(f"a{i}", names) for i, names in enumerate(case["articles"])]
    for order in permutations(articles):
        resolution = resolve_entities(order)
        assert _ids(resolution) == {f"a{i}": ids for i, ids in enumerate(case["ids"])}
        if "doubtful" in case:
            assert sorted({f"{m.merged} {m.into}" for m in resolution.merges if not m.sure}) == case["doubtful"]


@pytest.mark.parametrize("case", load("tag/merging/near_misses"))
def test_near_misses(case: Case) -> None:
    articles = [article_of(f"a{i}", names) for i, names in enumerate(case["articles"])]
    found = near_misses(named_in(resolve_entities(articles).articles))
    assert [f"{m.merged} {m.into}: {m.why}" for m in found] == case["near"]


@pytest.mark.parametrize(
    ("name", "is_looked_at"),
    [
        ("Mitsotakis" + "o" * (LONGEST_WORD - 11) + "s", True),
        ("Mitsotakis" + "o" * 5_000 + "s", False),
        ("Big " * (MOST_WORDS - 1) + "Mitsotakis", True),
        ("Biggest " * 2_000 + "Mitsotakis", False),
    ],
    ids=["a long word", "noise", "many words", "a page of words"],
)
def test_slips_are_looked_for_in_names_of_a_length(name: str, is_looked_at: bool) -> None:  # noqa: FBT001 - a case
    articles = [article_of(f"a{i}", [f"ORG {one}"]) for i, one in enumerate((name, name.replace("takis", "tkais")))]
    assert bool(nearly_same(named_in(articles))) is is_looked_at


NAMES = (
    """
PERSON Robert Kennedy|PERSON Kennedy|PERSON John F. Kennedy|PERSON John Kennedy|ORG Kennedy|ORG Acme Corp.|ORG Acme
ORG Acme Trading Corporation|ORG Apple Computer|ORG Apple|ORG Apple Corps|ORG General Motors|ORG GM|PERSON GM
PERSON Olena Zelensky|PERSON Olena Zelenskyy|PERSON Zelenskiy|ORG Supreme Court|ORG Indian Supreme Court|GPE Russia
ORG Zabor Petroleum|ORG Zabor Petrolium|GPE Petroleum|ORG Petroleum|PERSON J. Kennedy|PERSON Kennedy Jr.
""".strip()
    .replace("\n", "|")
    .split("|")
)
ARTICLES = st.lists(st.lists(st.sampled_from(NAMES), max_size=6), min_size=1, max_size=5)


@given(ARTICLES, st.data())
def test_order_does_not_matter_and_nothing_is_lost(names: list[list[str]], data: st.DataObject) -> None:
    articles = [article_of(f"a{i}", own) for i, own in enumerate(names)]
    resolution = resolve_entities(articles)
    again = resolve_entities(data.draw(st.permutations(articles)))
    assert _ids(again) == _ids(resolution)
    assert again.entities == resolution.entities
    assert set(again.merges) == set(resolution.merges)
    assert {e.entity_id for e in resolution.entities} == {i for ids in _ids(resolution).values() for i in ids}
    assert sum(e.mentions for e in resolution.entities) == sum(map(len, names))

"""Which claims are made, where they point, and that their ids last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.claims import claim_id
from pipeline.records import ClaimKind
from tests.compare.reading import article, claims_of

STORM = "The storm of 1926 sank 40 boats in the harbour of Oskel."
LOCK = "The lock was opened by King Haakon in May 1931."
TRADE = "Herring may return to the coast, the ministry said."
SENTENCES = (STORM, LOCK, TRADE, "The council closed the harbour.", "Nobody was hurt in the storm.")


def ids(*lines: str, name: str = "a") -> dict[str, str]:
    (claims,) = claims_of(article(name, *lines))
    return {claim.text: claim.claim_id for claim in claims}


def test_the_quote_is_the_text_at_its_place() -> None:
    clean = article("a", "Furthermore, " + STORM, f"list_item: The lock: {LOCK}")
    (claims,) = claims_of(clean)
    assert len(claims) == 2
    assert all(clean.article.text[claim.start : claim.end] == claim.quote for claim in claims)


def test_ids_survive_sentences_added_elsewhere() -> None:
    before = ids(STORM, LOCK)
    after = ids(TRADE, STORM + " The council closed the harbour.", "Nobody was hurt.", LOCK)
    assert before.items() <= after.items()


def test_ids_are_of_an_article() -> None:
    assert not set(ids(STORM).values()) & set(ids(STORM, name="b").values())


@pytest.mark.parametrize("again", [STORM, STORM.upper(), STORM[:-1] + "!"])
def test_what_is_said_twice_has_two_ids(again: str) -> None:
    (claims,) = claims_of(article("a", STORM, LOCK, again))
    assert len({claim.claim_id for claim in claims}) == len(claims)
    assert claims[0].claim_id == ids(STORM)[STORM]


@given(st.text(), st.text(), st.integers(0, 9))
def test_ids_go_by_words_alone(name: str, text: str, occurrence: int) -> None:
    made = claim_id(name, text, occurrence)
    assert made == claim_id(name, f"  “{text}”.", occurrence)
    assert made != claim_id(name, text + " again", occurrence)
    assert made != claim_id(name, text, occurrence + 1)
    assert made[0] == "c"


def test_a_claim_is_in_the_section_above_it() -> None:
    lines = ["heading 1 @title: The coast", STORM, "heading: The lock", LOCK, "heading 3: After the war", TRADE]
    (claims,) = claims_of(article("a", *lines))
    assert [claim.section for claim in claims] == ["", "The lock", "After the war"]


def test_a_claim_has_the_kind_of_its_block() -> None:
    lines = [STORM, f"list_item: {LOCK}", f"table_row: Trade | {TRADE}", f"answer: {STORM}", f"quote: {LOCK}"]
    (claims,) = claims_of(article("a", *lines))
    assert [claim.kind for claim in claims] == [
        ClaimKind.SENTENCE,
        ClaimKind.LIST_ITEM,
        ClaimKind.TABLE_ROW,
        ClaimKind.ANSWER,
        ClaimKind.SENTENCE,
    ]


def test_what_can_be_looked_up_is_worth_more() -> None:
    ((storm, trade, plain),) = claims_of(article("a", STORM, TRADE, "Gardens can grow."))
    assert storm.check_worthiness > trade.check_worthiness > plain.check_worthiness >= 0
    assert storm.check_worthiness <= 1


@given(st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_ids_are_unique(sentences: list[str]) -> None:
    (claims,) = claims_of(article("a", *sentences)) if sentences else ([],)
    assert len({claim.claim_id for claim in claims}) == len(claims)
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("Race director Moana Teariki confirmed.", 0),
        ("Chief executive Kristjan Oras said in a call with reporters.", 0),
        ("County fire chief Peninah Orwa told reporters.", 0),
        ("Race director Moana Teariki confirmed the result.", 1),
        ("Kristjan Oras said in a call with reporters that the plant in Latvia would close.", 1),
        ("The judge told the jury that Varga had lied.", 1),
        ("The referee added four minutes at the end of the second half.", 1),
    ],
)
def test_that_somebody_spoke_is_no_claim(sentence: str, claims: int) -> None:
    (made,) = claims_of(article("a", sentence))
    assert len(made) == claims


@pytest.mark.parametrize(("boats", "claims"), [(100, 1), (1_000, 0)])
def test_what_never_ends_is_no_claim(boats: int, claims: int) -> None:
    (made,) = claims_of(article("a", f"The storm of 1926 sank {'the Ida, ' * boats}and the Oda."))
    assert len(made) == claims

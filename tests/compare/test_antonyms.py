"""Opposites: the tables themselves, and where they count."""

from itertools import combinations

import pytest

from pipeline.compare.antonyms import _DENIES, _FOLLOWS, _STANDS_BESIDE, are_opposites, follow, opposed
from pipeline.records import Statement
from tests.compare.reading import article, claims_of

TABLES = (_DENIES, _FOLLOWS, _STANDS_BESIDE)


def _read(sentence: str) -> Statement:
    ((claim,),) = claims_of(article("a", sentence))
    return claim.statement


def test_no_pair_is_in_two_tables() -> None:
    pairs = [{frozenset((one, other)) for one, others in table.items() for other in others} for table in TABLES]
    assert not [first & second for first, second in combinations(pairs, 2) if first & second]
    assert all(len(pair) == 2 for table in pairs for pair in table)


def test_opposites_go_both_ways() -> None:
    for table in TABLES:
        assert all(are_opposites(one, other) and are_opposites(other, one) for one in table for other in table[one])


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Prices rose.", "Prices fell.", ("rise", "fall")),
        ("The price climbed.", "The price tumbled.", ("climb", "tumble")),
        ("Profit improved.", "Profit slipped.", ("improve", "slip")),
        ("Profit improved.", "Profit rose.", None),
        ("The court acquitted Holm.", "The court convicted Holm.", ("acquit", "convict")),
        ("Holm is guilty.", "Holm is innocent.", ("guilty", "innocent")),
        ("Prices rose.", "Prices rose.", None),
        ("The fall of prices pleased Holm.", "The rise of prices pleased Holm.", None),
        ("The lock opened.", "The lock closed.", None),
    ],
)
def test_opposed(a: str, b: str, words: tuple[str, str] | None) -> None:
    one, other = _read(a), _read(b)
    assert opposed(one, other) == words
    assert opposed(other, one) == (words[::-1] if words else None)


@pytest.mark.parametrize(
    ("a", "b", "so"),
    [
        ("The lock opened.", "The lock closed.", True),
        ("Holm joined the council.", "Holm left the council.", True),
        ("The lock opened.", "The lock opened.", False),
        ("Prices rose.", "Prices fell.", False),
    ],
)
def test_follow(a: str, b: str, so: bool) -> None:  # noqa: FBT001 - the case's
    assert follow(_read(a), _read(b)) is follow(_read(b), _read(a)) is so

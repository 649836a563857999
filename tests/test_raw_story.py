"""The sample articles, end to end, against what a careful reader finds in them (tests/cases/raw_story.toml)."""

import re
import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import pandas as pd
import pytest

STORY = tomllib.loads((Path(__file__).parent / "cases" / "raw_story.toml").read_text(encoding="utf-8"))


def _plain(words: str) -> str:
    """White space collapsed, the bars between table cells and the article of a name left out."""
    return " ".join(words.replace("|", " ").split())


class Tables:
    """The tables of a run, as the expectations ask for them."""

    def __init__(self, output: Path) -> None:
        self.output = output

    def table(self, name: str) -> pd.DataFrame:
        return pd.read_csv(self.output / f"{name}.csv", keep_default_na=False)

    @cached_property
    def ids(self) -> dict[str, str]:
        return dict(self.table("articles").set_index("path").article_id)

    @cached_property
    def claims(self) -> pd.DataFrame:
        return self.table("claims")

    @cached_property
    def relations(self) -> dict[frozenset[str], tuple[str, str]]:
        pairs = self.table("claim_pairs")
        return {frozenset((p.claim_a, p.claim_b)): (p.relation, p.difference_types) for p in pairs.itertuples()}

    @cached_property
    def group_of(self) -> dict[str, str]:
        return dict(self.claims.set_index("claim_id").group_id)

    def claims_at(self, place: dict[str, str]) -> list[str]:
        quote = _plain(place["quote"])
        own = self.claims[self.claims.article_id == self.ids[place["article"]]]
        return [
            c.claim_id
            for c in own.itertuples()
            if quote in _plain(c.quote) or _plain(c.quote) in quote or quote in c.claim_text
        ]

    def related(self, a: dict[str, str], b: dict[str, str]) -> set[tuple[str, str]]:
        found = (self.relations.get(frozenset((x, y))) for x in self.claims_at(a) for y in self.claims_at(b))
        return {relation for relation in found if relation}

    def together(self, a: dict[str, str], b: dict[str, str]) -> bool:
        return bool({self.group_of[c] for c in self.claims_at(a)} & {self.group_of[c] for c in self.claims_at(b)})

    def spans(self, place: dict[str, str]) -> list[tuple[int, int]]:
        text = (self.output / "text" / f"{self.ids[place['article']]}.txt").read_text(encoding="utf-8")
        pattern = r"[\s|]+".join(map(re.escape, place["quote"].split()))
        return [match.span() for match in re.finditer(pattern, text)]

    def drops_over(self, article: str, start: int, end: int) -> set[str]:
        removed = self.table("removed")
        own = removed[(removed.article_id == self.ids[article]) & (removed.start < end) & (removed.end > start)]
        return set(own.rule)


@pytest.fixture(scope="module")
def tables(sample_output: Path) -> Tables:
    return Tables(sample_output)


def _found(kind: str, holds: Callable[[dict], bool]) -> float:  # type: ignore[type-arg]
    return sum(map(holds, STORY[kind])) / len(STORY[kind])


def test_nothing_compatible_is_called_a_conflict(tables: Tables) -> None:
    wrong = [
        e
        for e in (*STORY["compatible"], *STORY["agree"])
        if any(r == "conflict" for r, _ in tables.related(e["a"], e["b"]))
    ]
    assert wrong == []


def test_every_planted_error_is_found(tables: Tables) -> None:
    """Each of the four, in at least one of the article pairs in which it shows; the floor is for all of these."""
    found = {
        e["a"]["quote"] for e in STORY["conflict"] if any(r == "conflict" for r, _ in tables.related(e["a"], e["b"]))
    }
    assert found == {e["a"]["quote"] for e in STORY["conflict"]}
    assert _found("conflict", lambda e: any(r == "conflict" for r, _ in tables.related(e["a"], e["b"]))) >= 0.2


def test_most_agreements_share_a_group(tables: Tables) -> None:
    assert _found("agree", lambda e: tables.together(e["a"], e["b"])) >= 0.5


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["quote"][:40],
            marks=pytest.mark.xfail(raises=AssertionError, strict=True) if case.get("known_failure") else (),
        )
        for case in STORY["unique"]
    ],
)
def test_what_one_article_says_is_unique(tables: Tables, case: dict[str, str]) -> None:
    status = dict(tables.table("claim_groups").set_index("group_id").status)
    assert {status[tables.group_of[c]] for c in tables.claims_at(case)} == {"unique"}


@pytest.mark.parametrize("case", STORY["dropped"], ids=lambda case: f"{case['article']}: {case['quote'][:40]}")
def test_dropped(tables: Tables, case: dict[str, str]) -> None:
    start, end = tables.spans(case)[int(case.get("nth", 1)) - 1]
    assert tables.drops_over(case["article"], start, end) & {case["rule"], "furniture"}


@pytest.mark.parametrize("case", STORY["kept"], ids=lambda case: f"{case['article']}: {case['quote'][:40]}")
def test_kept(tables: Tables, case: dict[str, str]) -> None:
    assert any(not tables.drops_over(case["article"], start, end) for start, end in tables.spans(case))


@pytest.mark.parametrize("case", STORY["entity"], ids=lambda case: case["name"])
def test_entity(tables: Tables, case: dict) -> None:  # type: ignore[type-arg]
    mentions, names = tables.table("mentions"), dict(tables.table("entities").set_index("entity_id").name)
    for mention in case["mentions"]:
        quote = re.sub(r"^[Tt]he ", "", mention["quote"])
        own = mentions[(mentions.article_id == tables.ids[mention["article"]]) & (mentions.quote == quote)]
        assert case["name"] in {names[entity] for entity in own.entity_id}, mention


def test_the_reprint_shares_its_origin(tables: Tables) -> None:
    origin = dict(tables.table("articles").set_index("path").origin_id)
    assert origin["how-two-rivals-learned-to-count.html"] == tables.ids["short-history-of-arms-control.md"]


def test_spans_quote_the_text(tables: Tables) -> None:
    texts = {i: (tables.output / "text" / f"{i}.txt").read_text(encoding="utf-8") for i in tables.ids.values()}
    for name in ("claims", "mentions", "removed"):
        for row in tables.table(name).itertuples():
            assert texts[row.article_id][row.start : row.end] == row.quote.removeprefix("'"), (name, row.quote)

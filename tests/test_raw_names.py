"""The names in the sample articles: no junk, and none missed (tests/cases/raw_names.toml)."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from pipeline.flow import through
from pipeline.inputs import read_inputs
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

ROOT = Path(__file__).parents[1]
GOLD = tomllib.loads((ROOT / "tests/cases/raw_names.toml").read_text(encoding="utf-8"))
Names = Counter[tuple[str, str]]  # words and "TYPE entity_id"


@pytest.fixture(scope="module")
def found(store: Store) -> dict[str, Names]:
    """The names by path."""
    runner = Runner(Settings(), store, here=True)
    inputs = read_inputs(ROOT / "raw", runner.settings.max_input_bytes)
    tagged = through(inputs, runner, "tag")[0].tagged
    return {
        t.clean.article.path: Counter(
            (t.clean.article.text[m.start : m.end], f"{m.type} {m.entity_id}") for m in t.mentions
        )
        for t in tagged
    }


def _expected(path: str) -> Names:
    """What a careful reader marks, with what is known to be read otherwise in its place."""
    names: Names = Counter(
        {(words, is_): n for is_, said in GOLD["articles"][path].items() for words, n in said.items()}
    )
    for failure in GOLD["known_failure"]:
        if failure["article"] == path:
            names[failure["words"], failure["right"]] -= 1
            names[failure["words"], failure["found"]] += 1
    return +names


def test_every_article_is_marked(found: dict[str, Names]) -> None:
    assert set(found) == set(GOLD["articles"])


@pytest.mark.parametrize("path", sorted(GOLD["articles"]))
def test_no_junk_and_none_missed(found: dict[str, Names], path: str) -> None:
    expected = _expected(path)
    assert found[path] - expected == Counter(), "found, and not marked"
    assert expected - found[path] == Counter(), "marked, and not found"


def test_few_are_read_otherwise() -> None:
    marked = sum(sum(said.values()) for names in GOLD["articles"].values() for said in names.values())
    assert len(GOLD["known_failure"]) <= 0.02 * marked

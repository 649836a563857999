"""Inputs that are slow to read, at the size that they are promised for: read whole, or refused for what they are."""

from collections.abc import Mapping

import pytest

from bench.bad.pages import LAST, WORDS, page
from pipeline.errors import Reject
from pipeline.records import Article
from pipeline.workers import Runner
from tests.hostile.test_attacks import outcomes

LONG = 4_999_000  # characters: five millions with what stands around them
READ = {
    "paragraphs.html": page("".join(f"<p>w{i}</p>" for i in range(50_000))),
    "attributes.html": page("<p " + " ".join(f'a{i}="{i}"' for i in range(50_000)) + ">x</p>"),
    "depth.html": page("<div>" * 100_000 + "deep"),
    "line.txt": f"{WORDS * (LONG // len(WORDS))}{LAST}".encode(),
}
REFUSED = {
    "paragraph.html": (page(f"<p>{WORDS * (20_000_000 // len(WORDS))}</p>"), "too_long"),
    "deep.jsonl": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "not_json"),
}


@pytest.fixture(scope="module")
def became(killable: Runner) -> Mapping[str, list[Article | Reject]]:
    return outcomes(READ | {name: content for name, (content, _) in REFUSED.items()}, killable)


@pytest.mark.parametrize("name", READ)
def test_it_is_read_to_its_end(name: str, became: Mapping[str, list[Article | Reject]]) -> None:
    (article,) = became[name]
    assert isinstance(article, Article)
    assert LAST in article.text


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_says_why(name: str, became: Mapping[str, list[Article | Reject]]) -> None:
    assert [outcome.code for outcome in became[name] if isinstance(outcome, Reject)] == [REFUSED[name][1]]

"""What an analyst decides about names is followed, or it is said why not: tests/cases/tag/judging.toml."""

import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from pipeline.judgements import JUDGEMENTS, read_judgements
from pipeline.tag.entities import resolve_entities
from tests.tables import Case, load
from tests.tag.merging.given import article_of


@pytest.mark.parametrize("case", load("tag/judging"))
def test_judging(case: Case, tmp_path: Path) -> None:
    (tmp_path / JUDGEMENTS).write_text(case["says"], encoding="utf-8")
    judgements = read_judgements(tmp_path)
    articles = [article_of(f"a{i}", names) for i, names in enumerate(case["articles"])]
    for order in permutations(articles):
        found = resolve_entities(order, judgements)
        assert {one.clean.article.article_id: [m.entity_id for m in one.mentions] for one in found.articles} == {
            f"a{i}": ids for i, ids in enumerate(case["ids"])
        }
        named = {e.entity_id: f"{e.type} {e.name}" for e in found.entities}
        assert case.get("named", {}).items() <= named.items()
        assert list(found.unused) == case.get("unused", [])
        assert {m.type for one in found.articles for m in one.mentions} == {e.type for e in found.entities}
    assert found.judgements == sum(map(len, tomllib.loads(case["says"]).values()))

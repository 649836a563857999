from itertools import permutations

import pytest

from pipeline.tag.entities import resolve_entities
from tests.tables import Case, load
from tests.tag.cases import tagged


@pytest.mark.parametrize("case", load("tag/entities"))
def test_entities(case: Case) -> None:
    articles = [tagged(tuple(lines), name=f"a{i}") for i, lines in enumerate(case["articles"])]
    for order in permutations(articles):
        resolution = resolve_entities(order)
        found, entities = resolution.articles, resolution.entities
        assert {e.entity_id: f"{e.name} = {', '.join(e.aliases)}" for e in entities} == case["entities"]
        assert {m.entity_id for one in found for m in one.mentions} == {e.entity_id for e in entities}
        assert sum(e.mentions for e in entities) == sum(len(one.mentions) for one in found)

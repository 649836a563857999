"""What a phrase stands for: tests/cases/tag/pointing; of kinds and pairs: tests/cases/compare/reference.toml."""

import pytest

from pipeline.tag.entities import resolve_entities
from pipeline.tag.pointing.pointers import find_pointers
from tests.tables import Case, load
from tests.tag.cases import lines_of, tagged


@pytest.mark.parametrize("case", [case for table in ("holders", "bodies") for case in load(f"tag/pointing/{table}")])
def test_pointing(case: Case) -> None:
    (found,) = resolve_entities([tagged(lines_of(case))]).articles
    text = found.clean.article.text
    wanted = {"PERSON"} if "holder" in case["of"] else {"ORG"}
    pointers = [pointer for pointer in find_pointers(found) if pointer.type in wanted]
    assert [f"{text[p.start : p.end]} = {p.entity_id}" for p in pointers] == case["means"]

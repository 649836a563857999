"""Everything in one tree for programs: groups, their positions, their claims."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.records import ClaimGroup, Result
from pipeline.report import Writer
from pipeline.report.schema import Table
from pipeline.report.tables import ARTICLES, CLAIM_GROUPS, CLAIM_PAIRS, CLAIMS, ENTITIES, MENTIONS, REJECTS, REMOVED

Node = dict[str, Any]


def _by(table: Table, result: Result, name: str) -> dict[str, list[Node]]:
    nodes: dict[str, list[Node]] = defaultdict(list)
    for row in table.records(result):
        nodes[row.pop(name)].append(row)
    return nodes


def _articles(result: Result) -> Iterator[Node]:
    removed, mentions = _by(REMOVED, result, "article_id"), _by(MENTIONS, result, "article_id")
    for row in ARTICLES.records(result):
        article_id = row["article_id"]
        yield row | {"removed": removed.get(article_id, []), "mentions": mentions.get(article_id, [])}


def _groups(result: Result, claims: dict[str, Node]) -> Iterator[Node]:
    groups: dict[str, ClaimGroup] = {group.group_id: group for group in result.comparison.groups}
    for row in CLAIM_GROUPS.records(result):
        group = groups[row["group_id"]]
        positions = [
            {
                "name": position.name,
                "statement": position.statement,
                "articles": position.articles,
                "claims": [claims[claim] for claim in position.claims],
            }
            for position in group.positions
        ]
        yield row | {"positions": positions, "coverage": dict(group.coverage)}


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    claims = {row["claim_id"]: row for row in CLAIMS.records(result)}
    placed = {claim for group in result.comparison.groups for side in group.positions for claim in side.claims}
    tree = {
        "articles": list(_articles(result)),
        "entities": list(ENTITIES.records(result)),
        "groups": list(_groups(result, claims)),
        "other_claims": [claim for claim_id, claim in claims.items() if claim_id not in placed],
        "pairs": list(CLAIM_PAIRS.records(result)),
        "rejects": list(REJECTS.records(result)),
    }
    text = json.dumps(tree, sort_keys=True, ensure_ascii=False, indent=1)
    yield "comparison.json", f"{text}\n".encode()


WRITER = Writer("json", write)

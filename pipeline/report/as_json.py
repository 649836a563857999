"""Everything in one tree for programs: groups, their positions, their claims.

It is written node by node, and never held as a whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from pipeline.records import Claim, ClaimGroup, Result
from pipeline.report import Writer
from pipeline.report.pieces import in_pieces
from pipeline.report.rows import claim_row, group_of_claim
from pipeline.report.schema import Table
from pipeline.report.tables import ARTICLES, CLAIM_GROUPS, CLAIM_PAIRS, CLAIMS, ENTITIES, MENTIONS, REJECTS, REMOVED

Node = dict[str, Any]


class _Together:
    """The rows of a table article by article, asked for in the order of the articles."""

    def __init__(self, table: Table, result: Result) -> None:
        self._rows = table.records(result)
        self._next = next(self._rows, None)

    def of(self, article_id: str) -> Iterator[Node]:
        """Its rows, without the column that names it."""
        while self._next and self._next["article_id"] == article_id:
            del self._next["article_id"]
            yield self._next
            self._next = next(self._rows, None)


def _articles(result: Result) -> Iterator[Node]:
    removed, mentions = _Together(REMOVED, result), _Together(MENTIONS, result)
    for row in ARTICLES.records(result):
        article_id = row["article_id"]
        yield row | {"removed": list(removed.of(article_id)), "mentions": list(mentions.of(article_id))}


def _groups(result: Result) -> Iterator[Node]:
    groups: dict[str, ClaimGroup] = {group.group_id: group for group in result.comparison.groups}
    claims: dict[str, Claim] = {claim.claim_id: claim for claim in result.comparison.claims}
    group_of = group_of_claim(result)
    for row in CLAIM_GROUPS.records(result):
        group = groups[row["group_id"]]
        positions = [
            {
                "name": position.name,
                "statement": position.statement,
                "articles": position.articles,
                "claims": [
                    CLAIMS.record(claim_row(claims[claim], group_of.get(claim, ""))) for claim in position.claims
                ],
            }
            for position in group.positions
        ]
        yield row | {"positions": positions, "coverage": dict(group.coverage)}


def _others(result: Result) -> Iterator[Node]:
    """The claims that are in no position."""
    comparison = result.comparison
    placed = {claim for group in comparison.groups for side in group.positions for claim in side.claims}
    others = tuple(claim for claim in comparison.claims if claim.claim_id not in placed)
    return CLAIMS.records(replace(result, comparison=replace(comparison, claims=others)))


def _listed(nodes: Iterable[Node]) -> Iterator[bytes]:
    """A list in the tree, node by node: keys sorted, a space to a level."""
    before = b"["
    for node in nodes:
        text = msgspec.json.format(msgspec.json.encode(node, order="sorted"), indent=1)
        yield before + b"\n  " + text.replace(b"\n", b"\n  ")  # a line break in a text is written as \\n
        before = b","
    yield b"[]" if before == b"[" else b"\n ]"


def _tree(result: Result) -> Iterator[bytes]:
    tree = {
        "articles": _articles(result),
        "entities": ENTITIES.records(result),
        "groups": _groups(result),
        "other_claims": _others(result),
        "pairs": CLAIM_PAIRS.records(result),
        "rejects": REJECTS.records(result),
    }
    before = b"{"
    for name, nodes in tree.items():
        yield before + f'\n "{name}": '.encode()
        yield from _listed(nodes)
        before = b","
    yield b"\n}\n"


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    for piece in in_pieces(_tree(result)):
        yield "comparison.json", piece


WRITER = Writer("json", write)

"""What the page's script knows of groups: their sides, why these differ, and the words that this rests on."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pipeline.records import Relation
from pipeline.report.page.evidence import evidence
from pipeline.report.page.numbering import Numbering
from pipeline.report.page.offsets import utf16
from pipeline.report.page.view import View

COLUMNS = "id status statement origins types positions reasons more"
REASONS_SHOWN = 4  # of a group; beyond that they repeat one another

Reason = tuple[str, str, int, int]  # relation, explanation, and the articles of the two claims


def _reasons(view: View, number: Numbering) -> dict[str, list[Reason]]:
    """By group, each explanation of a pair in it that does not simply agree, conflicts first."""
    group_of = {claim: g.group_id for g in view.groups for side in g.positions for claim in side.claims}
    found: dict[str, dict[tuple[str, str], Reason]] = defaultdict(dict)
    order = sorted(view.result.comparison.pairs, key=lambda p: (p.relation is not Relation.CONFLICT, -p.confidence))
    for pair in order:
        if pair.relation is not Relation.AGREE:
            key = pair.relation.value, pair.explanation
            row = (*key, number.article(pair.article_a), number.article(pair.article_b))
            found[group_of.get(pair.claim_a, "")].setdefault(key, row)
    return {group_id: list(rows.values()) for group_id, rows in found.items()}


def group_rows(view: View, number: Numbering) -> Iterator[dict[str, Any]]:
    """One row a group, in the order of the view. A statement that is a claim's text is that claim's number."""
    reasons = _reasons(view, number)
    for group in view.groups:
        sides = [(side.name, [number.claim(name) for name in side.claims]) for side in view.sides(group)]
        said = {view.claims[name].text: number.claim(name) for side in group.positions for name in side.claims}
        why = reasons.get(group.group_id, [])
        yield {
            "id": group.group_id,
            "status": group.status.value,
            "statement": said.get(group.statement, group.statement),
            "origins": group.n_origins,
            "types": group.difference_types,
            "positions": sides,
            "reasons": why[:REASONS_SHOWN],
            "more": max(0, len(why) - REASONS_SHOWN),
        }


def marks(view: View, number: Numbering, relation: Relation) -> dict[int, list[tuple[int, int]]]:
    """By claim the words, (start, end) in its quote in UTF-16 units, that verdicts of this relation rest on."""
    found: dict[int, list[tuple[int, int]]] = {}
    for name, spans in evidence(view.result, relation).items():
        at = utf16(view.claims[name].quote)
        found[number.claim(name)] = [(at(span.start), at(span.end)) for span in spans]
    return found

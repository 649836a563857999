"""Numbers in the place of ids, so that the page's data says each id once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.report.page.view import View


class Places:
    """A list without repetitions that grows as its items are asked for."""

    def __init__(self, items: Iterable[str] = ()) -> None:
        self.of = {item: place for place, item in enumerate(items)}

    def __call__(self, item: str) -> int:
        return self.of.setdefault(item, len(self.of))


@dataclass(frozen=True, slots=True)
class Numbering:
    article: Places
    claim: Places
    entity: Places
    origin: Places = field(default_factory=Places)
    rule: Places = field(default_factory=Places)


def numbering(view: View) -> Numbering:
    """Articles and claims in the order of the view, entities by how many articles name them."""
    return Numbering(Places(view.names), Places(view.claims), Places(entity.entity_id for entity in view.entities))


def columns(rows: Iterable[Mapping[str, Any]], names: str) -> dict[str, list[Any]]:
    """Rows as a list for each of the `names`, so that a name stands once and not in every row."""
    found: dict[str, list[Any]] = {name: [] for name in names.split()}
    for row in rows:
        for name, column in found.items():
            column.append(row[name])
    return found

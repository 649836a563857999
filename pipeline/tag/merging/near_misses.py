"""Names that are nearly alike and were left apart: an analyst may know better, and say so in entities.toml."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.records import Merge
from pipeline.tag.merging.named import Named
from pipeline.tag.merging.people import PERSON, is_short_for, parts_of
from pipeline.tag.merging.spelling import likeness, nearly_same


def _people(names: Sequence[Named]) -> Iterator[Merge]:
    """People of one surname whose first names begin alike, and surnames that several people have."""
    by_surname: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        if named.type == PERSON and (parts := parts_of(named.name)):
            by_surname[parts[-1]].append(named)
    for people in by_surname.values():
        for a, b in combinations(people, 2):
            x, y = parts_of(a.name), parts_of(b.name)
            if len(x) > 1 and len(y) > 1 and x[0][0] == y[0][0]:
                yield Merge(a.entity_id, b.entity_id, "one surname, and first names that begin alike", likeness(a, b))
            elif is_short_for(x, y) or is_short_for(y, x):
                yield Merge(a.entity_id, b.entity_id, "a surname that several people have", likeness(a, b))


def near_misses(names: Sequence[Named]) -> list[Merge]:
    """Pairs of entities that are nearly alike, most alike first. `names` are those of all articles, resolved."""
    found = {(m.merged, m.into): m for m in _people(names)}
    for a, b, score in nearly_same(names):
        found.setdefault((a.entity_id, b.entity_id), Merge(a.entity_id, b.entity_id, "one letter differs", score))
    return sorted(found.values(), key=lambda m: (-m.score, m.merged, m.into))

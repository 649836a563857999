"""`tellings entities`: who and what the articles name, and which names were or were not taken for one."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from pipeline.commands.options import STORE, AsJson, Cache, Config, Raw, out, state_after
from pipeline.commands.printed import escape, plural, visible
from pipeline.flow import State
from pipeline.records import Entity, Merge
from pipeline.tag.merging.named import named_in
from pipeline.tag.merging.near_misses import near_misses


def entities(*, raw: Raw = Path("raw"), config: Config = None, cache: Cache = STORE, as_json: AsJson = False) -> None:
    """List who and what the articles name, with counts and aliases, and the names that were taken for one in doubt.

    What is wrong can be put right in `entities.toml`: merge, split, rename.
    """
    print_entities(out, state_after("tag", raw, config, cache), as_json=as_json)


def _ordered(entities: Sequence[Entity]) -> list[Entity]:
    """Those that most articles name first."""
    return sorted(entities, key=lambda e: (-len(e.articles), -e.mentions, e.entity_id))


def print_entities(console: Console, state: State, *, as_json: bool) -> None:
    """The entities with their counts and names, the doubtful merges, and what is nearly alike and was left apart."""
    resolution = state.resolution
    doubtful = [merge for merge in resolution.merges if not merge.sure]
    apart = near_misses(named_in(resolution.articles))
    if as_json:
        tables = {
            "entities": [asdict(entity) for entity in _ordered(resolution.entities)],
            "doubtful_merges": [_row(merge) for merge in doubtful],
            "near_misses": [_row(merge) for merge in apart],
            "unused_judgements": list(resolution.unused),
        }
        console.print(json.dumps(tables, ensure_ascii=False, indent=1), markup=False)
        return
    ids, types = (max(map(len, column), default=0) for column in _columns(resolution.entities))
    for entity in _ordered(resolution.entities):
        console.print(f"{entity.entity_id:{ids}}  {entity.type:{types}}  {visible(_line(entity))}", markup=False)
    _print_merges(console, "Taken for one, and doubtful:", doubtful)
    _print_merges(console, "Nearly alike, and left apart:", apart)
    for unused in resolution.unused:
        console.print(f"entities.toml, {escape(unused)}")
    if doubtful or apart:
        console.print("A [[merge]], [[split]] or [[rename]] in entities.toml decides otherwise.", markup=False)


def _columns(entities: Sequence[Entity]) -> tuple[list[str], list[str]]:
    return [entity.entity_id for entity in entities], [entity.type for entity in entities]


def _line(entity: Entity) -> str:
    others = [alias for alias in entity.aliases if alias != entity.name]
    also = f"; also {', '.join(others)}" if others else ""
    counts = f"{plural(len(entity.articles), 'article')}, {plural(entity.mentions, 'mention')}"
    return f"{entity.name}: {counts}{also}"


def _row(merge: Merge) -> dict[str, object]:
    return {"a": merge.merged, "b": merge.into, "why": merge.why, "score": merge.score}


def _print_merges(console: Console, title: str, merges: Sequence[Merge]) -> None:
    if merges:
        console.print(title)
    for merge in merges:
        console.print(f"  {escape(merge.merged)}, {escape(merge.into)}: {escape(merge.why)} ({merge.score:.2f})")

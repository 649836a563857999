"""How often a tool has a block, its metadata and what is not the article right, in counts that add up over pages."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace

from structured.blocks import Seen, plain
from structured.page import Page

KINDS = """
    heading paragraph list_item list_item+lead table_row table_row+headers header_row question answer caption quote
    byline
    """.split()


@dataclass
class Given:
    """What a tool makes of one page."""

    blocks: list[Seen]
    running: str
    metadata: tuple[str, str, str] | None = None


@dataclass
class Score:
    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    leaked: Counter[str] = field(default_factory=Counter)
    apart: Counter[str] = field(default_factory=Counter)
    metadata: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def _keys(block: Seen) -> Iterable[tuple[str, Hashable]]:
    """What has to be equal for a block to be right, under each name that it counts for."""
    if block.kind == "heading":
        yield "heading", (block.level, block.text)
    elif block.kind in {"table_row", "header_row"}:
        yield block.kind, block.cells
        if block.kind == "table_row":
            yield "table_row+headers", (block.cells, block.headers)
    elif block.kind == "answer":
        yield "answer", (block.lead, block.text)
    else:
        yield block.kind, block.text
        if block.kind == "list_item":
            yield "list_item+lead", (block.lead, block.text)


def _less(text: str, ignored: set[str]) -> str:
    """A text without what is not counted at its ends, where a tool has joined it to what stands beside it."""
    shorter = (
        text.removeprefix(f"{one} ").removesuffix(f" {one}").strip("| ") if text != one else "" for one in ignored
    )
    less = min(shorter, key=len, default=text)
    return _less(less, ignored) if less and len(less) < len(text) else less


def _count(blocks: Iterable[Seen], ignored: set[str]) -> dict[str, Counter[Hashable]]:
    found: dict[str, Counter[Hashable]] = {kind: Counter() for kind in KINDS}
    for block in blocks:
        if counted := _less(block.text, ignored):
            for name, key in _keys(block if counted == block.text else replace(block, text=counted)):
                found[name][key] += 1
    return found


def _leaks(page: Page, running: str, score: Score) -> None:
    captions = [("caption", block.text) for block in page.blocks if block.kind == "caption"]
    text = plain(running)
    for mark, words in captions + page.out:
        score.apart[mark] += 1
        score.leaked[mark] += words in text
        if words in text:
            score.errors.append(f"{page.name}: {mark} leaked: {words}")


def add(page: Page, given: Given, score: Score) -> None:
    """Count one page."""
    truth, found = _count(page.blocks, page.ignored), _count(given.blocks, page.ignored)
    for kind in KINDS:
        score.there[kind] += truth[kind].total()
        score.given[kind] += found[kind].total()
        score.right[kind] += (truth[kind] & found[kind]).total()
        score.errors += [f"{page.name}: {kind} missed: {key}" for key in (truth[kind] - found[kind]).elements()]
        score.errors += [f"{page.name}: {kind} wrong: {key}" for key in (found[kind] - truth[kind]).elements()]
    _leaks(page, given.running, score)
    if given.metadata:
        for name, said in zip(("title", "author", "date"), given.metadata, strict=True):
            score.metadata[name] += plain(said) == getattr(page, name)
            if plain(said) != getattr(page, name):
                score.errors.append(f"{page.name}: {name} is {said!r}, not {getattr(page, name)!r}")

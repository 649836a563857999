"""How a run grows: seconds, memory and quality over generated articles, of which is known what they say.

    python bench/scale.py [--articles 100 300 1000] [--workers 2] [--also one killed dask]

Data: bench/generated, ten articles a story of 250 to 450 words, six in ten of them pages, with wrong figures, denials
and copies. Each run is a process of its own, as a user would start it: cold, then with nothing changed, then with one
article added. `--also` measures, from an empty cache each: the run in one process; killed when half of the results are
there, and run again; in parts on Dask, as many workers as processes. Printed for each size:

seconds    of the clock, and of processors; of each stage the clock's; articles a second of the clock. `x spaCy` is
           processor time beside the bare language model over the same text in the same run.
memory     the most that one process held, in MB
links      precision, recall and F1 over pairs of claims of two articles: in one group, of one fact
conflicts  the same over pairs of claims: called a conflict, of one fact told in two versions; how many there are

The exponent is how the processor time grows from one size to the next: 1 is in step with the articles.
"""

import argparse
import csv
import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bench.generated.articles import Written, write
from bench.generated.pages import save
from bench.generated.quality import Found, rated
from bench.measured.killing import NAME, entries, resumed
from bench.measured.spending import Spent, same_tables, spend, tellings

Row = dict[str, str]


def _bare(articles: Sequence[Written], folder: Path) -> Spent:
    """The language model alone over the same sentences, paragraph by paragraph."""
    texts = [
        " ".join(told.text for told in paragraph)
        for article in articles
        for _, paragraphs in article.sections
        for paragraph in paragraphs
    ]
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    code = (
        "import json, sys, spacy; from pipeline.tag.language_model import package_name;"
        "nlp = spacy.load(package_name('en_core_web_sm'));"
        "list(nlp.pipe(json.load(open(sys.argv[1])), batch_size=64))"
    )
    return spend([sys.executable, "-c", code, str(folder / "texts.json")])


def _table(output: Path, name: str) -> list[Row]:
    csv.field_size_limit(10**9)
    with (output / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _found(output: Path) -> Iterator[Found]:
    names = {row["article_id"]: Path(row["path"].partition("#")[0]).stem for row in _table(output, "articles")}
    for row in _table(output, "claims"):
        yield Found(row["claim_id"], names[row["article_id"]], row["quote"], row["group_id"])


def quality(articles: Sequence[Written], output: Path) -> str:
    """How good the tables are that a run wrote."""
    pairs = _table(output, "claim_pairs")
    called = [(row["claim_a"], row["claim_b"]) for row in pairs if row["relation"] == "conflict"]
    links, conflicts = rated(articles, _found(output), called)
    return f"links {links}; conflicts {conflicts}"


def _line(what: str, spent: Spent, cold: Spent) -> None:
    print(
        f"  {what:18} {spent.seconds:8.1f} s  {spent.processor:8.1f} s of processors "
        f"({spent.processor / cold.processor:6.1%} of cold)  {spent.megabytes:6.0f} MB",
        flush=True,
    )


def _same(folder: Path, name: str) -> str:
    return "the same tables" if same_tables(folder / "output", folder / f"{name}output") else "OTHER TABLES"


def _one(folder: Path, workers: int, cold: Spent) -> None:
    one = tellings(folder, 1, "one-")
    _line("one process", one, cold)
    print(f"  {workers} processes are {one.seconds / cold.seconds:.2f} times as fast; {_same(folder, 'one-')}")


def _killed(folder: Path, workers: int, cold: Spent) -> None:
    found = resumed(folder, workers, len(entries(folder / "cache")) // 2)
    _line("killed, then run", found.rest, cold)
    print(
        f"  killed after {found.until:.1f} s with {found.kept} results, of which {found.again} were worked out again; "
        f"{_same(folder, NAME)}"
    )


def _dask(folder: Path, workers: int, cold: Spent) -> None:
    parts = tellings(folder, workers, "dask-", "dask")
    _line("in parts on Dask", parts, cold)
    print(f"  {parts.seconds / cold.seconds:.2f} times as long; {_same(folder, 'dask-')}")


ALSO: dict[str, Callable[[Path, int, Spent], None]] = {"one": _one, "killed": _killed, "dask": _dask}


def measure(size: int, workers: int, also: Sequence[str]) -> float:
    """Prints the rows of one size. Returns the processor seconds of the cold run."""
    print(f"\n{size} articles, {workers} processes", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (*articles, added) = save(write(size + 1), folder / "raw")
        (one_more,) = (path for path in (folder / "raw").iterdir() if path.stem == added.name)
        aside = one_more.rename(folder / one_more.name)
        cold = tellings(folder, workers)
        _line("cold", cold, cold)
        stages = json.loads((folder / "output" / "run.json").read_bytes())["seconds"]
        print("  " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in stages.items()))
        print(f"  {size / cold.seconds:.2f} articles a second; {quality(articles, folder / 'output')}", flush=True)
        for what in also:  # while the output is that of the same articles
            ALSO[what](folder, workers, cold)
        _line("unchanged", tellings(folder, workers), cold)
        aside.rename(one_more)
        _line("one article added", tellings(folder, workers), cold)
        bare = _bare(articles, folder)
        _line("bare spaCy", bare, cold)
        print(f"  cold is {cold.processor / bare.processor:.1f} x spaCy", flush=True)
    return cold.processor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--also", choices=ALSO, nargs="+", default=[])
    given = parser.parse_args()
    spent = [(size, measure(size, given.workers, given.also)) for size in given.articles]
    for (size, before), (larger, after) in pairwise(spent):
        print(f"from {size} to {larger}: exponent {math.log(after / before) / math.log(larger / size):.2f}")


if __name__ == "__main__":
    main()

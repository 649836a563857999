"""How a run grows: seconds, memory and quality over generated articles, of which is known what they say.

    python bench/scale.py [--articles 100 300 1000] [--workers 2]

Data: bench/generated, ten articles a story of 250 to 450 words, six in ten of them pages, with wrong figures, denials
and copies. Each run is a process of its own, as a user would start it: cold, then with nothing changed, then with one
article added. Printed for each size:

seconds    of the clock, and of processors; of each stage the clock's. `x spaCy` is processor time beside the bare
           language model over the same text in the same run.
memory     the most that one process held, in MB
links      precision, recall and F1 over pairs of claims of two articles: in one group, of one fact
conflicts  the same over pairs of claims: called a conflict, of one fact told in two versions; how many there are

The exponent is how the processor time grows from one size to the next: 1 is in step with the articles.
"""

import argparse
import csv
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.generated.articles import Written, write
from bench.generated.pages import save
from bench.generated.quality import Found, rated

KILOBYTES = 1024
Row = dict[str, str]


@dataclass(frozen=True)
class Spent:
    seconds: float
    processor: float
    megabytes: float


def spend(command: Sequence[str]) -> Spent:
    """Runs a command to its end. Memory is that of the largest of its processes."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    seconds = time.perf_counter() - began
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES)


def tellings(folder: Path, workers: int) -> Spent:
    """A run over `raw` in the folder, into `output`."""
    raw, output, cache = (str(folder / name) for name in ("raw", "output", "cache"))
    options = ["--raw", raw, "--output", output, "--cache", cache, "--workers", str(workers)]
    return spend([sys.executable, "-m", "pipeline", "run", *options])


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


def _measure(size: int, workers: int) -> float:
    """Prints the rows of one size. Returns the processor seconds of the cold run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (*articles, added) = save(write(size + 1), folder / "raw")
        (one_more,) = (path for path in (folder / "raw").iterdir() if path.stem == added.name)
        aside = one_more.rename(folder / one_more.name)
        cold = tellings(folder, workers)
        stages = json.loads((folder / "output" / "run.json").read_bytes())["seconds"]
        good = quality(articles, folder / "output")
        unchanged = tellings(folder, workers)
        aside.rename(one_more)
        grown = tellings(folder, workers)
        bare = _bare(articles, folder)
    print(f"\n{size} articles, {workers} processes")
    for what, spent in (("cold", cold), ("unchanged", unchanged), ("one article added", grown), ("bare spaCy", bare)):
        print(
            f"  {what:18} {spent.seconds:8.1f} s  {spent.processor:8.1f} s of processors "
            f"({spent.processor / cold.processor:6.1%} of cold, {spent.processor / bare.processor:5.1f} x spaCy)  "
            f"{spent.megabytes:6.0f} MB"
        )
    print("  " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in stages.items()))
    print(f"  {good}", flush=True)
    return cold.processor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    spent = [_measure(size, given.workers) for size in given.articles]
    for (size, before), (larger, after) in zip(
        zip(given.articles, spent, strict=True), list(zip(given.articles, spent, strict=True))[1:], strict=False
    ):
        print(f"from {size} to {larger}: exponent {math.log(after / before) / math.log(larger / size):.2f}")


if __name__ == "__main__":
    main()

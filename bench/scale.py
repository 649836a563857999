"""How a run grows: seconds, memory and quality over generated articles, of which is known what they say.

    python bench/scale.py [--articles 100 300 1000] [--workers 2]

Data: bench/generated, ten articles a story of 250 to 800 words, six in ten of them pages, with wrong figures, denials
and copies. Each run is a process of its own, as a user would start it: cold, then with nothing changed, then with one
article added. Printed for each size:

seconds    of the clock, and of processors; of each stage the clock's. `x spaCy` is processor time beside the bare
           language model over the same text in the same run.
memory     the most that one process held, in MB
links      precision and recall over pairs of claims of two articles: in one group, of one fact
conflicts  precision and recall over pairs of claims: called a conflict, of one fact told in two versions

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
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.generated.articles import Written, write
from bench.generated.pages import save

KILOBYTES = 1024
Row = dict[str, str]
Claim = tuple[str, int]  # what is told, in which version


@dataclass(frozen=True)
class Spent:
    seconds: float
    processor: float
    megabytes: float


def _spend(command: Sequence[str]) -> Spent:
    """Runs a command to its end. Memory is that of the largest of its processes."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    seconds = time.perf_counter() - began
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES)


def _tellings(folder: Path, workers: int) -> Spent:
    raw, output, cache = (str(folder / name) for name in ("raw", "output", "cache"))
    options = ["--raw", raw, "--output", output, "--cache", cache, "--workers", str(workers)]
    return _spend([sys.executable, "-m", "pipeline", "run", *options])


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
    return _spend([sys.executable, "-c", code, str(folder / "texts.json")])


def _table(output: Path, name: str) -> list[Row]:
    csv.field_size_limit(10**9)
    with (output / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _told(articles: Sequence[Written], output: Path) -> Iterator[tuple[Row, Claim]]:
    """Each claim of the output that is a sentence of the data, with what it tells."""
    by_name = {article.name: article for article in articles}
    names = {row["article_id"]: Path(row["path"].partition("#")[0]).stem for row in _table(output, "articles")}
    for row in _table(output, "claims"):
        for told in by_name[names[row["article_id"]]].sentences:
            if row["quote"] in told.text or told.text in row["quote"]:
                yield row, (told.fact, told.version)
                break


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _quality(articles: Sequence[Written], output: Path) -> str:
    told = list(_told(articles, output))
    known = {row["claim_id"]: claim for row, claim in told}
    pairs = Counter[str]()
    facts, groups = defaultdict(list), defaultdict(list)
    for row, (fact, _) in told:
        facts[fact].append(row)
        groups[row["group_id"]].append((row, fact))
    for rows in facts.values():
        apart = [(a, b) for a, b in combinations(rows, 2) if a["article_id"] != b["article_id"]]
        pairs["linked"] += sum(a["group_id"] == b["group_id"] for a, b in apart)
        pairs["one fact"] += len(apart)
        pairs["at odds"] += sum(known[a["claim_id"]] != known[b["claim_id"]] for a, b in apart)
    for members in groups.values():
        pairs["in one group"] += sum(a["article_id"] != b["article_id"] for (a, _), (b, _) in combinations(members, 2))
    called = [row for row in _table(output, "claim_pairs") if row["relation"] == "conflict"]
    for row in called:
        a, b = known.get(row["claim_a"]), known.get(row["claim_b"])
        pairs["found"] += bool(a and b and a[0] == b[0] and a != b)
    return (
        f"links precision {_share(pairs['linked'], pairs['in one group'])} recall "
        f"{_share(pairs['linked'], pairs['one fact'])} of {pairs['one fact']}; conflicts precision "
        f"{_share(pairs['found'], len(called))} of {len(called)} recall {_share(pairs['found'], pairs['at odds'])} "
        f"of {pairs['at odds']}"
    )


def _measure(size: int, workers: int) -> float:
    """Prints the rows of one size. Returns the processor seconds of the cold run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (*articles, added) = save(write(size + 1), folder / "raw")
        (one_more,) = (path for path in (folder / "raw").iterdir() if path.stem == added.name)
        aside = one_more.rename(folder / one_more.name)
        cold = _tellings(folder, workers)
        stages = json.loads((folder / "output" / "run.json").read_bytes())["seconds"]
        quality = _quality(articles, folder / "output")
        unchanged = _tellings(folder, workers)
        aside.rename(one_more)
        grown = _tellings(folder, workers)
        bare = _bare(articles, folder)
    print(f"\n{size} articles, {workers} processes")
    for what, spent in (("cold", cold), ("unchanged", unchanged), ("one article added", grown), ("bare spaCy", bare)):
        print(
            f"  {what:18} {spent.seconds:8.1f} s  {spent.processor:8.1f} s of processors "
            f"({spent.processor / cold.processor:6.1%} of cold, {spent.processor / bare.processor:5.1f} x spaCy)  "
            f"{spent.megabytes:6.0f} MB"
        )
    print("  " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in stages.items()))
    print(f"  {quality}", flush=True)
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

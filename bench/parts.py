"""What a run in parts costs: processor seconds, rows and bytes of each step, for the cost model of docs/scale.md.

    python bench/parts.py [--articles 100] [--parts 4]

Data: bench/generated, ten articles a story. Every task runs in this process, one after the other, with an empty cache.
Printed for each stage, and for each step that costs something: processor seconds an article, and what it sends on: rows
and bytes an article. Then the pairs of articles that are compared, which the seconds of `judge` are to be divided by.
"""

import argparse
import os
import resource
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path

from bench.generated.articles import write
from bench.generated.pages import save
from pipeline.cluster import sources
from pipeline.cluster.job import perform
from pipeline.cluster.running import STEPS, Places, prepare
from pipeline.cluster.sources import listed, sharded
from pipeline.flow import STAGES
from pipeline.settings import Settings

WORTH_A_LINE = 0.0005  # seconds an article


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.parquet"))


def _measure(folder: Path, articles: int, parts: int) -> None:
    save(write(articles), folder / "raw")
    sources.SHARD_FILES = -(-articles // parts)
    places = Places(folder / "raw", (), str(folder / "parts"), str(folder / "cache"))
    job = prepare(sharded(*listed(places.raw, ())), places, Settings())
    there = _bytes(folder / "parts")
    rows: Counter[str] = Counter()
    for stage in STAGES:
        whole = 0.0
        for step in STEPS[stage.name]:
            begun, sent = _processor(), Counter[str]()
            for done in map(partial(perform, job, step), range(1 if step.once else job.parts)):
                sent.update(done)
            spent, written = _processor() - begun, _bytes(folder / "parts") - there
            there += written
            whole += spent
            rows += sent
            if spent / articles >= WORTH_A_LINE:
                told = ", ".join(f"{count / articles:,.1f} {name}" for name, count in sent.items())
                print(f"  {step.name:16} {spent / articles:8.4f} s {written / articles / 1000:8.1f} kB  {told}")
        print(f"{stage.name:18} {whole / articles:8.4f} s an article")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{rows['compared'] / articles:.1f} pairs of articles an article, {rows['members'] / articles:.1f} claims")
    print(f"{job.parts} parts, {rows['articles']} articles; {there / articles / 1000:.1f} kB an article, {most:.0f} MB")


def main() -> None:
    """Measures a size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--parts", type=int, default=4)
    arguments = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), arguments.articles, arguments.parts)


if __name__ == "__main__":
    main()

"""Whether bad files hurt: what becomes of each input of a folder, and what that costs.

    python bench/hostile.py DIR [--seconds 20] [--keep OUT]
    python bench/hostile.py                          # makes 300 bad files first (bench/bad_files.py)

The whole program runs over DIR in a process of its own, with `--seconds` as the limit for an input. Printed:

- inputs, articles, rejects by code;
- crashes: an exit code that is not 0 or 4, or a row with the code `failed`;
- hangs: the run has not ended when every input had its time;
- vanished: inputs that are neither an article nor a reject;
- silent losses: articles without a warning that lack more than a tenth of the words of a dumb text dump
  (`bench/bad/dump.py`), which keeps every word of a file and knows nothing else: the baseline;
- seconds, and the memory of the largest process.

Crashes, hangs, vanished and silent losses have to be 0; the exit code says whether they are.
"""

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bad.dump import dumped, words_of
from bad_files import write

PROJECT = Path(__file__).parents[1]
LOST = 0.1  # share of the words of a dump; hidden parts of sound pages have as many
FEWEST_LOST = 20  # words; in less, a damaged tag or a cut word looks like a loss
_TOLD = ("text_lost", "words_torn", "page_without_text", "damaged_characters", "nested_too_deep", "front_matter")
_HARMLESS = {0, 4}  # done, and no usable input


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run over a folder left behind."""

    output: Path
    exit_code: int | None  # None for one that did not end
    seconds: float
    said: str


def inputs_in(folder: Path) -> list[str]:
    """The path of everything in the folder that is no folder and not hidden, as rejects.csv writes it."""
    found = []
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if os.path.islink(os.path.join(at, name))]  # noqa: PTH114, PTH118 - any name
        inside = os.path.relpath(at, folder)
        for name in (*names, *links):
            path = name if inside == "." else f"{inside}/{name}"
            if not name.startswith(".") and path not in {"README.md", "sources.csv"}:
                found.append(path.encode(errors="backslashreplace").decode())
    return sorted(found)


def ran_over(folder: Path, work: Path, seconds: float, count: int) -> Ran:
    """The program run over the folder."""
    settings = work / "pipeline.toml"
    settings.write_text(f"seconds_per_input = {seconds}\n", encoding="utf-8")
    output = work / "output"
    command = [sys.executable, "-m", "pipeline", "run", "--raw", str(folder), "--output", str(output)]
    command += ["--cache", str(work / "cache"), "--config", str(settings)]
    begun = time.perf_counter()
    try:
        ended = subprocess.run(
            command, cwd=PROJECT, capture_output=True, timeout=300 + 3 * seconds * count, check=False, text=True
        )
    except subprocess.TimeoutExpired as error:
        return Ran(output, None, time.perf_counter() - begun, str(error.stderr))
    return Ran(output, ended.returncode, time.perf_counter() - begun, ended.stderr)


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def path_of(row: dict[str, str]) -> str:
    """Its path as it was before CSV made it safe."""
    path = row["path"]
    return path[1:] if path[:1] == "'" and path[1:2] in set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20") else path


def silent_losses(folder: Path, output: Path, articles: list[dict[str, str]]) -> Iterator[tuple[str, float]]:
    """Articles that lack words of their file and do not say so, with the share that they lack."""
    for row in articles:
        path = folder / path_of(row)
        if not path.is_file() or any(told in row["warnings"] for told in _TOLD):
            continue  # a record of a container has no file of its own
        expected = Counter(dumped(path.read_bytes(), row["format"], row["encoding"]))
        text = (output / "text" / f"{row['article_id']}.txt").read_text(encoding="utf-8")
        missing = (expected - Counter(words_of(text))).total()
        if missing >= FEWEST_LOST and missing > LOST * expected.total():
            yield row["path"], missing / expected.total()


def report(folder: Path, ran: Ran, inputs: list[str]) -> int:
    """Prints the table; how many things went wrong."""
    articles, rejects = _rows(ran.output / "articles.csv"), _rows(ran.output / "rejects.csv")
    codes = Counter(row["code"] for row in rejects)
    files = {path_of(row) for row in [*articles, *rejects]}
    files |= {path[:at] for path in files for at in range(len(path)) if path[at] == "#"}
    gone = [path for path in inputs if path not in files] if ran.exit_code == 0 else []
    lost = list(silent_losses(folder, ran.output, articles))
    crashes = codes["failed"] + (ran.exit_code not in _HARMLESS and ran.exit_code is not None)
    print(f"inputs {len(inputs):,}  articles {len(articles):,}  rejects {len(rejects):,}")
    for code, count in sorted(codes.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {count:6,} {code}")
    print(f"crashes {crashes}  hangs {int(ran.exit_code is None)}  vanished {len(gone)}  silent losses {len(lost)}")
    for row in rejects:
        if row["code"] == "failed":
            print(f"  crash: {row['path']!r}: {row['stage']}: {row['message']}")
    if ran.exit_code not in _HARMLESS:
        print(f"  exit code {ran.exit_code}: {ran.said[-2000:]}")
    for path in gone:
        print(f"  vanished: {path!r}")
    for name, share in lost:
        print(f"  lost: {name!r}: {share:.0%} of its words")
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"seconds {ran.seconds:.0f}  memory of the largest process {largest:,.0f} MiB")
    return crashes + (ran.exit_code is None) + len(gone) + len(lost)


def _given() -> Namespace:
    parser = ArgumentParser(description="Runs the program over a folder of bad files.")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=20.0, help="the limit for an input")
    parser.add_argument("--keep", type=Path, help="a folder that the output goes to")
    return parser.parse_args()


def main() -> int:
    given = _given()
    with tempfile.TemporaryDirectory() as held:
        work = given.keep or Path(held)
        work.mkdir(exist_ok=True, parents=True)
        folder = given.folder
        if folder is None:
            folder = Path(held) / "bad"
            write(folder, 300, seed=0, size=20_000)
        inputs = inputs_in(folder)
        return min(1, report(folder, ran_over(folder.absolute(), work, given.seconds, len(inputs)), inputs))


if __name__ == "__main__":
    sys.exit(main())

"""Whether bad files hurt: what becomes of each input of a folder, and what that costs.

    python bench/hostile.py DIR [--seconds 20] [--keep OUT]
    python bench/hostile.py                          # makes 300 bad files first (bench/bad_files.py)

The whole program runs over each folder in DIR, or over DIR where it holds anything else, in a process of its own, with
`--seconds` as the limit for an input. Printed:

- inputs, articles, rejects by code;
- crashes: an exit code that is not 0 or 4, or a row with the code `failed` or `crashed`;
- hangs: runs that have not ended when every input had its time;
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
from dataclasses import dataclass, field
from pathlib import Path

from bad.dump import dumped, words_of
from bad_files import write

PROJECT = Path(__file__).parents[1]
LOST = 0.1  # share of the words of a dump; hidden parts of sound pages have as many
FEWEST_LOST = 20  # words; in less, a damaged tag or a cut word looks like a loss
_TOLD = ("text_lost", "words_torn", "page_without_text", "damaged_characters", "nested_too_deep", "front_matter")
_UNSEEN = {"attack-nested-span-hidden.html"}  # its end is in an element that no browser shows
_CRASHED = {"failed", "crashed"}
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


def runs_in(folder: Path) -> list[Path]:
    """The folders to run over."""
    inside = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    return inside if all(path.is_dir() and not path.is_symlink() for path in inside) else [folder]


def ran_over(folder: Path, work: Path, seconds: float, count: int) -> Ran:
    """The program run over the folder."""
    settings = work / "pipeline.toml"
    settings.write_text(f"seconds_per_input = {seconds}\n", encoding="utf-8")
    output = work / "output" / folder.name
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
        if path.name in _UNSEEN:
            continue
        # A record of a container has no file of its own, and its key may be longer than any name.
        if not os.path.isfile(path) or any(told in row["warnings"] for told in _TOLD):  # noqa: PTH113 - `is_file` raises there
            continue
        expected = Counter(dumped(path.read_bytes(), row["format"], row["encoding"]))
        text = (output / "text" / f"{row['article_id']}.txt").read_text(encoding="utf-8")
        missing = (expected - Counter(words_of(text))).total()
        if missing >= FEWEST_LOST and missing > LOST * expected.total():
            yield row["path"], missing / expected.total()


@dataclass(slots=True)
class Tally:
    """What became of the inputs of all runs. Faults are lines to print."""

    inputs: int = 0
    articles: int = 0
    seconds: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[str]] = field(
        default_factory=lambda: {kind: [] for kind in ("crashes", "hangs", "vanished", "silent losses")}
    )

    def add(self, folder: Path, ran: Ran, inputs: list[str]) -> None:
        """One more run, over `inputs` of `folder`."""
        articles, rejects = _rows(ran.output / "articles.csv"), _rows(ran.output / "rejects.csv")
        self.inputs += len(inputs)
        self.articles += len(articles)
        self.seconds += ran.seconds
        self.codes.update(row["code"] for row in rejects)
        crashed = [f"{row['path']!r}: {row['stage']}: {row['message']}" for row in rejects if row["code"] in _CRASHED]
        self.faults["crashes"] += crashed
        if ran.exit_code is None:
            self.faults["hangs"].append(f"{folder}: {ran.said[-2000:]}")
        elif ran.exit_code not in _HARMLESS:
            self.faults["crashes"].append(f"{folder}: exit code {ran.exit_code}: {ran.said[-2000:]}")
        files = {path_of(row) for row in [*articles, *rejects]}
        files |= {path[:at] for path in files for at in range(len(path)) if path[at] == "#"}
        if ran.exit_code == 0:
            self.faults["vanished"] += [repr(path) for path in inputs if path not in files]
        lost = silent_losses(folder, ran.output, articles)
        self.faults["silent losses"] += [f"{folder.name}/{path!r}: {share:.0%} of its words" for path, share in lost]

    def report(self) -> int:
        """Prints the table; how many things went wrong."""
        print(f"inputs {self.inputs:,}  articles {self.articles:,}  rejects {self.codes.total():,}")
        for code, count in sorted(self.codes.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {count:6,} {code}")
        print("  ".join(f"{kind} {len(lines)}" for kind, lines in self.faults.items()))
        for kind, lines in self.faults.items():
            for line in lines:
                print(f"  {kind}: {line}")
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"seconds {self.seconds:.0f}  memory of the largest process {largest:,.0f} MiB")
        return sum(map(len, self.faults.values()))


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
            write(folder, 300, seed=0, size=5_000)
        tally = Tally()
        for part in runs_in(folder.absolute()):
            inputs = inputs_in(part)
            tally.add(part, ran_over(part, work, given.seconds, len(inputs)), inputs)
        return min(1, tally.report())


if __name__ == "__main__":
    sys.exit(main())

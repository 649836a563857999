"""A folder of bad files, to try the pipeline on: `bench/hostile.py` reads it.

    python bench/bad_files.py OUT [N] [--seed 0] [--size 20000]

A tenth are whole attacks (`bench/bad/pages.py`, `texts.py`, `archives.py`), each of `--size` pieces, the rest is random
damage to sound files of every format: those of raw/ and of the tests. Odd names, links, pipes and sockets come with
any number. The same seed gives the same bytes. They lie in folders of at most TOGETHER, each for a run of its own:
hundreds of copies of one sound file would be compared with each other, which says nothing of bad files.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random

from bad.archives import archives
from bad.damage import damaged
from bad.pages import WORDS, pages
from bad.places import put_names, put_things
from bad.texts import encodings, markdown, records, rich, texts

PROJECT = Path(__file__).parents[1]
ATTACKS = 0.1  # share of the files
TOGETHER = 150  # files; three or four copies of a sound one
_SAMPLES = ("raw", "tests/extract/samples", "tests/extract/unpack/samples")
_RECORD = '{{"id": "r{0}", "title": "The vote", "text": "It rained on day {0} of May 2021, and 3 roofs leaked."}}\n'
_MAIL = (
    "From: Ida Fell <ida@quay.example>\nSubject: The vote\nMIME-Version: 1.0\nReceived: x\n"
    "Date: Mon, 11 Mar 2024 09:00:00 +0100\nContent-Type: multipart/mixed; boundary=b\n\n"
    f"--b\nContent-Type: text/html\n\n<p>{WORDS}</p>\n--b--\n"
)


def sound() -> list[tuple[str, bytes]]:
    """Ending and bytes of a sound file of every format."""
    found = [
        (path.suffix, path.read_bytes())
        for folder in _SAMPLES
        for path in sorted((PROJECT / folder).iterdir())
        if path.suffix not in {".sh", ".gz", ""} and path.name not in {"README.md", "sources.csv"}
    ]
    table = "id,title,text\n" + "".join(f"r{i},The vote,It rained on day {i} of May 2021.\n" for i in range(5))
    return [*found, (".jsonl", "".join(map(_RECORD.format, range(5))).encode()), (".csv", table.encode()),
            (".eml", _MAIL.encode())]  # fmt: skip


def attacks(size: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every attack."""
    for made in (pages(size), texts(size), encodings(), markdown(size), rich(size), records(size), archives(size)):
        yield from made


def bad_files(count: int, seed: int, size: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of so many bad files."""
    random = Random(seed)  # noqa: S311 - it decides what is damaged, and guards no secret
    whole = list(attacks(size))
    random.shuffle(whole)
    share = min(len(whole), round(ATTACKS * count))
    yield from ((f"attack-{name}", content) for name, content in whole[:share])
    for i, (suffix, content) in enumerate(islice(cycle(sound()), count - share)):
        ending = suffix if random.random() < 0.9 else random.choice((".txt", ".html", ".pdf", ".docx", ""))
        yield f"damaged-{i:05}{ending}", damaged(content, random)


def write(folder: Path, count: int, seed: int, size: int) -> int:
    """Makes `folder` and everything in it; how many inputs there are."""
    folder.mkdir(parents=True)
    made = 0
    for name, content in bad_files(count, seed, size):
        part = folder / f"{made // TOGETHER:03}"
        part.mkdir(exist_ok=True)
        (part / name).write_bytes(content)
        made += 1
    return made + put_names(folder / "names", WORDS.encode()) + put_things(folder / "things")


def main() -> None:
    parser = ArgumentParser(description="Makes a folder of bad files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=20_000)
    given = parser.parse_args()
    print(write(given.folder, given.count, given.seed, given.size), "inputs in", given.folder)


if __name__ == "__main__":
    main()

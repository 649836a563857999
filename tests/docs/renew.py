"""Write the lists and the printed results in docs/ anew. Read the difference before committing it.

python tests/docs/renew.py [PAGE ...]
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner
from tests.docs.following import as_printed, follow, plain
from tests.docs.lists import with_lists
from tests.docs.page import PAGES, PROJECT
from tests.docs.starting import ON_THE_SAMPLE, WALK, begin


def with_prints(page: Path, folder: Path) -> str:
    """The page, with what its blocks print today where that is not what it says."""
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    for step, printed in reversed(list(follow(page, folder))):
        if step.printed is not None and not as_printed(step, printed):
            lines[step.start : step.end] = plain(printed).splitlines(keepends=True)
    return "".join(lines)


def main() -> None:
    """Do what the pages say, in the order that they build on each other."""
    chosen = [page for page in PAGES if page.name in sys.argv[1:]] or list(PAGES)
    with tempfile.TemporaryDirectory() as name, Store(Path(name) / "store") as store:
        walked, sample = Path(name) / WALK.stem, Path(name) / "sample"
        if ON_THE_SAMPLE & {page.name for page in chosen}:
            with Runner(Settings(), store) as runner:
                run(PROJECT / "raw", sample, runner)
        walked.mkdir()
        for page in [WALK, *(page for page in chosen if page != WALK)]:
            if page != WALK:
                begin(page, Path(name) / page.stem, sample if page.name in ON_THE_SAMPLE else walked)
            text = with_prints(page, Path(name) / page.stem)
            if page in chosen:
                page.write_text(text, encoding="utf-8")
                page.write_text(with_lists(text), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Where each page of docs/ begins: the walk in an empty folder, recipes on the sample, the others after the walk."""

import shutil
from pathlib import Path

from tests.docs.page import PROJECT

WALK = PROJECT / "docs" / "walk.md"
ON_THE_SAMPLE = frozenset({"recipes.md"})


def begin(page: Path, folder: Path, before: Path) -> None:
    """Make `folder` for a page: `before` is the sample's output, or else the folder in which the walk ended."""
    shutil.copytree(before, folder / "output" if page.name in ON_THE_SAMPLE else folder)

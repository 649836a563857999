"""Where each page of docs/ begins: its folder before the first block is run."""

import shutil
from pathlib import Path

from tests.docs.page import PROJECT

WALK = PROJECT / "docs" / "walk.md"
ON_THE_SAMPLE = frozenset({"recipes.md"})


def begin(page: Path, folder: Path, walked: Path, sample_output: Path) -> None:
    """`folder` made ready: empty for the walk, with the sample's tables for recipes, as the walk left it otherwise."""
    folder.mkdir()
    if page.name in ON_THE_SAMPLE:
        shutil.copytree(sample_output, folder / "output")
    elif page != WALK:
        shutil.copytree(walked, folder, dirs_exist_ok=True)

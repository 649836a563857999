"""The pages to learn from: WCXB's development articles, as tables of blocks with what their reference text holds.

A block is part of the article if more than half of its words stand in the reference text, in its order. Pages are kept
apart by domain: what one page of a site teaches must not be asked of another.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import Reject
from pipeline.extract.decoding import declared_charset, decode
from pipeline.extract.html.blocks.features import features
from pipeline.extract.html.blocks.second_opinion import covered, second_opinion, words_of
from pipeline.extract.html.blocks.table import Table, block_table
from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import main_content
from pipeline.extract.html.metadata.declared import declared
from pipeline.extract.html.parsing import parse

DEFAULT = Path("../shared/extraction/wcxb-dev")
PART = 3  # one domain in three is the dev part
SECOND_LEVEL = frozenset({"ac", "co", "com", "gov", "net", "org"})  # of a country's domain, as in "co.uk"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the collection as it lies there."""

    key: str
    url: str
    html: bytes
    reference: str  # the article's text
    truth: dict[str, object]

    @property
    def domain(self) -> str:
        """The registered domain, by the commonest rules."""
        parts = (urlsplit(self.url).hostname or self.url).split(".")
        is_long = len(parts[-1]) == len("uk") and parts[-2] in SECOND_LEVEL
        return ".".join(parts[-3 if is_long else -2 :])

    @property
    def is_dev(self) -> bool:
        """Whether its domain is in the part that nothing is fitted to."""
        return int(sha256(self.domain.encode()).hexdigest(), 16) % PART == 0


@dataclass(frozen=True, slots=True)
class Example:
    """A page's blocks: two tables, which blocks are the article, and their words."""

    page: Page
    alone: Table
    with_opinion: Table
    labels: NDArray[np.bool_]
    words: NDArray[np.float64]


def pages(folder: Path) -> Iterator[Page]:
    """Every page with a reference text, in the order of their numbers. Ends the program where there are none."""
    if not folder.is_dir():
        sys.exit(f"There is no {folder}: give the folder of WCXB's development articles.")
    for path in sorted((folder / "ground-truth").glob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        if reference := said["ground_truth"].get("main_content"):
            html = gzip.decompress((folder / "html" / f"{path.stem}.html.gz").read_bytes())
            yield Page(path.stem, said["url"], html, reference, said["ground_truth"])


def example(page: Page) -> Example | None:
    """The page as the block model sees it; None if there is no text in it."""
    try:
        html, _ = decode(page.html, declared_charset(page.html))
    except Reject:
        return None
    tree = parse(html)
    pieces = read(tree.root)
    if not pieces:
        return None
    words = [words_of(piece.text) for piece in pieces]
    counts = [len(of_piece) for of_piece in words]
    known = features(pieces, main_content(tree.root, pieces, declared(tree.nodes).titles), words)
    labels = np.array(covered(words, words_of(page.reference))) > 0.5  # noqa: PLR2004 - more than half
    return Example(
        page,
        block_table(known, counts),
        block_table(known, counts, second_opinion(html, words) or [0.0] * len(pieces)),
        labels,
        np.array(counts, np.float64),
    )

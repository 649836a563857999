import tomllib
from pathlib import Path

import pytest

from pipeline.extract.html.blocks.together import together
from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import main_content
from pipeline.extract.html.parsing import parse

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "extract" / "together.toml").read_text())["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_together(case):
    root = parse(case["html"]).root
    pieces = read(root)
    chosen = frozenset(i for i, piece in enumerate(pieces) if piece.text.startswith(("Kept", "Out")))
    kept = together(pieces, main_content(root, pieces), chosen)
    assert [piece.text for i, piece in enumerate(pieces) if i in kept] == [
        piece.text for piece in pieces if piece.text.startswith(("Kept", "Yes"))
    ]


def test_nothing_chosen():
    root = parse("<p>The treaty was extended by five years on Wednesday.</p>").root
    pieces = read(root)
    assert together(pieces, main_content(root, pieces), frozenset()) == frozenset()

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.extract.from_html import extract_html
from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import main_content, whole_content
from pipeline.extract.html.parsing import parse
from pipeline.extract.html.titles import find_title
from pipeline.records import BlockKind, Region

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "extract" / "main_content.toml").read_text())["case"]
PROSE = "The two sides agreed to extend the treaty by five years, officials said on Wednesday."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_article_and_furniture(case):
    article = extract_html(case["html"].encode())
    found = {article.text[b.start : b.end]: b.kind is not BlockKind.FURNITURE for b in article.blocks}
    assert found == {words: words.startswith("Yes") for words in found}
    assert len(found) == len(re.findall("Yes|No", case["html"]))


def test_the_article_stands_together():
    root = parse(f"<nav>a</nav><div><p>{PROSE}</p><p>b</p></div><footer>c</footer>").root
    pieces = read(root)
    main = main_content(root, pieces)
    assert [piece.text for piece in pieces[main.first : main.last]] == [PROSE, "b"]
    whole = whole_content(root, pieces)
    assert (whole.first, whole.last) == (0, len(pieces))


@pytest.mark.parametrize(
    ("html", "named", "expected"),
    [
        (
            "<h1>The Daily</h1><h1>Treaty extended again</h1>",
            ["Treaty extended again - The Daily"],
            "Treaty extended again",
        ),
        ("<h1>The Daily</h1><h2>Treaty extended again</h2>", ["Treaty extended again"], "Treaty extended again"),
        ("<p>Treaty extended again</p><p>b</p>", ["Treaty extended again | The Daily"], None),
        ("<p>Treaty extended again</p><p>b</p>", ["Treaty extended again"], "Treaty extended again"),
        (
            "<h1>Treaty extended again</h1><h2>Treaty extended again</h2>",
            ["Treaty extended again"],
            "Treaty extended again",
        ),
        # a kicker before it, and other headings that hold its words
        (
            "<h1>The Daily</h1><h2>Arms control: Treaty extended again</h2>",
            ["Treaty extended again | The Daily"],
            "Arms control: Treaty extended again",
        ),
        ("<p>x</p><h2>Treaty extended</h2>", ["Treaty extended again | The Daily"], None),
        ("<p>x</p><h2>Arms control: Treaty again</h2>", ["Treaty again | The Daily"], None),
        ("<p>x</p><h2>What nobody said when the treaty was extended again</h2>", ["extended again now | x"], None),
        ("<h1>Wholly other words</h1><h2>And these</h2>", ["Treaty extended again"], "Wholly other words"),
        ("<h2>Part</h2><p>b</p>", [], None),
        ("<p>!</p><h1>…</h1>", ["?"], "…"),
    ],
)
def test_titles(html, named, expected):
    pieces = read(parse(html).root)
    title = find_title(pieces, 0, len(pieces), named)
    assert (None if title is None else pieces[title].text) == expected


def test_a_title_above_the_article():
    body = f"<article><p>{PROSE}</p><p>{PROSE}!</p></article>"
    html = f"<header><h1>The Daily</h1></header><h1>Treaty</h1>{body}<h1>More</h1>"
    article = extract_html(html.encode())
    assert [article.text[b.start : b.end] for b in article.blocks if b.region is Region.TITLE] == ["Treaty"]

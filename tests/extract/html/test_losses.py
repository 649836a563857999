"""What a page loses on the way is told of, and sound pages are left alone."""

import tomllib
from pathlib import Path

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_html import extract_html

TABLE = Path(__file__).parents[2] / "cases" / "extract" / "losses.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
PROSE = (
    "The keeper of the gate told the council on Monday that it had rusted, and that nobody would mend it before the"
    " spring. Two members asked what a new one costs. Forty thousand, he said, if it is oak, and half of that for pine."
    " The mayor called this a bargain; her deputy wanted three offers first, as the rules of the town say."
)
LOST = (
    "At night the ferry waits beyond the second buoy, its lamps put out, until a boat with fresh papers comes alongside"
    " and hands them over in a leather bag."
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_losses(case: dict[str, str]) -> None:
    page = case["html"].replace("PROSE", PROSE).replace("LOST", LOST)
    try:
        became = "".join(extract_html(page.encode(), fast=True).warnings)
    except Reject as refusal:
        became = "refused" if refusal.code == "text_lost" else refusal.code
    assert became == case["became"]

import re

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_html import EXTRACTOR
from pipeline.records import Document
from tests.tables import load

CASES = load("extract/refusals")
NEWS = (  # as short as news are
    "The bridge over the Lenne is open again. Walkers and cyclists may cross it from Monday on, lorries have to wait "
    "until autumn, when the last of its four piers should be finished. The works have cost the town 2.1 million euros."
)


def code_of(html: str, *, fast: bool = False) -> str | None:
    read = EXTRACTOR.fast if fast else EXTRACTOR.extract
    try:
        read(Document("a.html", "", html.encode()))
    except Reject as refusal:
        return refusal.code if refusal.hint else "no hint"
    return None


@pytest.mark.parametrize("fast", [False, True], ids=["best", "fast"])
@pytest.mark.parametrize("case", CASES)
def test_pages_without_an_article(case, fast):
    assert code_of(case["html"], fast=fast) == case.get("refused")


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0].get("refused")])
def test_news_on_such_a_page_is_an_article(case):
    below = re.sub(r"(?i)(?=</body>)", f"<p>{NEWS}</p>", case["html"])
    assert NEWS in below
    assert code_of(below) is None

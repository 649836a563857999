import pytest
from bs4 import BeautifulSoup

from pipeline.report.page.unseen import flagged, plain
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("page/unseen"))
def test_what_nobody_sees_is_flagged(case: Case) -> None:
    assert plain(case["text"]) == case["plain"]
    assert flagged(case["text"]).count('class="unseen"') == case["plain"].count("⟨")


def test_flags_are_the_only_markup() -> None:
    html = flagged("<b>a\u200bb</b> & \u202e<i>")
    soup = BeautifulSoup(html, "html.parser")
    assert [tag.get_text() for tag in soup.select("*")] == ["U+200B", "U+202E"]
    assert soup.get_text() == "<b>aU+200Bb</b> & U+202E<i>"

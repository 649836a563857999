import pytest

from pipeline.tag.segments import segments
from tests.tables import Case, load
from tests.tag.cases import article, lines_of


@pytest.mark.parametrize("case", load("tag/segments"))
def test_segments(case: Case) -> None:
    clean = article(lines_of(case))
    text = clean.article.text
    found = [f"{text[s.start : s.end]}:" if s.is_label else text[s.start : s.end] for s in segments(clean.kept, text)]
    assert found == case["segments"]

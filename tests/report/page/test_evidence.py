import pytest

from pipeline.report.page.evidence import places
from tests.tables import Case, load


@pytest.mark.parametrize("case", load("page/evidence"))
def test_evidence(case: Case) -> None:
    quote, end, marked = case["quote"], 0, ""
    for span in places(quote, dict.fromkeys(case["evidence"])):
        marked += f"{quote[end : span.start]}[{quote[span.start : span.end]}]"
        end = span.end
    assert marked + quote[end:] == case["marked"]

"""The collection of garbage is afterwards as it was before."""

import gc

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_html import extract_html
from pipeline.extract.html.uncollected import uncollected


@pytest.mark.parametrize("is_on", [True, False])
def test_it_is_as_before(is_on):
    (gc.enable if is_on else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


def test_a_page_that_is_refused_leaves_it_on():
    with pytest.raises(Reject):
        extract_html(b"<html><body></body></html>")
    assert gc.isenabled()

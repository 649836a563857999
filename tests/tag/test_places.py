from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Span
from pipeline.tag.places import Places

SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 6)))


@given(SPANS, st.integers(0, 36), st.integers(0, 6))
def test_it_finds_what_a_look_at_each_finds(spans: list[Span], start: int, length: int) -> None:
    each = [span for span in spans if any(span.start <= place < span.end for place in range(start, start + length))]
    places = Places(spans)
    assert sorted(map(id, places.shared_with(start, start + length))) == sorted({id(span) for span in each})
    assert (start in places) == any(span.start <= start < span.end for span in spans)


def test_none() -> None:
    assert Places[Span]([]).shared_with(0, 9) == []

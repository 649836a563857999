"""What no table can hold is seen in every one of them."""

import pytest

from pipeline.report.cells import cut, joined, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b\x08c\x1f", "a\ufffdb\ufffdc\ufffd"),
        ("half \ud83d of it", "half \ufffd of it"),
        ("none \ufffe and \uffff", "none \ufffd and \ufffd"),
        ("kept: \t \n \x7f \u202e \u200b \U0001f600", "kept: \t \n \x7f \u202e \u200b \U0001f600"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ],
)
def test_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("x" * 32_000, "x" * 32_000),
        ("x" * 32_001, "x" * 31_999 + "…"),
        ("\U0001f600" * 16_000, "\U0001f600" * 16_000),
        ("\U0001f600" * 16_000 + "x", "\U0001f600" * 15_999 + "…"),
        ("x" + "\U0001f600" * 16_000, "x" + "\U0001f600" * 15_999 + "…"),
    ],
)
def test_cut(text: str, left: str) -> None:
    assert cut(text) == left
    assert len(left.encode("utf-16-le")) <= 2 * 32_000


def test_joined() -> None:
    assert joined(("a;b", "c")) == "a,b;c"
    assert joined(()) == ""
    assert joined("a;b") == "a;b"
    assert joined(3) == 3

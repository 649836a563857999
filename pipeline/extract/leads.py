"""What introduces a list."""

from pipeline.records import Span

_STOPS = (". ", "! ", "? ", "\n")


def lead_in(words: str, start: int) -> Span | None:
    """The last sentence of a block that ends in a colon; `start` is where the block stands in the text.

    >>> lead_in("It was signed. Its parts are:", 100)
    Span(start=115, end=129)
    """
    if not words.endswith(":"):
        return None
    begin = max(words.rfind(stop) + len(stop) if stop in words else 0 for stop in _STOPS)
    return Span(start + begin, start + len(words))

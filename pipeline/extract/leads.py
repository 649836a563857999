"""What introduces a list."""

from pipeline.records import Span

_STOPS = (". ", "! ", "? ", "\n")


_TOLD = (".", "!", "?", "…")


def lead_in(words: str, start: int, *, over_its_own: bool = False) -> Span | None:
    """The last sentence of a block that ends in a colon; `start` is where the block stands in the text.

    An item `over_its_own` list leads that in without a colon too, unless it is a sentence.

    >>> lead_in("It was signed. Its parts are:", 100)
    Span(start=115, end=129)
    >>> lead_in("On the north bank", 100, over_its_own=True)
    Span(start=100, end=117)
    """
    if over_its_own and not words.endswith((":", *_TOLD)):
        return Span(start, start + len(words))
    if not words.endswith(":"):
        return None
    begin = max(words.rfind(stop) + len(stop) if stop in words else 0 for stop in _STOPS)
    return Span(start + begin, start + len(words))

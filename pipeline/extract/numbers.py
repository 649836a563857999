"""A number that a file says of itself. One of thousands of digits is an attack, and Python does not read it."""

MOST_DIGITS = 15  # of a length in bytes; levels and columns have one or two


def number_in(text: str) -> int | None:
    """The number that `text` is, None if it is none or longer than any file needs.

    >>> number_in("12"), number_in("-1"), number_in("٣"), number_in("9" * 5000)
    (12, None, None, None)
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None

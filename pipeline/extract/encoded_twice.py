"""Text that was encoded twice: "donâ€™t" for "don’t".

Somebody took UTF-8 for Latin-1, or for Windows' encoding, and encoded that again as UTF-8; 11 of WCXB's 711 development
pages are so. Every character outside ASCII then is a part of a well-formed sequence, which other texts do not have: a
lone "é" or one sign of another script is enough to tell them.
"""

from contextlib import suppress

from pipeline.extract.signs import beyond_ascii

MISTAKEN = ("latin-1", "cp1252")
FEWEST = 4  # characters that it takes away; an article may show one sequence to tell of it


def encoded_once(text: str) -> str:
    """The text as it was before, or as it is where it was encoded once."""
    apart = beyond_ascii(text)  # where these alone do not fit, neither does the text, and they are few
    for encoding in MISTAKEN if apart else ():
        with suppress(UnicodeError):  # then it was not this one
            apart.encode(encoding).decode()
            once = text.encode(encoding).decode()
            return once if len(text) - len(once) >= FEWEST else text
    return text

"""What two printings of the same words have in common."""

import re


def fingerprint(words: str) -> str:
    """Letters and digits, in one case.

    >>> fingerprint("Read  MORE …") == fingerprint("Read more")
    True
    """
    return " ".join(re.findall(r"\w+", words.casefold()))

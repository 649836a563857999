"""Characters that a reader does not see: they are kept, because the text is what was written, and told of.

They can make two names look alike, hide words from a search, or show a sentence in another order than it is stored in.
Soft hyphens, and the joiners that emoji and Persian are written with, are ordinary and not told of.
"""

import re

_TOLD = (
    ("bidi_controls", re.compile("[\u202a-\u202e\u2066-\u2069]")),  # they turn the order of what is shown
    ("invisible_characters", re.compile("[\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")),
)


def invisible_in(text: str) -> tuple[str, ...]:
    """The warnings of a text.

    >>> invisible_in("pay\u200bpal"), invisible_in("\u202egnp.exe"), invisible_in("co\u00adoperate")
    (('invisible_characters',), ('bidi_controls',), ())
    """
    return tuple(name for name, characters in _TOLD if characters.search(text))

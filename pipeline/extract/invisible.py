"""Characters that a reader does not see: they are kept, because the text is what was written, and told of.

They can make two names look alike, hide words from a search, or show a sentence in another order than it is stored in.
What a script or an emoji is written with is ordinary and not told of, and neither are soft hyphens.
"""

import re

_ALPHABETS = "A-Za-z\u00aa-\u024f\u0370-\u052f\u1e00-\u1fff"  # Latin, Greek and Cyrillic, whose letters need no joiner
_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff"  # from Thai to Chinese
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_OVERRIDES = re.compile("[\u202d\u202e]")  # they turn the order of what is shown, whatever it is
_EMBEDDINGS = re.compile("[\u202a-\u202c\u2066-\u2069]")  # beside words that are written from the right
_INVISIBLE = re.compile(
    "[\u2060-\u2064\ufeff]"
    f"|(?<![{_WITHOUT_SPACES}])\u200b(?![{_WITHOUT_SPACES}])"
    f"|(?<=[{_ALPHABETS}])[\u200c\u200d]+(?=[{_ALPHABETS}])"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"  # behind a flag they say whose it is
)


def _turns(text: str) -> bool:
    return bool(_OVERRIDES.search(text) or (_EMBEDDINGS.search(text) and not _RIGHT_TO_LEFT.search(text)))


def invisible_in(text: str) -> tuple[str, ...]:
    """The warnings of a text.

    >>> invisible_in("pay\u200bpal"), invisible_in("\u202egnp.exe"), invisible_in("co\u00adoperate")
    (('invisible_characters',), ('bidi_controls',), ())
    """
    bidi, invisible = _turns(text), bool(_INVISIBLE.search(text))
    return ("bidi_controls",) * bidi + ("invisible_characters",) * invisible

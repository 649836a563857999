"""How a name sounds, roughly: names brought over from another script are spelled in many ways and heard in one."""

import re
from functools import lru_cache

from pipeline.tag.merging.keys import REMEMBERED, without_accents

SHORTEST = 5  # letters: shorter words are alike by accident ("Li", "Lee")

# In this order; each is what newspapers write for one sound of Russian, Ukrainian, Arabic, Persian or Hebrew names.
_SAME_SOUND = (
    (r"[’'ʼ`-]", ""),
    (r"(?:sch|sh|sz)tch|shch|schtsch", "sh"),
    (r"dzh|dj", "j"),
    (r"tsch|tch", "ch"),
    (r"sch", "sh"),
    (r"zh", "j"),
    (r"kh", "h"),
    (r"ph", "f"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"tz", "ts"),
    (r"ou|oo", "u"),
    (r"^[yi](?=[aeou])", "j"),  # kept apart from "i", so that "J." is Jonas and not Irina
    (r"ee|iy|yi|ij|yj|yy|ii|y|(?<=.)j(?=[aeou])", "i"),
    (r"i+", "i"),
    (r"(?<=[aeiou])h(?![aeiou])", ""),  # "Nasrallah"
    (r"(?<=s)kij?$", "ki"),
    (r"([^\W_])\1", r"\1"),
)
_PATTERNS = tuple((re.compile(pattern), sound) for pattern, sound in _SAME_SOUND)


@lru_cache(maxsize=REMEMBERED)
def sound_of(word: str) -> str:
    """A word as it sounds; a short one as it is spelled.

    >>> {sound_of(word) for word in ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij")}
    {'zelenski'}
    >>> sound_of("Khrushchev") == sound_of("Krushchev"), sound_of("Mohammed") == sound_of("Mohamed")
    (False, True)
    """
    plain = heard = without_accents(word)
    if len(plain) < SHORTEST or not plain.isascii():
        return plain
    for pattern, sound in _PATTERNS:
        heard = pattern.sub(sound, heard)
    return heard if len(heard) >= SHORTEST else plain

"""The language of a text, by the share of its words that are a language's function words.

Function words are a third to a half of running prose in each of these languages and nearly absent from the others, so
that a few dozen words decide. The lists are spaCy's.
"""

import re
from functools import cache
from importlib import import_module

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv", "ru", "uk", "tr")
FEWEST_WORDS = 8  # below this no share means anything
LEAST_SHARE = 0.15  # a heading-only page of English has about this; prose has 0.4


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS) for code in LANGUAGES}


def detect_language(text: str) -> str:
    """An ISO 639-1 code, or "" where the text is too short or in none of `LANGUAGES`.

    >>> detect_language("Die beiden Seiten haben sich auf einen neuen Vertrag geeinigt, sagte der Minister.")
    'de'
    """
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < FEWEST_WORDS:
        return ""
    share = {code: sum(word in known for word in words) / len(words) for code, known in _function_words().items()}
    best = max(sorted(share), key=lambda code: share[code])
    return best if share[best] >= LEAST_SHARE else ""

"""The language of a text, by the share of its words that are a language's function words.

Function words are a third to a half of running prose in each of these languages and nearly absent from the others, so
that a few dozen words decide. The lists are spaCy's.
"""

import re
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv", "ru", "uk", "tr")
FEWEST_WORDS = 8  # below this no share means anything
LEAST_SHARE = 0.15  # a heading-only page of English has about this; prose has 0.4


def _stop_words(path: Path) -> frozenset[str]:
    """What a list of spaCy's holds, without the tokenizer of its language: a quarter of a second to load."""
    spec = spec_from_file_location("stop_words", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return frozenset(module.STOP_WORDS)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    spec = find_spec("spacy")
    if spec is None or spec.origin is None:
        raise ImportError("spacy")
    folder = Path(spec.origin).parent / "lang"
    return {code: _stop_words(folder / code / "stop_words.py") for code in LANGUAGES}


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

"""The language of a text, as its words show it, by the model of 142 languages that comes with py3langid.

Naive Bayes over byte sequences (Lui and Baldwin, 2012). Names say nothing about the language of what is said of them,
so that words with a capital are left out where enough others stand beside them.
"""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

FEWEST_SMALL = 5  # words; with fewer small ones the capitals count too: "Die Stadt hat die Brücke gesperrt"
LONGEST = 20_000  # characters; more changes nothing and takes time
SURE = (
    0.5  # chance; the texts of tests/cases/extract/languages.toml are all right above it, and a table of names is below
)
NO_LANGUAGE = "zxx"  # what the model calls keyboard noise and code
# From here on a paragraph is held against its article. Of 32,252 such in WCXB's development articles, all in English,
# two are taken for another language, and they are.
FEWEST_LETTERS, SURELY_FOREIGN = 40, 0.9
ENOUGH = 600  # characters of a paragraph that decide for it
# The model tells these apart by a few words, so that what is declared decides between them.
ALIKE = (frozenset({"no", "nb", "nn"}), frozenset({"hr", "bs", "sr"}), frozenset({"id", "ms"}), frozenset({"pt", "gl"}))

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]*+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@cache
def _model() -> LanguageIdentifier:
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Only what has an ISO 639-1 code: Nigerian Pidgin is a guess at English headlines.
    model.set_languages([code for code in model.labels if len(code) == len("en") or code == NO_LANGUAGE])
    return model


def telling_words(text: str) -> str:
    """The words of a text that tell its language, a space between them."""
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    small = [word for word in words if not word[0].isupper()]
    return " ".join(small if len(small) >= FEWEST_SMALL else words)


def detect_language(text: str, least: float = SURE) -> str:
    """An ISO 639-1 code, or "" where the chance of the likeliest language is under `least`.

    >>> detect_language("Die beiden Seiten haben sich auf einen neuen Vertrag geeinigt, sagte der Minister.")
    'de'
    >>> detect_language("Berlin, Paris, 1962")
    ''
    """
    words = telling_words(text[:LONGEST])
    language, chance = _model().classify(words) if words else ("", 0.0)
    return str(language) if chance >= least and language != NO_LANGUAGE else ""


def other_language(paragraph: str, language: str) -> str:
    """The language of a paragraph, where it is long enough to tell and surely not `language`; else ""."""
    words = telling_words(paragraph[:ENOUGH])
    if not language or len(words) - words.count(" ") < FEWEST_LETTERS:
        return ""
    found = detect_language(paragraph[:ENOUGH], SURELY_FOREIGN)
    return "" if any({found, language} <= alike for alike in (*ALIKE, {language})) else found


def settle(detected: str, declared: str) -> tuple[str, bool]:
    """The language of an article, and whether what is declared is wrong. The words decide, where they can.

    >>> settle("de", "en"), settle("", "fr"), settle("no", "nb")
    (('de', True), ('fr', False), ('nb', False))
    """
    if not detected or any({detected, declared} <= alike for alike in ALIKE):
        return declared, False
    return detected, declared not in {"", detected}

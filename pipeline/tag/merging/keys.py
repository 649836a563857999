"""Keys of names: the same for every way of writing the same words."""

import re
import unicodedata
from functools import lru_cache

REMEMBERED = 100_000  # names; each is looked at by every rule
_LEGAL = frozenset(
    """
    ab ag as asa bhd bv co company corp corporation gmbh inc incorporated kg kk limited llc llp lp ltd nv oy oyj plc pte
    pty sa sae sarl sas se spa srl
    """.split()
)
_ENDING = re.compile(r"[’']s?$")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b(?:[^\W\d_]\.)+[^\W\d_]\b")
_WHOLE = str.maketrans("łøđı", "lodi", "")  # letters whose mark is a part of them
_SPELT = (  # British and American, and what is shortened in places; applied word by word
    (re.compile(r"^mt$"), "mount"),
    (re.compile(r"^ft$"), "fort"),
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"^(defen|offen)ce$"), r"\1se"),
    (re.compile(r"^(cent|theat)re(s?)$"), r"\1er\2"),
    (re.compile(r"^(lab|harb)our(s?)$"), r"\1or\2"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
    (re.compile(r"^aeroplane(s?)$"), r"airplane\1"),
)


def without_accents(words: str) -> str:
    """Casefolded, letters without their marks.

    >>> without_accents("Gonçalves"), without_accents("Łódź"), without_accents("Sørensen")
    ('goncalves', 'lodz', 'sorensen')
    """
    plain = words.casefold().translate(_WHOLE)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@lru_cache(maxsize=REMEMBERED)
def word_tuple(words: str) -> tuple[str, ...]:
    """The words of a name as its key has them, in order; dotted acronyms are one word.

    >>> word_tuple("The U.N. Co-operation & Defence Centre’s")
    ('un', 'co', 'operation', 'and', 'defense', 'center')
    """
    closed = _DOTTED.sub(lambda m: m[0].replace(".", ""), _ENDING.sub("", words))
    plain = without_accents(closed.replace("&", " and ")).replace("'", "").replace("’", "")
    found = re.findall(r"[^\W_]+", plain)
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    return tuple(_respelt(word) for word in found)


@lru_cache(maxsize=REMEMBERED)
def _respelt(word: str) -> str:
    for pattern, replacement in _SPELT:
        word = pattern.sub(replacement, word)
    return word


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """A company's name alone.

    >>> without_legal_form(word_tuple("Acme Trading Co., Ltd.")), without_legal_form(word_tuple("The Company"))
    (('acme', 'trading'), ('company',))
    """
    closed = _joined_letters(words)
    end = len(closed)
    while end > 1 and closed[end - 1] in _LEGAL:
        end -= 1
    return closed[:end] if end and closed[end - 1] not in {"and", "of"} else closed


def without_legal_ending(name: str) -> str:
    """A company's name as written, without what follows it.

    >>> without_legal_ending("Nordvik Seafood ASA"), without_legal_ending("Acme Co., Ltd."), without_legal_ending("SE")
    ('Nordvik Seafood', 'Acme', 'SE')
    """
    words = name.split()
    end = len(words)
    while end > 1 and words[end - 1].strip(".,").lower() in _LEGAL:
        end -= 1
    return " ".join(words[:end]).rstrip(",")


def _joined_letters(words: tuple[str, ...]) -> tuple[str, ...]:
    """Letters at the end of a name as one word: "n", "v" in "N. V."."""
    end = len(words)
    while end > 1 and len(words[end - 1]) == 1:
        end -= 1
    letters = "".join(words[end:])
    return (*words[:end], letters) if letters in _LEGAL else words


def key_words(words: str, kind: str) -> tuple[str, ...]:
    """The key of a name of this type: of a body without its legal form; compound words are not told from two."""
    found = word_tuple(words)
    return without_legal_form(found) if kind == "ORG" else found


def key(words: str, kind: str) -> str:
    """One string for a name of this type.

    >>> key("Acme, Inc.", "ORG") == key("The ACME", "ORG"), key("Kim Jong-un", "PERSON") == key("Kim Jong Un", "PERSON")
    (True, True)
    """
    return "".join(key_words(words, kind))


def key_of(words: str) -> str:
    """An id for a name that no table knows, the same for every way of spacing and casing it.

    >>> key_of("Sergei  Lavrov’s")
    'sergei-lavrov'
    """
    return re.sub(r"[^\w]+", "-", re.sub(r"[’']s?$", "", words.casefold())).strip("-")

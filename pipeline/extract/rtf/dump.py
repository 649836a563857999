"""The words of an RTF file without reading it: what is left without its control words and the groups nobody sees.

Which letters stand for the bytes above ASCII is not asked: words end there, in the dump and in what it is held against.
"""

import re

from pipeline.extract.rtf.vocabulary import CHARACTERS, MARKS, TABLES, UNSEEN

FEWEST_PARAGRAPHS = 3  # in a group that has swallowed text; a comment or a separator has one or two

_HIDDEN = "|".join(sorted(UNSEEN | MARKS | TABLES)).encode()
_BRACES = re.compile(rb"\\[\\{}]|(\{)((?:\s*+\\\*|\s*+\\(?:" + _HIDDEN + rb")(?![a-z]))?)|(\})")
_DELETED = re.compile(rb"\{[^{}]*+\}")
_IS_DELETED = re.compile(rb"\\(?:v|deleted)(?![a-z0])")
_OTHER_LETTER = re.compile(rb"\\'[0-9a-fA-F]{2}|\\u-?\d+ ?|[\x80-\xff]+")
_DIVIDING = "|".join(sorted({*CHARACTERS, "par", "pard", "sect", "cell", "row", "line"})).encode()
_DIVIDES = re.compile(rb"\\(?:" + _DIVIDING + rb")(?![a-z])-?\d* ?|\\[\r\n~]|\\[\\{}]")
_MARKUP = re.compile(rb"\\[a-zA-Z]+-?\d* ?|[\r\n\0{}]|\\.", re.DOTALL)
_PARAGRAPH = re.compile(rb"\\par(?![a-z])")
_WORD = re.compile(r"[A-Za-z]{2,}")


def _shown(content: bytes) -> bytes:
    """The file without its hidden groups; one that never ends, or holds running text, hides nothing."""
    kept, at, depth, hidden, begun = [], 0, 0, 0, 0
    for brace in _BRACES.finditer(content):
        if brace[1]:
            depth += 1
            if brace[2] and not hidden:
                hidden, begun = depth, brace.start()
        elif brace[3]:
            if hidden == depth:
                if len(_PARAGRAPH.findall(content, begun, brace.end())) < FEWEST_PARAGRAPHS:
                    kept.append(content[at:begun])
                    at = brace.end()
                hidden = 0
            depth -= 1
    return b"".join([*kept, content[at:]])


def plain_words(text: str) -> str:
    """The words of a text that are in ASCII from end to end."""
    return " ".join(_WORD.findall(text))


def rtf_text(content: bytes) -> str:
    r"""The words that a file shows, and more, as `plain_words` has them.

    >>> rtf_text(rb"{\rtf1{\fonttbl{\f0 Arial;}}The {\b mas}t was\par sold in M\'fcnchen.{\*\x No.}}")
    'The mast was sold in nchen'
    """
    shown = _DELETED.sub(lambda group: b"" if _IS_DELETED.search(group[0]) else group[0], _shown(content))
    parted = _DIVIDES.sub(b" ", _OTHER_LETTER.sub(b"\x80", shown))
    return plain_words(_MARKUP.sub(b"", parted).decode("latin-1"))

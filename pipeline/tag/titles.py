"""Titles of works, where the text sets them off: in quotation marks, with a capital for each word that bears weight."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from pipeline.tag.compounds import BY_FORM

LONGEST = 9  # words

_QUOTED = re.compile(r"[\"“](?P<title>[^\"“”]{2,80}?)[,.]?[\"”]")
_SMALL = frozenset("a an and as at but by de for from in is la le my of on or the to with your vs. &".split())
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")


def _is_title(words: list[str]) -> bool:
    weighty = [word for word in words if word.lower() not in _SMALL]
    return 1 < len(words) <= LONGEST and bool(weighty) and all(word[0].isupper() for word in [words[0], *weighty])


def find_titles(doc: Doc) -> Iterator[Span]:
    """The titles in a doc; one word in quotation marks, or words that form a sentence in small letters, are none."""
    for match in _QUOTED.finditer(doc.text):
        span = doc.char_span(*match.span("title"), label="WORK_OF_ART", kb_id=BY_FORM)
        if span is not None and _is_title(_WORD.findall(match["title"])):
            yield span

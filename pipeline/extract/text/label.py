"""The label that a table's row begins with, where nothing but capitals tells it from the statement."""

import re
from itertools import pairwise

from pipeline.extract.text.line import Line
from pipeline.records import Span

LONGEST_LABEL = 5  # words

_OPENERS = frozenset("A An Both In It Its The Their There These They This".split())  # words that open a statement


def known_names(prose: str) -> set[tuple[str, str]]:
    """Pairs of capitalised words that stand together inside sentences: "New START", "Cold War"."""
    runs = re.findall(r"\b[a-z]+,? ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+)", prose)
    return {pair for run in runs for pair in pairwise(run.split())}


def split_label(line: Line, names: set[tuple[str, str]]) -> tuple[Span, ...]:
    """Label and statement of a row that has nothing between them, or the whole row where that is unclear."""
    words = line.words
    run = next((i for i, word in enumerate(words) if not word.lstrip('(“"')[:1].isupper()), len(words))
    opener = next((i for i in range(1, run) if words[i] in _OPENERS), 0)
    cut = opener or run - 1
    while not opener and cut > 0 and (words[cut - 1], words[cut].rstrip(".,")) in names:
        cut -= 1  # the statement begins with a name
    if not 1 <= cut <= LONGEST_LABEL:
        return (Span(line.start, line.end),)
    ends = [match.end() for match in re.finditer(r"\S+", line.text)]
    split = line.text.index(words[cut], ends[cut - 1])
    return (Span(line.start, line.start + ends[cut - 1]), Span(line.start + split, line.end))

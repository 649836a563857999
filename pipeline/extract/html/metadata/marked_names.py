"""Names that the markup says are an author's."""

import re
from itertools import chain, islice

from pipeline.extract.html.class_words import class_names
from pipeline.extract.html.metadata.credits import (
    credited,
    ends_in_by,
    ends_in_help,
    first_name,
    is_full_name,
    parts_of,
)
from pipeline.extract.html.pieces import Piece
from pipeline.extract.html.regions import marks
from pipeline.extract.html.tree import Node, ancestors, nodes
from pipeline.records import Region

MOST_AROUND = 4  # elements
MOST_INSIDE = 12  # elements

_PERSON = frozenset(
    "author authors byline bylines contributor contributors writer autor autores autoren autora auteur auteurs".split()
)
_NAMED = frozenset("author authors contributor writer name link".split())  # last in the class of a name alone
_NOT_NAMED = frozenset(
    """
    avatar bio biography comment comments credential desc description image img job links occupation photo position
    related role share social tag
    """.split()
)
_PLACED = re.compile(r"von\s[^,]+,", re.IGNORECASE)  # "Von Jane Doe, Hamburg": where she writes from
_PROFILE = re.compile(r"/(?:authors?|contributors?|writers?|bylines?)/[^/]+/?$|[?&]author=")


def _text(node: Node) -> str:
    """What a reader sees in `node`, on one line."""
    parts: list[str] = []
    waiting: list[Node | str] = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(item)
        elif not item.hidden:
            waiting.extend(reversed(item.children))
    return " ".join("".join(parts).split())


def _is_called_so(node: Node) -> bool:
    if "author" in node.get("rel").split() or node.get("itemprop").lower() == "author":
        return True
    return any("author" in words and words[-1] == "name" for words in class_names(node))


def _is_name_alone(node: Node) -> bool:
    """Whether `node` is marked as an author's name and nothing else."""
    if _is_called_so(node) or (node.tag == "a" and _PROFILE.search(node.get("href"))):
        return True
    return any(words and words[-1] in _NAMED and not _PERSON.isdisjoint(words) for words in class_names(node))


def is_about_author(node: Node) -> bool:
    """Whether an author's name is somewhere in `node`."""
    return any(not _PERSON.isdisjoint(words) and _NOT_NAMED.isdisjoint(words) for words in class_names(node))


def is_of_comment(piece: Piece) -> bool:
    """Whether a piece stands in what readers have written."""
    return any(mark.region is Region.COMMENTS for node in ancestors(piece.node) for _, mark in marks(node))


def names_alone(piece: Piece) -> list[str]:
    """The names in the elements of a piece, or around it, that hold nothing else."""
    found: list[str] = []
    for node in chain(islice(nodes(piece.node), MOST_INSIDE), islice(ancestors(piece.node), 1, MOST_AROUND)):
        if node.tag != "a" and not _is_name_alone(node):
            continue
        text = _text(node)
        before, inside, _ = piece.text.partition(text) if text else ("", "", "")
        if inside and not ends_in_help(before) and (_is_name_alone(node) or ends_in_by(before)):
            found.extend((_PLACED.match(text) and credited(text)) or first_name(text))
    return [name for name in found if not any(other in name for other in found if other != name)]


def name_beside_others(piece: Piece) -> list[str]:
    """What looks like a name in a piece that the markup says is about the author."""
    if any(map(is_about_author, islice(ancestors(piece.node), MOST_AROUND))):
        return list(islice(filter(is_full_name, parts_of(piece.text)), 1))
    return []


def name_in_box(piece: Piece) -> list[str]:
    """The name that a piece is marked as, wherever it stands on the page."""
    is_named = any(map(_is_called_so, islice(ancestors(piece.node), 2)))
    return first_name(piece.text) if is_named else []

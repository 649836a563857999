"""A long file in pieces, so that no more than one of them is held at a time."""

from collections.abc import Iterable, Iterator

PIECE = 2**20  # bytes or characters; larger saves no time


def in_pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of about that size, at least one.

    >>> list(in_pieces([b"a", b"b", bytes(PIECE), b"c"])) == [b"ab" + bytes(PIECE), b"c"]
    True
    """
    held: list[bytes] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)

"""Shingles: every run of a few words, hashed, and which texts share them (Broder 1997).

Containment in the shorter text and not resemblance is what a copy is told by, because a reprint often loses its last
paragraphs and a wire story is often a part of a longer one. Signatures for resemblance (MinHash) do not keep it, so
that texts meet here by the shingles themselves, sorted: each holder with the next `NEIGHBOURS` and with the first. Up
to so many articles no pair is missed; a story that thousands print costs each of them as many comparisons.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

SHINGLE = 4  # words
NEIGHBOURS = 16
REMEMBERED = 100_000  # words; articles of one story have most of theirs in common

_WORD = re.compile(r"\w+")
# One for each word of a shingle, odd and without order (those of xxHash): "a b" is another run than "b a".
_PLACES = [np.uint64(n) for n in (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)]

NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Shingled:
    """The words of a text in order: where each stands, and the hash of the run that begins with it."""

    words: tuple[str, ...]  # casefolded
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    runs: tuple[int, ...]  # SHINGLE - 1 fewer than words
    distinct: frozenset[int]  # the runs


@lru_cache(maxsize=REMEMBERED)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def _hashes(words: Sequence[str]) -> list[int]:
    """The hash of the run that begins with each word: of its words' hashes, each times a number for its place."""
    own = np.fromiter(map(_hash, words), dtype=np.uint64, count=len(words))
    last = len(words) - SHINGLE + 1
    if last < 1:
        return []
    runs = sum(own[at : at + last] * place for at, place in enumerate(_PLACES))
    hashes: list[int] = np.asarray(runs, dtype=np.uint64).view(np.int64).tolist()
    return hashes


def shingled(text: str, spans: Sequence[tuple[int, int]]) -> Shingled:
    """The words of `text` inside the spans; a run may go on from one span to the next."""
    found = [match for start, end in spans for match in _WORD.finditer(text, start, end)]
    words = tuple(match[0].casefold() for match in found)
    runs = tuple(_hashes(words))
    return Shingled(words, tuple(m.start() for m in found), tuple(m.end() for m in found), runs, frozenset(runs))


def meetings(texts: Sequence[NDArray[np.int64]]) -> tuple[list[int], list[int]]:
    """Index pairs of texts that meet, each as `first * len(texts) + second`, and at how many shingles they do.

    Each text is its distinct shingles, or a part of them: parts by shingle add up to the whole.
    """
    hashes = np.concatenate([*texts, NONE])
    holders = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    order = np.lexsort((holders, hashes))
    hashes, holders = hashes[order], holders[order]
    _, firsts, sizes = np.unique(hashes, return_index=True, return_counts=True)
    far = np.arange(len(hashes)) - np.repeat(firsts, sizes) > NEIGHBOURS
    met = [np.repeat(holders[firsts], sizes)[far] * len(texts) + holders[far]]
    for distance in range(1, min(NEIGHBOURS, len(texts) - 1) + 1):
        same = hashes[distance:] == hashes[:-distance]
        met.append(holders[:-distance][same] * len(texts) + holders[distance:][same])
    pairs, counts = np.unique(np.concatenate(met), return_counts=True)
    return pairs.tolist(), counts.tolist()


def as_array(text: AbstractSet[int]) -> NDArray[np.int64]:
    """The shingles of a text in an array, in no order."""
    return np.fromiter(text, dtype=np.int64, count=len(text))


def _bits(often: NDArray[np.int64], held: NDArray[np.int64]) -> int:
    """Which of the sorted shingles a text holds, as the bits of a number; it holds no others of them than `held`."""
    row = np.zeros(len(often), dtype=bool)
    row[np.searchsorted(often, held)] = True
    return int.from_bytes(np.packbits(row).tobytes())


def sharing(texts: Sequence[AbstractSet[int]], fewest: int) -> Iterator[tuple[int, int, int]]:
    """Index pairs of texts that share at least so many shingles, the smaller index first, with how many they share."""
    arrays = [as_array(text) for text in texts]
    hashes, sizes = np.unique(np.concatenate([*arrays, NONE]), return_counts=True)
    often = hashes[sizes > NEIGHBOURS]  # not all that hold one of these meet at it, as all do that hold another
    among = [np.isin(text, often) for text in arrays]
    rarely = dict(zip(*meetings([text[~here] for text, here in zip(arrays, among, strict=True)]), strict=True))
    bits = [_bits(often, text[here]) for text, here in zip(arrays, among, strict=True)]
    for pair, count in zip(*meetings(arrays), strict=True):
        first, second = divmod(pair, len(texts))
        if count >= fewest:
            yield first, second, rarely.get(pair, 0) + (bits[first] & bits[second]).bit_count()

"""A part of a sentence that stands alone: which of its words, in which order, and what they need beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from pipeline.records import Span

_OPENERS, _CLOSERS = "“‘([{", ",.;:!?”’)]}%"


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens of one sentence, and words of ours between them: "30", "people", "were", "injured"."""

    pieces: tuple[Token | str, ...]
    head: str = ""  # the verb that a parse of its words has to find at their top, "" where that is open
    known_from: tuple[Token, ...] = ()  # tokens beside its own which its meaning rests on: "nine people", for "30"


@dataclass(frozen=True, slots=True)
class Worded:
    """A part in words; `origins` has for each character its place in the sentence's document, -1 for one of ours."""

    words: str
    origins: tuple[int, ...]
    start: int  # in the document: what it rests on begins
    end: int

    @property
    def spans(self) -> tuple[Span, ...]:
        """What it takes from the document, in the order of the document and without overlap."""
        taken = sorted({origin for origin in self.origins if origin >= 0})
        starts = [at for i, at in enumerate(taken) if i == 0 or taken[i - 1] != at - 1]
        ends = [at + 1 for i, at in enumerate(taken) if i + 1 == len(taken) or taken[i + 1] != at + 1]
        return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))

    def source(self, start: int, end: int) -> Span | None:
        """Where the words at [start, end) stand in the document; None for words of ours or from several places."""
        taken = self.origins[start:end]
        straight = all(b == a + 1 for a, b in pairwise(taken))
        return Span(taken[0], taken[-1] + 1) if taken and straight and taken[0] >= 0 else None

    def target(self, start: int, end: int) -> Span | None:
        """Where the words at [start, end) of the document stand in these, None where they are left out."""
        found = [i for i, origin in enumerate(self.origins) if start <= origin < end]
        return Span(found[0], found[-1] + 1) if found else None


def _follows(piece: Token | str, before: Token | str) -> bool:
    """Whether a piece stands behind another as it does in the sentence."""
    return isinstance(piece, Token) and isinstance(before, Token) and piece.i == before.i + 1


def _space(piece: Token | str, before: Token | str) -> str:
    text = str(piece)
    glued = text[0] in _CLOSERS or text in {"'s", "’s", "n't", "n’t"} or str(before)[-1] in _OPENERS
    return "" if glued else " "


def _cased(piece: Token | str, *, opens: bool) -> str:
    """A piece with the first letter that its place wants: "Twelve people" inside a sentence are "twelve people"."""
    text = str(piece)
    if opens:
        return text[:1].upper() + text[1:]
    opened = isinstance(piece, Token) and piece.is_sent_start and piece.pos_ != "PROPN" and not piece.ent_id_
    return text[:1].lower() + text[1:] if opened and text != "I" and not text.isupper() else text


def put_in_words(part: Part) -> Worded:
    """The part as a sentence: the spaces of the text where its tokens follow each other, a full stop at the end."""
    words, origins = "", list[int]()
    before: Token | str | None = None
    for piece in part.pieces:
        if before is not None:
            kept = _follows(piece, before) and isinstance(before, Token)
            gap = before.whitespace_ if kept and isinstance(before, Token) else _space(piece, before)
            at = before.idx + len(before) if kept and isinstance(before, Token) else -1
            words, origins = words + gap, [*origins, *([at] * len(gap))]
        text = _cased(piece, opens=before is None)
        words += text
        origins += [piece.idx + i if isinstance(piece, Token) else -1 for i in range(len(text))]
        before = piece
    if not words.endswith((".", "!", "…", ".”", '."')):
        words, origins = f"{words}.", [*origins, -1]
    ends = [(t.idx, t.idx + len(t)) for t in (*part.pieces, *part.known_from) if isinstance(t, Token)]
    return Worded(words, tuple(origins), min(start for start, _ in ends), max(end for _, end in ends))


def in_order(tokens: Iterable[Token]) -> list[Token]:
    """Tokens as they stand in the sentence, each once."""
    return sorted({token.i: token for token in tokens}.values(), key=lambda token: token.i)


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Without the conjunctions and commas at either end that joined it to something else."""
    kept = list(tokens)
    while kept and (kept[0].dep_ == "cc" or kept[0].text in {",", ";"} or kept[0].is_space):
        kept.pop(0)
    while kept and (kept[-1].dep_ == "cc" or kept[-1].text in {",", ";", ".", "–", "—", "-"} or kept[-1].is_space):
        kept.pop()
    return kept

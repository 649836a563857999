"""Judging: what the claims of two articles are to each other, worked out once and kept for each two articles.

It rests on the two alone, so that a new article costs its own pairs and nothing of the others'.
"""

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256

import msgspec

from pipeline.compare.background import Vector
from pipeline.compare.embedding import sentence_digest
from pipeline.compare.entailment import relation_digest
from pipeline.compare.pairs import row_of
from pipeline.compare.pieces import NONE, Piece, Pieces, Two
from pipeline.compare.reading import asking, read_seen
from pipeline.compare.relation import verdict_on
from pipeline.compare.seeing import see
from pipeline.errors import Reject
from pipeline.records import Claim, ClaimPair
from pipeline.versions import stage_version
from pipeline.workers import Runner

log = logging.getLogger(__name__)
WORTH = 4  # pieces that are worth a process more: it loads the model first
TWOS_AT_ONCE = 2_000  # that are fetched together: a few MB


@dataclass(frozen=True, slots=True)
class Judged:
    """What the candidates turned out to be: related pairs, and ids of those that are never on one side of anything."""

    pairs: tuple[ClaimPair, ...]
    apart: tuple[tuple[str, str], ...]


def judge_piece(piece: Piece, folder: str) -> Judged:
    """The candidates of a piece, judged with the entailment model in `folder` ("" for the shipped one)."""
    pairs: list[ClaimPair] = []
    apart: list[tuple[str, str]] = []
    for seen in read_seen(map(see, piece.pairs()), asking(folder)):
        verdict = verdict_on(seen)
        if row := row_of(seen.pair, verdict):
            pairs.append(row)
        if verdict.apart:
            apart.append((seen.pair.a.claim_id, seen.pair.b.claim_id))
    return Judged(tuple(pairs), tuple(apart))


def _said(claims: Sequence[Claim], echoes: AbstractSet[str]) -> bytes:
    own = [claim.claim_id for claim in claims if claim.claim_id in echoes]
    return sha256(msgspec.msgpack.encode((claims, own), order="deterministic")).digest()


def _keys(
    articles: Sequence[Sequence[Claim]], twos: Sequence[Two], echoes: AbstractSet[str], runner: Runner
) -> list[str]:
    """What the verdicts on each two articles are kept under."""
    models = sentence_digest(), relation_digest(runner.settings.relation_model)
    seed = msgspec.msgpack.encode((stage_version("compare"), *models))
    said = [_said(claims, echoes) for claims in articles]
    return [sha256(seed + said[first] + said[second]).hexdigest() for first, second in twos]


Words = dict[str, str]  # each word of claims by itself: a claim is in dozens of pairs, and its text is held once


def _kept(keys: Mapping[Two, str], words: Words, runner: Runner) -> dict[Two, Judged]:
    """The verdicts that are in the store."""
    found: dict[Two, Judged] = {}
    for first in range(0, len(twos := list(keys)), TWOS_AT_ONCE):
        some = twos[first : first + TWOS_AT_ONCE]
        kept = runner.store.get_many([keys[two] for two in some])
        for two in some:
            if content := kept.get(keys[two]):
                found[two] = _in(words, msgspec.msgpack.decode(content, type=Judged))
    return found


def _in(words: Words, judged: Judged) -> Judged:
    """The same in words that are there already."""

    def there(word: str) -> str:
        return words.setdefault(word, word)

    pairs = (
        replace(
            row,
            claim_a=there(row.claim_a),
            claim_b=there(row.claim_b),
            article_a=there(row.article_a),
            article_b=there(row.article_b),
            evidence_a=there(row.evidence_a),
            evidence_b=there(row.evidence_b),
            explanation=there(row.explanation),
            text_a=there(row.text_a),
            text_b=there(row.text_b),
        )
        for row in judged.pairs
    )
    return Judged(tuple(pairs), tuple((there(a), there(b)) for a, b in judged.apart))


def _joined(parts: Sequence[Judged]) -> Judged:
    pairs = sorted((row for part in parts for row in part.pairs), key=lambda row: (row.claim_a, row.claim_b))
    return Judged(tuple(pairs), tuple(sorted(both for part in parts for both in part.apart)))


def _fresh(pieces: Pieces, words: Words, runner: Runner) -> Iterator[tuple[Two, Judged, bool]]:
    """The verdicts on each two articles as they come, and whether they are whole."""
    left = Counter(pieces.two(at) for at in range(len(pieces)))
    parts: dict[Two, list[Judged]] = {two: [] for two in left}
    torn: set[Two] = set()
    folder = runner.settings.relation_model
    with closing(runner.each("compare", judge_piece, pieces, Judged, extra=(folder,), worth=WORTH)) as answers:
        for at, answer in answers:
            two = pieces.two(at)
            if isinstance(answer, Reject):
                torn.add(two)
                log.warning("Claims of two articles were not compared (%s). The next run tries again.", answer)
            else:
                parts[two].append(_in(words, answer))
            left[two] -= 1
            if not left[two]:
                yield two, _joined(parts.pop(two)), two not in torn


def judge_all(
    articles: Sequence[Sequence[Claim]],
    twos: Sequence[Two],
    vectors: Mapping[str, Vector],
    runner: Runner,
    echoes: AbstractSet[str] = NONE,
) -> Judged:
    """The claims of each two articles, judged; the rows are sorted. `vectors` as in `SideBySide`.

    `echoes` has the ids of claims that are left to a copy which says the same.
    """
    keys = dict(zip(twos, _keys(articles, twos, echoes, runner), strict=True))
    words = {word: word for own in articles for claim in own for word in (claim.claim_id, claim.article_id, claim.text)}
    found = _kept(keys, words, runner)
    pieces = Pieces(articles, [two for two in twos if two not in found], vectors, echoes)
    for two, judged, whole in _fresh(pieces, words, runner):
        found[two] = judged
        if whole:
            runner.store.put_many([(keys[two], msgspec.msgpack.encode(judged))], "compare")
    return _joined(list(found.values()))

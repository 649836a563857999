"""Judging: what the claims of two articles are to each other, worked out once and kept for each two articles.

It rests on the two alone, so that a new article costs its own pairs and nothing of the others'.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import msgspec
import numpy as np

from pipeline.compare.alignment import SideBySide
from pipeline.compare.background import Background, Vector, rows_of
from pipeline.compare.candidates import FLOOR, NEAR, find_candidates
from pipeline.compare.embedding import sentence_digest
from pipeline.compare.entailment import relation_digest
from pipeline.compare.pairs import row_of
from pipeline.compare.reading import read_seen
from pipeline.compare.relation import verdict_on
from pipeline.compare.rule import Pair
from pipeline.compare.seeing import Seen, see
from pipeline.records import Claim, ClaimPair
from pipeline.versions import stage_version
from pipeline.workers import Runner

AT_ONCE = 20_000  # pairs that are held while the model reads: some 200 MB, and of a hundred articles all
TWOS_AT_ONCE = 2_000  # that are fetched together: a few MB
Two = tuple[int, int]  # articles, by index


@dataclass(frozen=True, slots=True)
class Judged:
    """What the candidates turned out to be: related pairs, and ids of those that are never on one side of anything."""

    pairs: tuple[ClaimPair, ...]
    apart: tuple[tuple[str, str], ...]


def near_pairs(
    a: Sequence[Claim], b: Sequence[Claim], vectors: Mapping[str, Vector], floor: float = FLOOR
) -> Iterator[Pair]:
    """The candidates of two articles, aligned; `floor` as in `find_candidates`."""
    if not a or not b:
        return
    if b[0].article_id < a[0].article_id:
        a, b = b, a
    rows_a, rows_b = rows_of(a, vectors), rows_of(b, vectors)
    background = Background([*a, *b], np.concatenate([rows_a, rows_b]))
    beside = SideBySide(a, b, background, vectors)
    for i, j in find_candidates(a, b, rows_a, rows_b, floor):
        if beside.residual[i, j] >= NEAR:
            yield Pair(a[i], b[j], beside.alignment(i, j), background.everywhere)


def _keys(articles: Sequence[Sequence[Claim]], twos: Sequence[Two], runner: Runner) -> list[str]:
    """What the verdicts on each two articles are kept under."""
    models = sentence_digest(), relation_digest(runner.settings.relation_model)
    seed = msgspec.msgpack.encode((stage_version("compare"), *models))
    said = [sha256(msgspec.msgpack.encode(claims, order="deterministic")).digest() for claims in articles]
    return [sha256(seed + said[first] + said[second]).hexdigest() for first, second in twos]


def _kept(keys: Mapping[Two, str], articles: Sequence[Sequence[Claim]], runner: Runner) -> dict[Two, Judged]:
    """The verdicts that are in the store."""
    words = {word: word for own in articles for claim in own for word in (claim.claim_id, claim.article_id, claim.text)}
    found: dict[Two, Judged] = {}
    for first in range(0, len(twos := list(keys)), TWOS_AT_ONCE):
        some = twos[first : first + TWOS_AT_ONCE]
        kept = runner.store.get_many([keys[two] for two in some])
        for two in some:
            if content := kept.get(keys[two]):
                found[two] = _in(words, msgspec.msgpack.decode(content, type=Judged))
    return found


def _in(words: dict[str, str], judged: Judged) -> Judged:
    """The same in words that are there already: a claim is in dozens of pairs, and its text is held once."""

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


def _parts(
    articles: Sequence[Sequence[Claim]], twos: Sequence[Two], vectors: Mapping[str, Vector]
) -> Iterator[list[tuple[Two, list[Seen]]]]:
    """Each two articles with their candidates, some twos at a time."""
    part: list[tuple[Two, list[Seen]]] = []
    held = 0
    for first, second in twos:
        part.append(((first, second), [see(pair) for pair in near_pairs(articles[first], articles[second], vectors)]))
        held += len(part[-1][1])
        if held >= AT_ONCE:
            yield part
            part, held = [], 0
    yield part


def _verdicts(pairs: Sequence[Seen]) -> Judged:
    rows: list[ClaimPair] = []
    apart: list[tuple[str, str]] = []
    for seen in pairs:
        verdict = verdict_on(seen)
        if row := row_of(seen.pair, verdict):
            rows.append(row)
        elif verdict.apart:
            apart.append((seen.pair.a.claim_id, seen.pair.b.claim_id))
    return Judged(tuple(rows), tuple(apart))


def _judge(part: Sequence[tuple[Two, list[Seen]]], runner: Runner) -> Iterator[tuple[Two, Judged]]:
    read = iter(read_seen([seen for _, pairs in part for seen in pairs], runner))
    for two, pairs in part:
        yield two, _verdicts([next(read) for _ in pairs])


def judge_all(
    articles: Sequence[Sequence[Claim]], twos: Sequence[Two], vectors: Mapping[str, Vector], runner: Runner
) -> Judged:
    """The claims of each two articles, judged; the rows are sorted. `vectors` as in `SideBySide`."""
    keys = dict(zip(twos, _keys(articles, twos, runner), strict=True))
    found = _kept(keys, articles, runner)
    for part in _parts(articles, [two for two in twos if two not in found], vectors):
        unsettled = runner.unsettled
        judged = dict(_judge(part, runner))
        found |= judged
        if runner.unsettled == unsettled:  # else another run may hear what the model could not say now
            runner.store.put_many(((keys[two], msgspec.msgpack.encode(one)) for two, one in judged.items()), "compare")
    rows = sorted((row for one in found.values() for row in one.pairs), key=lambda row: (row.claim_a, row.claim_b))
    return Judged(tuple(rows), tuple(sorted(both for one in found.values() for both in one.apart)))

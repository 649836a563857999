"""Judging: what the claims of two articles are to each other, worked out once and kept for each two articles.

It rests on the two alone, so that a new article costs its own pairs and nothing of the others'.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import product

import msgspec

from pipeline.compare.alignment import NEAR, SideBySide
from pipeline.compare.background import Background, Vector, rows_of
from pipeline.compare.candidates import FLOOR, find_candidates
from pipeline.compare.embedding import sentence_digest
from pipeline.compare.entailment import relation_digest
from pipeline.compare.pairs import row_of
from pipeline.compare.reading import read_seen
from pipeline.compare.relation import verdict_on
from pipeline.compare.rule import Pair, pair_at
from pipeline.compare.seeing import Seen, see
from pipeline.records import Claim, ClaimPair
from pipeline.versions import stage_version
from pipeline.workers import Runner

NONE: frozenset[str] = frozenset()
AT_ONCE = 20_000  # pairs that are held while the model reads: some 200 MB, and of a hundred articles all
PIECE = 2_000  # claims of an article that are laid beside as many: some 150 MB; real articles have fifty
TWOS_AT_ONCE = 2_000  # that are fetched together: a few MB
Two = tuple[int, int]  # articles, by index


@dataclass(frozen=True, slots=True)
class Judged:
    """What the candidates turned out to be: related pairs, and ids of those that are never on one side of anything."""

    pairs: tuple[ClaimPair, ...]
    apart: tuple[tuple[str, str], ...]


def _in_pieces(claims: Sequence[Claim]) -> list[Sequence[Claim]]:
    return [claims[first : first + PIECE] for first in range(0, len(claims), PIECE)]


def near_pairs(
    a: Sequence[Claim],
    b: Sequence[Claim],
    vectors: Mapping[str, Vector],
    floor: float = FLOOR,
    echoes: AbstractSet[str] = NONE,
) -> Iterator[Pair]:
    """The candidates of two articles, aligned; `floor` as in `find_candidates`. Claims among the `echoes` have none."""
    if not all(any(claim.claim_id not in echoes for claim in claims) for claims in (a, b)):
        return
    if b[0].article_id < a[0].article_id:
        a, b = b, a
    background = Background([*a, *b], rows_of([*a, *b], vectors))
    for some, others in product(_in_pieces(a), _in_pieces(b)):
        beside = SideBySide(some, others, background, vectors)
        for i, j in find_candidates(some, others, rows_of(some, vectors), rows_of(others, vectors), floor):
            if beside.residual[i, j] >= NEAR and echoes.isdisjoint((some[i].claim_id, others[j].claim_id)):
                yield pair_at(beside, i, j)


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
    articles: Sequence[Sequence[Claim]], twos: Sequence[Two], vectors: Mapping[str, Vector], echoes: AbstractSet[str]
) -> Iterator[tuple[list[tuple[Two, Seen]], list[Two]]]:
    """The candidates, some at a time, each with its two articles; and those of which none is left after them."""
    part: list[tuple[Two, Seen]] = []
    through: list[Two] = []
    for first, second in twos:
        for pair in near_pairs(articles[first], articles[second], vectors, echoes=echoes):
            part.append(((first, second), see(pair)))
            if len(part) >= AT_ONCE:
                yield part, through
                part, through = [], []
        through.append((first, second))
    yield part, through


@dataclass(slots=True)
class _Verdicts:
    """What is found of two articles, while it is found."""

    rows: list[ClaimPair] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)

    def add(self, seen: Seen) -> None:
        verdict = verdict_on(seen)
        if row := row_of(seen.pair, verdict):
            self.rows.append(row)
        if verdict.apart:
            self.apart.append((seen.pair.a.claim_id, seen.pair.b.claim_id))

    def settled(self) -> Judged:
        return Judged(tuple(self.rows), tuple(self.apart))


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
    found = _kept(keys, articles, runner)
    verdicts = {two: _Verdicts() for two in twos if two not in found}
    passing: set[Two] = set()  # where the model could not say something now, and may to another run
    for part, through in _parts(articles, list(verdicts), vectors, echoes):
        unsettled = runner.unsettled
        for (two, _), seen in zip(part, read_seen([seen for _, seen in part], runner), strict=True):
            verdicts[two].add(seen)
        if runner.unsettled > unsettled:
            passing |= {two for two, _ in part}
        done = {two: verdicts.pop(two).settled() for two in through}
        found |= done
        keep = ((keys[two], msgspec.msgpack.encode(one)) for two, one in done.items() if two not in passing)
        runner.store.put_many(keep, "compare")
    rows = sorted((row for one in found.values() for row in one.pairs), key=lambda row: (row.claim_a, row.claim_b))
    return Judged(tuple(rows), tuple(sorted(both for one in found.values() for both in one.apart)))

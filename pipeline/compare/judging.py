"""Judging: what the claims of two articles are to each other, worked out once and kept for each two articles.

It rests on the two alone, so that a new article costs its own pairs and nothing of the others'.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing

from pipeline.compare.kept import Kept, Words, in_words
from pipeline.compare.pairs import row_of
from pipeline.compare.pieces import NONE, Answer, Judged, JudgedPiece, Piece, Pieces, Two
from pipeline.compare.reading import Asked, read_seen
from pipeline.compare.relation import verdict_on
from pipeline.compare.seeing import see
from pipeline.compare.vectors import vectors_of
from pipeline.errors import Reject
from pipeline.records import Claim, ClaimPair
from pipeline.workers import Runner

log = logging.getLogger(__name__)
WORTH = 4  # pieces that are worth a process more: it loads the model first


def judge_piece(piece: Piece, folder: str) -> JudgedPiece:
    """The candidates of a piece, judged with the entailment model in `folder` ("" for the shipped one)."""
    pairs: list[ClaimPair] = []
    apart: list[tuple[str, str]] = []
    doubtful: list[ClaimPair] = []
    answered = []
    for pair, near in zip(piece.pairs(), piece.near, strict=True):
        asked = Asked(folder, {answer.texts: answer.said for answer in near.known})
        (seen,) = read_seen([see(pair)], asked)
        verdict = verdict_on(seen)
        if row := row_of(seen.pair, verdict):
            pairs.append(row)
        if verdict.doubtful and (row := row_of(seen.pair, verdict.doubtful)):
            doubtful.append(row)
        if verdict.apart:
            apart.append((pair.a.claim_id, pair.b.claim_id))
        if fresh := tuple(Answer(texts, said) for texts, said in sorted(asked.fresh.items())):
            answered.append(((pair.a.text, pair.b.text), near.known + fresh))
    return JudgedPiece(Judged(tuple(pairs), tuple(apart), tuple(doubtful)), tuple(answered))


def _sorted(rows: Iterable[ClaimPair]) -> tuple[ClaimPair, ...]:
    return tuple(sorted(rows, key=lambda row: (row.claim_a, row.claim_b)))


def _joined(parts: Sequence[Judged]) -> Judged:
    return Judged(
        _sorted(row for part in parts for row in part.pairs),
        tuple(sorted(both for part in parts for both in part.apart)),
        _sorted(row for part in parts for row in part.doubtful),
    )


def _fresh(pieces: Pieces, kept: Kept, words: Words, runner: Runner) -> Iterator[tuple[Two, Judged, bool]]:
    """The verdicts on each two articles as they come, and whether they are whole."""
    left = Counter(pieces.two(at) for at in range(len(pieces)))
    parts: dict[Two, list[Judged]] = {two: [] for two in left}
    torn: set[Two] = set()
    folder = runner.settings.relation_model
    with closing(runner.each("compare", judge_piece, pieces, JudgedPiece, extra=(folder,), worth=WORTH)) as answers:
        for at, answer in answers:
            two = pieces.two(at)
            if isinstance(answer, Reject):
                torn.add(two)
                log.warning("Claims of two articles were not compared (%s). The next run tries again.", answer.message)
            else:
                parts[two].append(in_words(words, answer.judged))
                kept.keep_answers(answer.answered)
            left[two] -= 1
            if not left[two]:
                yield two, _joined(parts.pop(two)), two not in torn


def judge_all(
    articles: Sequence[Sequence[Claim]],
    twos: Sequence[Two],
    runner: Runner,
    echoes: AbstractSet[str] = NONE,
) -> Judged:
    """The claims of each two articles, judged; the rows are sorted.

    `echoes` has the ids of claims that are left to a copy which says the same.
    """
    words = {word: word for own in articles for claim in own for word in (claim.claim_id, claim.article_id, claim.text)}
    kept = Kept(articles, twos, echoes, runner)
    found = kept.verdicts(words)
    fresh = [two for two in twos if two not in found]
    vectors = vectors_of([claim for i in sorted({i for two in fresh for i in two}) for claim in articles[i]], runner)
    pieces = Pieces(articles, fresh, vectors, echoes, kept.recall)
    for two, judged, whole in _fresh(pieces, kept, words, runner):
        found[two] = judged
        if whole:
            kept.keep(two, judged)
    return _joined(list(found.values()))

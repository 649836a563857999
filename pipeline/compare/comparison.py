"""All articles compared: the whole of stage 4 in the order in which it happens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.compare.alignment import SideBySide
from pipeline.compare.background import Background, Vector, rows_of
from pipeline.compare.candidates import FLOOR
from pipeline.compare.copies import echoes_in
from pipeline.compare.corroboration import corroborated
from pipeline.compare.groups import group_claims
from pipeline.compare.judging import judge_all
from pipeline.compare.language import is_english
from pipeline.compare.neighbours import find_neighbours
from pipeline.compare.pieces import near_pairs
from pipeline.compare.reading import Asked, read_both_ways
from pipeline.compare.rule import Pair, pair_at
from pipeline.compare.silence import who_is_silent
from pipeline.compare.summary import names_of
from pipeline.compare.telling import claims_of, made_claims
from pipeline.compare.vectors import vectors_of
from pipeline.records import Claim, Comparison, TaggedArticle
from pipeline.workers import Runner


def candidate_pairs(
    articles: Sequence[Sequence[Claim]],
    neighbours: Iterable[tuple[int, int]],
    vectors: Mapping[str, Vector],
    floor: float = FLOOR,
) -> Iterator[Pair]:
    """The candidates aligned, article pair by article pair; `floor` as in `find_candidates`."""
    for first, second in neighbours:
        yield from near_pairs(articles[first], articles[second], vectors, floor)


def pair_in(a: Claim, b: Claim, claims: Sequence[Claim], runner: Runner) -> Pair:
    """Two claims laid side by side as in a run; `claims` are all that their two articles make."""
    if b.article_id < a.article_id:
        a, b = b, a
    vectors = vectors_of(claims, runner)
    background = Background(claims, rows_of(claims, vectors))
    own, other = ([claim for claim in claims if claim.article_id == one.article_id] for one in (a, b))
    beside = SideBySide(own, other, background, vectors)
    (pair,) = read_both_ways([pair_at(beside, own.index(a), other.index(b))], Asked(runner.settings.relation_model))
    return pair


def compare_articles(tagged: Sequence[TaggedArticle], runner: Runner) -> Comparison:
    """Claims, related pairs and groups, each sorted by id. Claims in another language than English are in no group."""
    compared = [article for article in tagged if is_english(article)]
    foreign = made_claims([article for article in tagged if not is_english(article)], runner)
    folded = claims_of(compared, runner)
    neighbours = find_neighbours(folded)
    judged = judge_all(folded, neighbours, runner, echoes_in(folded))
    claims = [claim for own in folded for claim in own]
    pairs = corroborated(claims, judged.pairs, judged.doubtful)
    others = [claim for own in foreign for claim in own]
    articles = [article.clean.article for article in compared]
    silent = who_is_silent([article.article_id for article in articles], neighbours)
    return Comparison(
        tuple(sorted([*claims, *others], key=lambda claim: (claim.article_id, claim.start, claim.end))),
        pairs,
        group_claims(claims, pairs, names_of(articles), judged.apart, silent),
    )

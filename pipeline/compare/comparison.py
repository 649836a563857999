"""All articles compared: the whole of stage 4 in the order in which it happens."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.compare.alignment import Background, Vector, align
from pipeline.compare.candidates import FLOOR, find_candidates
from pipeline.compare.claims import make_claims
from pipeline.compare.embedding import WIDTH, embed_text, sentence_model
from pipeline.compare.entailment import Inference, infer, relation_model
from pipeline.compare.fit import near
from pipeline.compare.groups import group_claims
from pipeline.compare.language import is_english
from pipeline.compare.pairs import row_of
from pipeline.compare.probing import Probe, probes_of
from pipeline.compare.relation import judge
from pipeline.compare.repeats import fold_repeats
from pipeline.compare.rule import NEUTRAL, Pair, Probed
from pipeline.compare.summary import names_of
from pipeline.errors import Reject
from pipeline.records import Claim, ClaimPair, Comparison, TaggedArticle
from pipeline.workers import Runner


def embed(texts: Sequence[str], runner: Runner) -> dict[str, Vector]:
    """Each distinct text's unit vector."""
    distinct = sorted(set(texts))
    packed = runner.map("compare", embed_text, distinct, bytes, model=sentence_model().digest)
    vectors: dict[str, Vector] = {}
    for text, row in zip(distinct, packed, strict=True):
        if isinstance(row, Reject):  # one sentence that the model cannot take: it is like nothing
            vectors[text] = np.zeros(WIDTH, dtype=np.float32)
        else:
            vectors[text] = np.frombuffer(row, dtype=np.float32)
    return vectors


def _rows(claims: Sequence[Claim], vectors: Mapping[str, Vector]) -> Vector:
    return np.stack([vectors[claim.text] for claim in claims]) if claims else np.zeros((0, WIDTH), dtype=np.float32)


def pair_of(a: Claim, b: Claim, background: Background, vectors: Mapping[str, Vector]) -> Pair:
    """The two claims aligned, the one with the smaller article id first."""
    if (b.article_id, b.claim_id) < (a.article_id, a.claim_id):
        a, b = b, a
    return Pair(a, b, align(a, b, vectors[a.text], vectors[b.text], background, vectors), background.everywhere)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the candidates turned out to be: related pairs, and those that can never be on one side of anything."""

    pairs: tuple[ClaimPair, ...]
    apart: frozenset[frozenset[str]]


def candidate_pairs(claims: Sequence[Claim], vectors: Mapping[str, Vector], floor: float = FLOOR) -> Iterator[Pair]:
    """The candidates aligned, article pair by article pair; `floor` as in `find_candidates`."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    todo: dict[tuple[str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    for i, j in find_candidates(claims, _rows(claims, vectors), floor):
        a, b = sorted((claims[i], claims[j]), key=lambda claim: claim.article_id)
        todo[a.article_id, b.article_id].append((a, b))
    for (first, second), candidates in sorted(todo.items()):
        both = by_article[first] + by_article[second]
        background = Background(both, _rows(both, vectors))
        yield from (pair_of(a, b, background, vectors) for a, b in candidates)


def read_both_ways(pairs: Sequence[Pair], runner: Runner) -> list[Pair]:
    """The pairs with what the entailment model says of them and their probes, both ways; equal texts are asked once."""
    probed = [probes_of(pair) for pair in pairs]
    asked = [
        texts
        for pair, probes in zip(pairs, probed, strict=True)
        for texts in (_texts(pair), *(p.texts for p in probes))
    ]
    questions = sorted({question for a, b in asked for question in ((a, b), (b, a))})
    folder = runner.settings.relation_model
    model = relation_model(folder).digest if questions else ""
    answers = runner.map("compare", infer, questions, Inference, extra=(folder,), model=model)
    # A pair that the model cannot take is left open by it.
    said = {
        texts: NEUTRAL if isinstance(answer, Reject) else answer
        for texts, answer in zip(questions, answers, strict=True)
    }

    def both_ways(texts: tuple[str, str]) -> tuple[Inference, Inference]:
        a, b = texts
        return said[a, b], said[b, a]

    return [
        replace(pair, says=both_ways(_texts(pair)), probed=tuple(_probed(p, both_ways(p.texts)) for p in probes))
        for pair, probes in zip(pairs, probed, strict=True)
    ]


def _texts(pair: Pair) -> tuple[str, str]:
    return pair.a.text, pair.b.text


def _probed(probe: Probe, said: tuple[Inference, Inference]) -> Probed:
    entailed = [inference.entails for inference in said]
    return Probed(probe.kind, min(entailed), max(entailed))


def _judged(claims: Sequence[Claim], vectors: Mapping[str, Vector], runner: Runner) -> Judged:
    pairs: list[ClaimPair] = []
    apart: set[frozenset[str]] = set()
    for pair in read_both_ways([pair for pair in candidate_pairs(claims, vectors) if near(pair)], runner):
        verdict = judge(pair)
        if row := row_of(pair, verdict):
            pairs.append(row)
        elif verdict.apart:
            apart.add(frozenset((pair.a.claim_id, pair.b.claim_id)))
    return Judged(tuple(sorted(pairs, key=lambda row: (row.claim_a, row.claim_b))), frozenset(apart))


def vectors_of(claims: Sequence[Claim], runner: Runner) -> dict[str, Vector]:
    """A vector for every claim's text and every word in them."""
    return embed(
        [claim.text for claim in claims] + [term for claim in claims for term in claim.statement.terms], runner
    )


def pair_in(a: Claim, b: Claim, claims: Sequence[Claim], runner: Runner) -> Pair:
    """Two claims laid side by side as in a run; `claims` are all that their two articles make."""
    vectors = vectors_of(claims, runner)
    (pair,) = read_both_ways([pair_of(a, b, Background(claims, _rows(claims, vectors)), vectors)], runner)
    return pair


def compare_articles(tagged: Sequence[TaggedArticle], runner: Runner) -> Comparison:
    """Claims, related pairs and groups, each sorted by id. Claims in another language than English are in no group."""
    compared = [article for article in tagged if is_english(article)]
    others = [claim for article in tagged if not is_english(article) for claim in make_claims(article)]
    made = [list(make_claims(article)) for article in compared]
    vectors = vectors_of([claim for claims in made for claim in claims], runner)
    folded = [claim for claims in made for claim in fold_repeats(claims, _rows(claims, vectors), vectors)]
    # A repeat is compared too: the pair that it makes may be the clearer one.
    judged = _judged(folded, vectors, runner)
    names = names_of([article.clean.article for article in compared])
    return Comparison(
        tuple(sorted([*folded, *others], key=lambda claim: (claim.article_id, claim.start, claim.end))),
        judged.pairs,
        group_claims(folded, judged.pairs, names, judged.apart),
    )

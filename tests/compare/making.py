"""Claims and pairs written by hand, for what is decided on them alone."""

from pipeline.compare.alignment import Alignment
from pipeline.records import (
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    ClaimPair,
    Mood,
    Polarity,
    Relation,
    Statement,
    Value,
)

NO_ALIGNMENT = Alignment(0.0, 0.0, 0.0, 0.0, (), (), (), ())


def statement(words: str = "", *values: Value) -> Statement:
    """A statement whose terms are the given words."""
    return Statement(
        start=0,
        end=len(words),
        block=0,
        mood=Mood.STATEMENT,
        subject="",
        predicate="",
        object="",
        subject_terms=(),
        terms=tuple(words.split()),
        names=(),
        times=(),
        polarity=Polarity.POSITIVE,
        negations=0,
        certainty=Certainty.CERTAIN,
        attribution=Attribution(),
        values=values,
    )


def claim(
    claim_id: str,
    article: str,
    words: str = "",
    *,
    origin: str = "",
    repeat_of: str = "",
    worth: float = 0.5,
    values: tuple[Value, ...] = (),
    entities: tuple[str, ...] = (),
) -> Claim:
    """A claim of an article; its own origin unless one is named."""
    return Claim(
        claim_id=claim_id,
        article_id=article,
        origin_id=origin or article,
        text=words or f"Claim {claim_id}.",
        quote=words,
        start=0,
        end=len(words),
        section="",
        kind=ClaimKind.SENTENCE,
        context="",
        statement=statement(words, *values),
        entity_ids=entities,
        entity_types=("GPE",) * len(entities),
        subject_ids=(),
        place_ids=(),
        unclear=False,
        check_worthiness=worth,
        published=None,
        repeat_of=repeat_of,
    )


def pair(
    a: Claim,
    b: Claim,
    relation: Relation = Relation.AGREE,
    *types: str,
    confidence: float = 0.8,
    evidence: tuple[str, str] = ("", ""),
) -> ClaimPair:
    """A related pair, the claim of the smaller article first."""
    if b.article_id < a.article_id:
        a, b = b, a
    return ClaimPair(
        claim_a=a.claim_id,
        claim_b=b.claim_id,
        article_a=a.article_id,
        article_b=b.article_id,
        relation=relation,
        difference_types=types,
        entails="",
        confidence=confidence,
        evidence_a=evidence[0] or a.text,
        evidence_b=evidence[1] or b.text,
        explanation="",
        text_a=a.text,
        text_b=b.text,
    )

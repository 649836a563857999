"""Claims and pairs written by hand or drawn at random, for what is decided on them alone."""

import re
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

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

NO_ALIGNMENT = Alignment(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, (), (), (), ())


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
    more: str = "",
) -> ClaimPair:
    """A related pair, the claim of the smaller article first; `more` is the id of the claim that says more."""
    if b.article_id < a.article_id:
        a, b = b, a
    return ClaimPair(
        claim_a=a.claim_id,
        claim_b=b.claim_id,
        article_a=a.article_id,
        article_b=b.article_id,
        relation=relation,
        difference_types=types,
        entails={a.claim_id: "a", b.claim_id: "b"}.get(more, ""),
        confidence=confidence,
        evidence_a=evidence[0] or a.text,
        evidence_b=evidence[1] or b.text,
        explanation="",
        text_a=a.text,
        text_b=b.text,
    )


_CLAIM = re.compile(r"((\w)\w*)(?:@(\w+))?(?:=(\w+))?")
_PAIR = re.compile(r"(\w+) (\w+) (\w+)((?: [a-z]+)*)(?: %(\d+))?(?: >(\w+))?")


def claims_in(notes: Sequence[str]) -> dict[str, Claim]:
    """Claims by their ids: a letter for the article and a number, "@" the origin, "=" the claim that it repeats."""
    found = [match for note in notes if (match := _CLAIM.fullmatch(note))]
    assert len(found) == len(notes), notes
    return {m[1]: claim(m[1], m[2], origin=m[3] or "", repeat_of=m[4] or "") for m in found}


def pairs_in(notes: Sequence[str], claims: Mapping[str, Claim]) -> list[ClaimPair]:
    """Claim, relation, claim, the difference types, "%" the confidence in percent, ">" the claim that says more."""
    found = [match for note in notes if (match := _PAIR.fullmatch(note))]
    assert len(found) == len(notes), notes
    return [
        pair(
            claims[m[1]], claims[m[3]], Relation(m[2]), *m[4].split(), confidence=int(m[5] or 80) / 100, more=m[6] or ""
        )
        for m in found
    ]


NAMES = [f"c{article}{number}" for article in "abcd" for number in range(3)]
ACROSS = [(x, y) for x in NAMES for y in NAMES if x[1] < y[1]]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Claim], list[ClaimPair]]:
    """Claims of four articles, some of them repeats and some of the articles copies, and pairs across the articles."""
    origins = {article: draw(st.sampled_from([article, "wire"])) for article in "abcd"}
    repeats = {name: f"{name[:2]}0" if draw(st.integers(0, 4)) == 0 and name[2] != "0" else "" for name in NAMES}
    claims = {name: claim(name, name[1], origin=origins[name[1]], repeat_of=repeats[name]) for name in NAMES}
    pairs = []
    for x, y in draw(st.lists(st.sampled_from(ACROSS), unique=True, max_size=16)):
        relation = draw(st.sampled_from(Relation))
        types = {"agree": (), "conflict": ("number",)}.get(relation, (draw(st.sampled_from(["detail", "certainty"])),))
        confidence, more = draw(st.integers(40, 99)) / 100, draw(st.sampled_from([x, y, ""]))
        pairs.append(pair(claims[x], claims[y], relation, *types, confidence=confidence, more=more))
    return list(claims.values()), pairs

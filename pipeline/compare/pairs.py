"""Pairs: the row that a related pair of claims has in `claim_pairs.csv`."""

from pipeline.compare.relation import Verdict
from pipeline.compare.rule import Pair, whole
from pipeline.records import Claim, ClaimPair, Relation, Span

SHOWN = 6  # matched words in an explanation; more say no more


def _entails(verdict: Verdict, pair: Pair) -> str:
    """Whose acceptance carries the other: both in an agreement, the one that says more where only detail differs."""
    if verdict.relation is Relation.AGREE:
        return "both"
    if {finding.type for finding in verdict.findings} == {"detail"}:
        a, b = (said.entails for said in pair.says)
        return "a" if a > b else "b" if b > a else ""
    return ""


def _words(claim: Claim, spans: list[Span]) -> str:
    return " … ".join(dict.fromkeys(claim.quote[s.start - claim.start : s.end - claim.start] for s in spans))


def _explanation(verdict: Verdict) -> str:
    matched = ", ".join(x if x == y else f"{x}/{y}" for x, y in verdict.alignment.matched[:SHOWN])
    agreed = f"Both say it: {matched}." if matched else "Both say it."
    return " ".join(dict.fromkeys(finding.explanation for finding in verdict.findings)) or agreed


def row_of(pair: Pair, verdict: Verdict) -> ClaimPair | None:
    """The row for a verdict, or None where it finds no relation."""
    if verdict.relation is None:
        return None
    return ClaimPair(
        claim_a=pair.a.claim_id,
        claim_b=pair.b.claim_id,
        article_a=pair.a.article_id,
        article_b=pair.b.article_id,
        relation=verdict.relation,
        difference_types=tuple(dict.fromkeys(finding.type for finding in verdict.findings)),
        entails=_entails(verdict, pair),
        confidence=verdict.confidence,
        evidence_a=_words(pair.a, [f.evidence_a for f in verdict.findings] or [whole(pair.a)]),
        evidence_b=_words(pair.b, [f.evidence_b for f in verdict.findings] or [whole(pair.b)]),
        explanation=_explanation(verdict),
        text_a=pair.a.text,
        text_b=pair.b.text,
    )

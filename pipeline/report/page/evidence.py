"""The words of each claim that a verdict rests on, as places in its quote."""

from collections.abc import Iterator, Mapping

from pipeline.records import Relation, Result, Span


def evidence(result: Result, relation: Relation) -> Mapping[str, tuple[Span, ...]]:
    """By the id of each claim that has a pair of this relation: apart, in order, in characters of the claim's quote.

    A verdict that rests on all words of a claim has no place in it.
    """
    quotes = {claim.claim_id: claim.quote for claim in result.comparison.claims}
    words: dict[str, dict[str, None]] = {}
    for pair in result.comparison.pairs:
        if pair.relation is relation:
            words.setdefault(pair.claim_a, {})[pair.evidence_a] = None
            words.setdefault(pair.claim_b, {})[pair.evidence_b] = None
    return {claim: places(quotes[claim], some) for claim, some in words.items() if claim in quotes}


def places(quote: str, evidence: Mapping[str, None]) -> tuple[Span, ...]:
    """Where words stand in a quote; overlapping ones are one place.

    Several words of one verdict are joined with an ellipsis (`pairs.py`).
    """
    merged: list[Span] = []
    for span in sorted(_each(quote, evidence), key=lambda span: span.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _each(quote: str, evidence: Mapping[str, None]) -> Iterator[Span]:
    for words in evidence:
        for part in words.split(" … "):
            start = quote.find(part)
            if part and part != quote and start >= 0:
                yield Span(start, start + len(part))

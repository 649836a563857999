"""What a group is called and summed up in: its topic, its statement, and a sentence that says who says what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.compare.alignment import LIGHT
from pipeline.records import Claim, ClaimPair, Relation

TOPIC_WORDS = 4


@dataclass(frozen=True, slots=True)
class Names:
    """What readers know articles by."""

    of: Mapping[str, str]  # article_id -> site, or the id where there is none

    def listed(self, articles: Sequence[str]) -> str:
        """`A, B and C`, without repeats."""
        names = list(dict.fromkeys(self.of[article] for article in articles))
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def articles_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The ids of the articles that make the claims, sorted."""
    return tuple(sorted({claim.article_id for claim in claims}))


def origins_of(claims: Sequence[Claim]) -> int:
    """How many origins the claims have."""
    return len({claim.origin_id for claim in claims})


def statement_of(claims: Sequence[Claim], links: Mapping[str, int]) -> str:
    """The claim that speaks for the others: related to the most of them, no repeat, then with most to check in it."""

    def rank(claim: Claim) -> tuple[int, bool, bool, float, int, str]:
        related = links.get(claim.claim_id, 0)
        repeats, leans = bool(claim.repeat_of), claim.statement.depends
        return -related, repeats, leans, -claim.check_worthiness, len(claim.text), claim.claim_id

    return min(claims, key=rank).text


def topic_of(claims: Sequence[Claim]) -> str:
    """The words that most of the claims have, in the order of the text."""
    counts = Counter(term for claim in claims for term in set(claim.statement.terms) - LIGHT)
    order = {term: i for claim in reversed(claims) for i, term in enumerate(claim.statement.terms)}
    best = sorted(counts, key=lambda term: (-counts[term], order[term], term))[:TOPIC_WORDS]
    return " ".join(sorted(best, key=lambda term: (order[term], term)))


def agreement(agreeing: Sequence[str], everyone: Sequence[str], names: Names) -> str:
    """What a shared group is summed up in."""
    others = [article for article in everyone if article not in agreeing]
    more = f" {names.listed(others)} put it differently." if others else ""
    return f"{names.listed(agreeing)} agree.{more}"


def sides(
    positions: Sequence[Sequence[Claim]], statements: Sequence[str], pairs: Sequence[ClaimPair], names: Names
) -> str:
    """What a disputed or differing group is summed up in: each position's words and who uses them."""
    at = {claim.claim_id: i for i, position in enumerate(positions) for claim in position}
    disputed = any(pair.relation is Relation.CONFLICT for pair in pairs)
    telling = [pair for pair in pairs if pair.relation is Relation.CONFLICT or not disputed]
    words = [Counter[str]() for _ in positions]
    for pair in telling:
        words[at[pair.claim_a]][pair.evidence_a] += 1
        words[at[pair.claim_b]][pair.evidence_b] += 1
    quoted = [_telling(found) or statement for found, statement in zip(words, statements, strict=True)]
    parts = zip(quoted, positions, strict=True)
    return "; ".join(f"“{' '.join(said.split())}”: {names.listed(articles_of(p))}" for said, p in parts) + "."


def _telling(words: Counter[str]) -> str:
    """The words that most pairs of a position rest on, the shortest first; "" if there are none."""
    return min(words, key=lambda w: (-words[w], len(w), w), default="")

"""What a group is called and summed up in: its topic, its statement, and a sentence that says who says what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.compare.background import LIGHT
from pipeline.records import Article, Claim, ClaimPair, Relation

TOPIC_WORDS = 4


@dataclass(frozen=True, slots=True)
class Names:
    """What readers know articles by."""

    of: Mapping[str, str]  # article_id -> a name that no other article has

    def listed(self, articles: Sequence[str]) -> str:
        """`A, B and C`, each once."""
        names = [self.of[article] for article in dict.fromkeys(articles)]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def name_of(article: Article, sites: Mapping[str, int]) -> str:
    """Its site, with its id where several articles have one site; the id alone where there is none.

    `sites` says of how many articles each is.
    """
    site = article.metadata.site
    return article.article_id if not site else site if sites[site] == 1 else f"{site} ({article.article_id})"


def names_of(articles: Sequence[Article]) -> Names:
    """What each article is called among these."""
    sites = Counter(article.metadata.site for article in articles)
    return Names({article.article_id: name_of(article, sites) for article in articles})


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
    more = f" {names.listed(others)} {'puts' if len(others) == 1 else 'put'} it differently." if others else ""
    return f"{names.listed(agreeing)} agree.{more}"


def words_of_sides(
    positions: Sequence[Sequence[Claim]], statements: Sequence[str], pairs: Sequence[ClaimPair]
) -> dict[str, list[str]]:
    """Who uses which words in a disputed or differing group: the words of each position -> the ids of its articles."""
    at = {claim.claim_id: i for i, position in enumerate(positions) for claim in position}
    disputed = any(pair.relation is Relation.CONFLICT for pair in pairs)
    clashes = _evidence([pair for pair in pairs if pair.relation is Relation.CONFLICT], at, len(positions))
    anything = _evidence(pairs, at, len(positions))
    speakers: dict[str, list[str]] = {}  # two positions may say it in the same words
    for clash, other, statement, position in zip(clashes, anything, statements, positions, strict=True):
        said = (clash if disputed else "") or other or statement
        speakers.setdefault(" ".join(said.split()), []).extend(articles_of(position))
    return speakers


def sides(
    positions: Sequence[Sequence[Claim]], statements: Sequence[str], pairs: Sequence[ClaimPair], names: Names
) -> str:
    """What a disputed or differing group is summed up in: each position's words and who uses them."""
    speakers = words_of_sides(positions, statements, pairs)
    return "; ".join(f"“{said}”: {names.listed(articles)}" for said, articles in speakers.items()) + "."


def _evidence(pairs: Sequence[ClaimPair], at: Mapping[str, int], count: int) -> list[str]:
    """For each of `count` positions, the words that most pairs rest on, the shortest first; "" if there are none."""
    words = [Counter[str]() for _ in range(count)]
    for pair in pairs:
        words[at[pair.claim_a]][pair.evidence_a] += 1
        words[at[pair.claim_b]][pair.evidence_b] += 1
    return [min(found, key=lambda w: (-found[w], len(w), w), default="") for found in words]

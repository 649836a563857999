"""A result in the order in which it is read: worst disputes first, articles by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlsplit

from pipeline.compare.summary import names_of
from pipeline.records import Claim, ClaimGroup, ClaimPair, Entity, Position, Relation, Result, Status, TaggedArticle

ORDER = (Status.DISPUTED, Status.DIFFERING, Status.SHARED, Status.SINGLE_ORIGIN, Status.UNIQUE)


@dataclass(frozen=True)
class View:
    """What every part of the page is made from."""

    result: Result

    @cached_property
    def articles(self) -> tuple[TaggedArticle, ...]:
        return tuple(sorted(self.result.articles, key=lambda tagged: tagged.clean.article.article_id))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What the summaries of groups call each article."""
        return names_of([tagged.clean.article for tagged in self.articles]).of

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """By id, in the order of the articles and their texts."""
        order = sorted(self.result.comparison.claims, key=lambda c: (c.article_id, c.start, c.end, c.claim_id))
        return {claim.claim_id: claim for claim in order}

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Those that most articles name come first."""
        return tuple(sorted(self.result.entities, key=lambda e: (-len(e.articles), -e.mentions, e.entity_id)))

    @cached_property
    def groups(self) -> tuple[ClaimGroup, ...]:
        """By status, then those of most origins first; what stands in one article alone, in the order of its text."""
        place = {claim: number for number, claim in enumerate(self.claims)}

        def rank(group: ClaimGroup) -> tuple[int, int, int, int, str]:
            first = min((place[claim] for side in group.positions for claim in side.claims), default=0)
            return ORDER.index(group.status), -group.n_origins, -group.n_articles, first, group.group_id

        return tuple(sorted(self.result.comparison.groups, key=rank))

    @cached_property
    def _links(self) -> tuple[Counter[str], Counter[str]]:
        """By claim, its conflicts and all its relations."""
        pairs = self.result.comparison.pairs
        return _linked(pair for pair in pairs if pair.relation is Relation.CONFLICT), _linked(pairs)

    def sides(self, group: ClaimGroup) -> tuple[Position, ...]:
        """A group's positions, in each the claims that are most in conflict first, then those most related."""
        clashes, links = self._links

        def rank(claim: str) -> tuple[bool, int, int]:
            return bool(self.claims[claim].repeat_of), -clashes[claim], -links[claim]

        return tuple(replace(side, claims=tuple(sorted(side.claims, key=rank))) for side in group.positions)

    @cached_property
    def common(self) -> tuple[ClaimGroup, ...]:
        """The groups that more than one article speaks of."""
        return tuple(group for group in self.groups if group.status is not Status.UNIQUE)

    @cached_property
    def by_status(self) -> Mapping[Status, list[ClaimGroup]]:
        found: dict[Status, list[ClaimGroup]] = {status: [] for status in ORDER}
        for group in self.groups:
            found[group.status].append(group)
        return found

    @cached_property
    def spoken(self) -> Mapping[str, Counter[Status]]:
        """By article, how many groups of each status it speaks of."""
        found: dict[str, Counter[Status]] = defaultdict(Counter)
        for group in self.groups:
            for article_id in speakers(group):
                found[article_id][group.status] += 1
        return found

    def busiest(self, limit: int) -> list[str]:
        """The ids of the `limit` articles that speak of most common groups, in the order of their ids."""
        alone = Status.UNIQUE
        ids = [tagged.clean.article.article_id for tagged in self.articles]
        most = sorted(ids, key=lambda name: (self.spoken[name][alone] - self.spoken[name].total(), name))
        return sorted(most[:limit])


def _linked(pairs: Iterable[ClaimPair]) -> Counter[str]:
    return Counter(claim for pair in pairs for claim in (pair.claim_a, pair.claim_b))


def speakers(group: ClaimGroup) -> tuple[str, ...]:
    """The ids of the articles that speak of a group, sorted."""
    return tuple(sorted({article_id for side in group.positions for article_id in side.articles}))


def is_web(url: str) -> bool:
    """Only these may be links: a `javascript:` address is text."""
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:  # "http://[": not an address at all
        return False


def counted(number: int, noun: str) -> str:
    """How many there are of something, in words.

    >>> counted(1, "article"), counted(1200, "claim")
    ('1 article', '1,200 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: Iterable[str], limit: int) -> str:
    """`limit` of the names at most, in words.

    >>> listed(["a"], 2), listed(["a", "b"], 2), listed(["a", "b", "c", "d"], 2)
    ('a', 'a and b', 'a, b and 2 more')
    """
    some = list(names)
    if len(some) > limit:
        some = [*some[:limit], f"{len(some) - limit:,} more"]
    return " and ".join(filter(None, [", ".join(some[:-1]), *some[-1:]]))

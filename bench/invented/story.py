"""A story about a flood in towns that do not exist, told by as many articles as are asked for."""

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from bench.invented.telling import Told, told_article, told_claim
from pipeline.records import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Comparison,
    Entity,
    Position,
    Rejected,
    Relation,
    Result,
    Status,
)

TOWNS = ("Lower Arden", "Vessel Bay", "Kirrin", "Ostmark", "Tallow Hill", "Brae", "Quarrymouth", "São Telmo")
THINGS = ("houses", "cars", "bridges", "cellars", "trees", "boats", "wells", "barns")
DEEDS = ("were flooded", "were evacuated", "were repaired", "were counted", "were insured", "were found empty")

# Of a hundred points, about as in the sample articles.
_MIX = [Status.DISPUTED] * 3 + [Status.DIFFERING] * 3 + [Status.SHARED] * 14 + [Status.SINGLE_ORIGIN] * 4
_WIDEST = 6  # articles that speak of one point


@dataclass
class _Story:
    ids: list[str]
    random: Random
    told: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))
    pairs: list[ClaimPair] = field(default_factory=list)
    groups: list[ClaimGroup] = field(default_factory=list)


def _sentences(number: int, status: Status, random: Random) -> tuple[str, str, str, str]:
    """What the one side says, what the other says, and the words in which they differ."""
    town, thing, deed = TOWNS[number % 8], THINGS[number // 8 % 8], DEEDS[number // 64 % 6]
    count, day = random.randint(100, 900), 1 + number % 28
    other = f"at least {count - 50}" if status is Status.DIFFERING else str(count + 37)
    rest = f"{thing} {deed} in {town} on {day} March 2021, in street {number}."
    return f"{count} {rest}", f"{other[0].upper()}{other[1:]} {rest}", str(count), f"{other[0].upper()}{other[1:]}"


def _pair(relation: Relation, one: Told, other: Told, words: tuple[str, str]) -> ClaimPair:
    return ClaimPair(
        one.claim_id, other.claim_id, one.article_id, other.article_id, relation, ("number",), "", 0.9, *words,
        f"“{words[0]}” against “{words[1]}”.", one.sentence, other.sentence,
    )  # fmt: skip


def _point(story: _Story, number: int) -> None:
    status = _MIX[number % 100] if number % 100 < len(_MIX) else Status.UNIQUE
    several = 1 if status is Status.UNIQUE else min(len(story.ids), story.random.randint(2, _WIDEST))
    speaking = sorted(story.random.sample(story.ids, several))
    one, other, *words = _sentences(number, status, story.random)
    apart = status in {Status.DISPUTED, Status.DIFFERING}
    told = []
    for place, article_id in enumerate(speaking):
        second = apart and place == len(speaking) - 1
        origin = speaking[0] if status is Status.SINGLE_ORIGIN else article_id
        told.append(Told(f"c{number:06d}x{place}", article_id, origin, other if second else one, number))
        story.told[article_id].append(told[-1])
    sides = [told[:-1], told[-1:]] if apart else [told]
    relation = Relation.CONFLICT if status is Status.DISPUTED else Relation.DIFFER
    if apart:
        story.pairs += [_pair(relation, first, told[-1], (words[0], words[1])) for first in told[:-1]]
    story.groups.append(_group(story, number, status, sides))


def _group(story: _Story, number: int, status: Status, sides: list[list[Told]]) -> ClaimGroup:
    positions = tuple(
        Position("AB"[i], side[0].sentence, tuple(t.claim_id for t in side), tuple(t.article_id for t in side))
        for i, side in enumerate(sides)
    )
    speaking = {article for side in positions for article in side.articles}
    side_of = {article: side.name for side in positions for article in side.articles}
    disputed = status is Status.DISPUTED
    return ClaimGroup(
        group_id=f"g{number:06d}",
        status=status,
        topic=THINGS[number // 8 % 8],
        statement=sides[0][0].sentence,
        n_articles=len(speaking),
        n_origins=1 if status is Status.SINGLE_ORIGIN else len(speaking),
        supporting=positions[0].articles,
        conflicting=positions[-1].articles if disputed else (),
        silent=tuple(name for name in story.ids if name not in speaking),
        difference_types=("number",) if len(positions) > 1 else (),
        summary="; ".join(f"“{side.statement}”: {', '.join(side.articles)}" for side in positions),
        positions=positions,
        coverage=tuple(
            (name, "" if name not in speaking else f"conflict:{side_of[name]}" if disputed else "agree")
            for name in story.ids
        ),
    )


def story(articles: int, points: int, words_between: int = 8) -> Result:
    """A result with `articles` and `points`; each claim is followed by `words_between` words that are no claim."""
    told = _Story([f"article-{number:04d}-html" for number in range(articles)], Random(7))  # noqa: S311 - made-up stories are no secret
    for number in range(points):
        _point(told, number)
    tagged = tuple(told_article(name, told.told[name], words_between) for name in told.ids)
    claims: list[Claim] = [
        told_claim(one, article) for article in tagged for one in told.told[article.clean.article.article_id]
    ]
    named: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        named[claim.entity_ids[0]].append(claim.article_id)
    entities = tuple(
        Entity(name, TOWNS[int(name.removeprefix("town-"))], "GPE", (), tuple(sorted(set(where))), len(where))
        for name, where in sorted(named.items())
    )
    rejects = (Rejected("photo.jpg", "ab" * 32, 12, "extract", "not_an_article", "A picture.", "Remove it."),)
    return Result(tagged, entities, Comparison(tuple(claims), tuple(told.pairs), tuple(told.groups)), rejects)

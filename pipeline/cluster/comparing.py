"""Verdicts and groups over shards: pairs of articles where the first is at home, groups where their claims meet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.cluster.beside import Near
from pipeline.cluster.claiming import Claimed, Totals, totals_at
from pipeline.cluster.copying import Link, echoes_at, pass_on
from pipeline.cluster.job import Job, Sent, Step
from pipeline.cluster.neighbouring import NEIGHBOURING
from pipeline.cluster.sending import Sending
from pipeline.compare.corroboration import corroborated
from pipeline.compare.groups import group_claims
from pipeline.compare.judging import judge_all
from pipeline.compare.silence import Silence, all_beside, all_but, asks_all
from pipeline.compare.summary import Names, name_of
from pipeline.disjoint_sets import DisjointSets
from pipeline.records import Claim, ClaimPair
from pipeline.workers import Runner


@dataclass(frozen=True, slots=True)
class Speaker:
    """An article, of which claims are grouped here."""

    article_id: str
    name: str
    beside: tuple[str, ...]  # its neighbours


def _id_of(claimed: Claimed) -> str:
    return claimed.article.article_id


OTHERS = Sending("others", "claims", Claimed, _id_of)


def among(apart: Iterable[tuple[str, str]], claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Of the pairs of claims that can never be on one side, those of which both are among the claims."""
    ids = {claim.claim_id for claim in claims}
    return [two for two in apart if ids.issuperset(two)]


def pair(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The pairs of articles that are compared here, and whose claims are wanted for them."""
    for near in sorted(set(job.sent("near", part, Near)), key=lambda near: (near.first, near.second)):
        if near.first_home == part:
            yield "compared", part, near
            if near.second_home != part:
                yield OTHERS.want(near.second, near.second_home, part)


def judge(job: Job, part: int, runner: Runner) -> Iterator[Sent]:
    """The verdicts on the claims of the pairs, and which claims hang together by them."""
    at_hand, near = OTHERS.at(job, part), job.own("compared", part, Near)
    number = {article: i for i, article in enumerate(sorted(at_hand))}
    claims = [at_hand[article].claims for article in number]
    pairs = [(number[one.first], number[one.second]) for one in near]
    judged = judge_all(claims, pairs, runner, echoes_at(job, part))
    elsewhere = {one.second: one.second_home for one in near}
    links = []
    for table, rows in (("related", judged.pairs), ("doubtful", judged.doubtful)):
        for row in rows:
            yield table, part, row
            links.append(Link(row.claim_a, part, row.claim_b, elsewhere[row.article_b]))
    yield from (("apart", part, both) for both in judged.apart)
    repeats = (claim for one in job.own("claims", part, Claimed) for claim in one.claims if claim.repeat_of)
    links += [Link(claim.claim_id, part, claim.repeat_of, part) for claim in repeats]
    joined = DisjointSets[str]()
    yield from (("links", 0, link) for link in links if joined.join(link.claim_a, link.claim_b))


def connect(job: Job, _: int, __: Runner) -> Iterator[Sent]:
    """Which claims hang together, over all pairs. One process knows the ids of all claims that are related to any."""
    homes: dict[str, int] = {}
    joined = DisjointSets[str]()
    for link in (*job.everything("links", Link), *job.everything("same_words", Link)):
        homes |= {link.claim_a: link.home_a, link.claim_b: link.home_b}
        joined.join(link.claim_a, link.claim_b)
    yield from (("heads", home, (claim, joined.head(claim))) for claim, home in homes.items())


def assemble(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The claims, with the pairs between them, to where they are grouped. A claim related to none stays at home."""
    heads: Mapping[str, str] = dict(job.sent("heads", part, tuple[str, str]))
    beside: dict[str, set[str]] = defaultdict(set)
    for near in job.sent("near", part, Near):
        beside[near.first].add(near.second)
        beside[near.second].add(near.first)
    sites = totals_at(job, part).sites
    for one in job.own("claims", part, Claimed):
        speaker = Speaker(_id_of(one), name_of(one.article, sites), tuple(sorted(beside[_id_of(one)])))
        goes = [(job.part_of(heads[c.claim_id]) if c.claim_id in heads else part, c) for c in one.claims]
        yield from (("members", to, own) for to, own in goes)
        yield from (("speakers", to, speaker) for to in {to for to, _ in goes})
    for table, there in (("related", "inside"), ("doubtful", "doubtful_inside")):
        for row in job.own(table, part, ClaimPair):
            yield there, job.part_of(heads[row.claim_a]), row
    for first, second in job.own("apart", part, tuple[str, str]):
        if first in heads:
            yield "kept_apart", job.part_of(heads[first]), (first, second)


def _silence(totals: Totals, speakers: Iterable[Speaker]) -> Silence:
    if asks_all(totals.count):
        return all_but(totals.everyone)
    return all_beside({one.article_id: set(one.beside) for one in speakers})


def group(job: Job, part: int, _: Runner) -> Iterator[Sent]:
    """The pairs and groups of the claims that meet here."""
    claims = sorted(job.sent("members", part, Claim), key=lambda one: one.claim_id)
    speakers = list(job.sent("speakers", part, Speaker))
    apart = among(job.sent("kept_apart", part, tuple[str, str]), claims)
    names = Names({one.article_id: one.name for one in speakers})
    silence = _silence(totals_at(job, part), speakers)
    doubtful = list(job.sent("doubtful_inside", part, ClaimPair))
    pairs = corroborated(claims, list(job.sent("inside", part, ClaimPair)), doubtful)
    yield from (("claim_pairs", part, row) for row in pairs)
    yield from (("claim_groups", part, row) for row in group_claims(claims, pairs, names, apart, silence))


COMPARING = (
    *NEIGHBOURING,
    Step("pair", pair),
    OTHERS.step(),
    Step("pass_on", pass_on),
    Step("judge", judge),
    Step("connect", connect, once=True),
    Step("assemble", assemble),
    Step("group", group),
)

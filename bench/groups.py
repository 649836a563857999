"""Groups and conflicts over whole articles: what a run finds, beside what sentence likeness alone would.

    python bench/groups.py [--split dev|test] [--errors]

Data: bench/data/groups (see its README), split by story. Each story's folder is run as a user would run it, and the
tables that the run wrote are compared with the story's gold.toml. Printed per story and in total:

links      precision, recall and F1 over pairs of claims of two articles: in one group, as in the gold or not.
B-cubed    the same averaged over claims (Bagga and Baldwin 1998), over the claims that are in the gold or in a group
           of several articles; what stands alone is a group of one.
conflicts  found: disputed gold groups with a conflict pair between two of their positions. false: conflict pairs that
           are not between two positions of one gold group.

A claim is a gold member if it overlaps more than half of the shorter of the two quotes. A member without a claim
is missed by every group. The baseline groups by single link what is COSINE_LINK alike, and calls a linked pair a
conflict if a negation word is on one side only or if both give numbers and none is in both.
"""

import argparse
import csv
import re
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path

import numpy as np

from pipeline.compare.embedding import sentence_model
from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

DATA = Path(__file__).parent / "data" / "groups"
NEGATIONS = frozenset("no not never without denied rejected failed nobody none neither nothing".split())
COSINE_LINK = 0.60  # for the baseline: the best F1 of links on dev in steps of 0.05

Edge = frozenset[str]  # the ids of two claims of different articles
Table = list[dict[str, str]]


@dataclass(frozen=True)
class Member:
    group: int
    position: int  # from 1; 0 takes no side
    path: str
    quote: str


@dataclass(frozen=True)
class Story:
    name: str
    relations: tuple[str, ...]  # of each group
    about: tuple[str, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Claim:
    id: str
    article: str
    text: str
    group: str
    members: frozenset[tuple[int, int]]  # (group, position) in the gold
    missing: bool = False  # the run made no claim of this member


@dataclass(frozen=True)
class Grouping:
    """What one method makes of a story."""

    group_of: Mapping[str, str]  # claim -> group
    conflicts: frozenset[Edge]


@dataclass(frozen=True)
class Score:
    """Counts, so that stories can be added up."""

    linked: int = 0
    there: int = 0
    right: int = 0
    claims: int = 0
    precise: float = 0.0  # summed over claims
    complete: float = 0.0
    disputed: int = 0
    found: int = 0
    called: int = 0
    false: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def stories(split: str) -> Iterator[Story]:
    for path in sorted(DATA.glob("*/gold.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        if gold["split"] == split:
            groups = gold["group"]
            members = tuple(
                Member(number, position, file, quote)
                for number, group in enumerate(groups)
                for position, side in enumerate([group.get("beside", []), *group["positions"]])
                for file, quote in side
            )
            yield Story(
                path.parent.name, tuple(g["relation"] for g in groups), tuple(g["about"] for g in groups), members
            )


def _table(output: Path, name: str) -> Table:
    with (output / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _span(member: Member, text: str) -> tuple[int, int]:
    """Where the quote stands in its article's text. Ends the program unless it does so exactly once."""
    pattern = r"[\s|]+".join(map(re.escape, member.quote.split()))
    found = [match.span() for match in re.finditer(pattern, text)]
    if len(found) != 1:
        raise SystemExit(f"{member.path}: the gold's quote occurs {len(found)} times, not once: {member.quote}")
    return found[0]


def _says(claim: Mapping[str, str], start: int, end: int) -> bool:
    first, last = int(claim["start"]), int(claim["end"])
    return 2 * (min(end, last) - max(start, first)) > min(end - start, last - first)


def _claims(story: Story, output: Path) -> list[Claim]:
    """The run's claims with the gold members they are; after them a claim of its own for each member without one."""
    ids = {row["path"]: row["article_id"] for row in _table(output, "articles")}
    texts = {path: (output / "text" / f"{i}.txt").read_text(encoding="utf-8") for path, i in ids.items()}
    rows = _table(output, "claims")
    members: dict[str, set[tuple[int, int]]] = defaultdict(set)
    missing: list[Claim] = []
    for member in story.members:
        start, end = _span(member, texts[member.path])
        own = [row for row in rows if row["article_id"] == ids[member.path] and _says(row, start, end)]
        for row in own:
            members[row["claim_id"]].add((member.group, member.position))
        if not own:
            name, place = f"missing {len(missing)}", frozenset({(member.group, member.position)})
            missing.append(Claim(name, ids[member.path], member.quote, name, place, missing=True))
    return [
        Claim(
            row["claim_id"], row["article_id"], row["claim_text"], row["group_id"], frozenset(members[row["claim_id"]])
        )
        for row in rows
    ] + missing


def by_run(claims: Sequence[Claim], output: Path) -> Grouping:
    pairs = _table(output, "claim_pairs")
    conflicts = frozenset(frozenset((p["claim_a"], p["claim_b"])) for p in pairs if p["relation"] == "conflict")
    return Grouping({claim.id: claim.group for claim in claims}, conflicts)


def _clash(a: str, b: str) -> bool:
    negated = [bool(NEGATIONS & set(text.lower().replace("n't", " not").split())) for text in (a, b)]
    numbers = [set(re.findall(r"\d[\d.,]*\d|\d", text)) for text in (a, b)]
    return negated[0] != negated[1] or (all(numbers) and not numbers[0] & numbers[1])


def by_cosine(claims: Sequence[Claim], link: float = COSINE_LINK) -> Grouping:
    """The baseline: single link over claims of different articles."""
    vectors = sentence_model().embed([claim.text for claim in claims])
    likeness = vectors @ vectors.T
    group_of = {claim.id: claim.id for claim in claims}
    conflicts: set[Edge] = set()
    for i, j in np.argwhere(np.triu(likeness >= link, 1)):
        a, b = claims[i], claims[j]
        if a.article == b.article or a.missing or b.missing:
            continue
        old, new = group_of[b.id], group_of[a.id]
        group_of = {claim: new if group == old else group for claim, group in group_of.items()}
        if _clash(a.text, b.text):
            conflicts.add(frozenset((a.id, b.id)))
    return Grouping(group_of, frozenset(conflicts))


def _gold_groups(claim: Claim) -> set[int]:
    return {group for group, _ in claim.members}


def _edges(claims: Sequence[Claim], grouping: Grouping) -> tuple[set[Edge], set[Edge]]:
    """The pairs across articles that are in one group: of the method, and of the gold."""
    linked, there = set(), set()
    for a, b in combinations(claims, 2):
        if a.article != b.article:
            if grouping.group_of[a.id] == grouping.group_of[b.id]:
                linked.add(frozenset((a.id, b.id)))
            if _gold_groups(a) & _gold_groups(b):
                there.add(frozenset((a.id, b.id)))
    return linked, there


def _b_cubed(claims: Sequence[Claim], grouping: Grouping, linked: Iterable[Edge]) -> tuple[int, float, float]:
    """How many claims count, and their precision and recall summed."""
    several = {grouping.group_of[claim] for edge in linked for claim in edge}
    count, precise, complete = 0, 0.0, 0.0
    for claim in claims:
        if not claim.members and grouping.group_of[claim.id] not in several:
            continue
        together = {c.id for c in claims if grouping.group_of[c.id] == grouping.group_of[claim.id]}
        same = {claim.id} | {c.id for c in claims if _gold_groups(c) & _gold_groups(claim)}
        count += 1
        precise += len(together & same) / len(together)
        complete += len(together & same) / len(same)
    return count, precise, complete


def _disputes(story: Story, a: Claim, b: Claim) -> set[int]:
    """The disputed gold groups in which the two are on different sides."""
    return {
        group
        for group, side in a.members
        for other, far in b.members
        if group == other and side != far and side and far and story.relations[group] == "disputed"
    }


def _conflicts(story: Story, claims: Sequence[Claim], grouping: Grouping) -> tuple[set[int], set[Edge]]:
    """The disputed gold groups that were found, and the false conflicts."""
    by_id = {claim.id: claim for claim in claims}
    found: set[int] = set()
    false: set[Edge] = set()
    for edge in grouping.conflicts:
        a, b = (by_id[claim] for claim in edge)
        disputes = _disputes(story, a, b)
        found |= disputes
        if not disputes:
            false.add(edge)
    return found, false


def score(story: Story, claims: Sequence[Claim], grouping: Grouping) -> Score:
    linked, there = _edges(claims, grouping)
    found, false = _conflicts(story, claims, grouping)
    return Score(
        len(linked),
        len(there),
        len(linked & there),
        *_b_cubed(claims, grouping, linked),
        story.relations.count("disputed"),
        len(found),
        len(grouping.conflicts),
        len(false),
    )


def _rates(precision: float, recall: float) -> str:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def report(story: str, method: str, total: Score) -> None:
    links = _rates(total.right / max(1, total.linked), total.right / max(1, total.there))
    cubed = _rates(total.precise / max(1, total.claims), total.complete / max(1, total.claims))
    conflicts = f"found {total.found}/{total.disputed} false {total.false}/{total.called}"
    print(f"{story:10} {method:10} links {links}  B-cubed {cubed}  conflicts {conflicts}")


def errors(story: Story, claims: Sequence[Claim], grouping: Grouping) -> None:
    by_id = {claim.id: claim for claim in claims}
    linked, there = _edges(claims, grouping)
    found, false = _conflicts(story, claims, grouping)
    for number, relation in enumerate(story.relations):
        if relation == "disputed" and number not in found:
            print(f"\n{story.name}: missed conflict: {story.about[number]}")
            for claim in claims:
                for side in sorted(side for group, side in claim.members if group == number):
                    print(f"  {side or '-'} {claim.article}: {claim.text}")
    for title, edges in (("false conflict", false), ("missed link", there - linked), ("false link", linked - there)):
        sides = [sorted((by_id[claim].article, by_id[claim].text) for claim in edge) for edge in edges]
        for (first, text), (second, other) in sorted(sides):
            print(f"\n{story.name}: {title}\n  {first}: {text}\n  {second}: {other}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is false (dev only)")
    arguments = parser.parse_args()
    totals: dict[str, Score] = defaultdict(Score)
    wrong: list[tuple[Story, list[Claim], Grouping]] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "store") as store,
        Runner(Settings(), store) as runner,
    ):
        for story in stories(arguments.split):
            output = Path(folder) / story.name
            run(DATA / story.name / "articles", output, runner)
            claims = _claims(story, output)
            ours = by_run(claims, output)
            wrong.append((story, claims, ours))
            for method, grouping in (("tellings", ours), ("cosine", by_cosine(claims))):
                one = score(story, claims, grouping)
                totals[method] += one
                report(story.name, method, one)
    for method, total in totals.items():
        report("all", method, total)
    if arguments.errors and arguments.split == "dev":
        for of_story in wrong:
            errors(*of_story)


if __name__ == "__main__":
    main()

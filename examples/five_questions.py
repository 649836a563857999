"""Five questions that an analyst asks of a run, answered with pandas.

    python examples/five_questions.py [OUTPUT]

OUTPUT is the folder that a run wrote; "output" unless told. Nothing of Tellings itself is needed, only its tables: the
CSV files where a cell is one thing, their Parquet twins where it is a list.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill

import pandas as pd

MOST = 8  # rows of an answer; the tables have the others
WIDTH = 110
WORTH_CHECKING = 0.5


@dataclass(frozen=True)
class Tables:
    """What the answers are made from."""

    articles: pd.DataFrame
    claims: pd.DataFrame
    pairs: pd.DataFrame
    coverage: pd.DataFrame
    groups: pd.DataFrame  # with lists as lists

    @property
    def names(self) -> dict[str, str]:
        """What to call each article: its site, if it has one that no other has, or its id."""
        sites = self.articles.set_index("article_id").site
        return {article: site if site and (sites == site).sum() == 1 else article for article, site in sites.items()}


def load(output: Path) -> Tables:
    """The tables of a run. An empty cell is an empty string, never a missing value."""
    csv = {
        name: pd.read_csv(output / f"{name}.csv", keep_default_na=False)
        for name in ("articles", "claims", "claim_pairs", "coverage")
    }
    groups = pd.read_parquet(output / "parquet" / "claim_groups.parquet")
    return Tables(csv["articles"], csv["claims"], csv["claim_pairs"], csv["coverage"], groups)


def say(text: str, indent: int = 2) -> None:
    """Print a paragraph, its further lines set in under the first."""
    print(fill(" ".join(text.split()), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 4)))


def close(count: int, most: int = MOST) -> None:
    """Say how many of the rows were left out, or that there are none."""
    if count > most:
        print(f"  ... and {count - most} more.")
    if not count:
        print("  Nothing.")


def listed(articles: Iterable[str], names: dict[str, str]) -> str:
    """The articles by name."""
    return ", ".join(names[article] for article in articles)


def corroborated(tables: Tables) -> None:
    """Shared groups, those with the most origins first."""
    shared = tables.groups[tables.groups.status == "shared"].sort_values(
        ["n_origins", "group_id"], ascending=[False, True]
    )
    for group in shared.head(MOST).itertuples():
        say(f"{group.n_origins} origins: {group.statement}")
    close(len(shared))


def disputed(tables: Tables) -> None:
    """Disputed groups with their sides, and the words that the verdicts rest on."""
    pairs = tables.pairs[tables.pairs.relation == "conflict"]
    group_of = tables.claims.set_index("claim_id").group_id
    coverage = tables.coverage[tables.coverage.status == "disputed"].set_index("group_id")
    for group_id, row in coverage.iterrows():
        say(str(row.statement))
        sides: dict[str, list[str]] = {}
        for article, name in tables.names.items():
            for side in str(row.get(article, "")).split(";"):
                if side.startswith("conflict:"):
                    sides.setdefault(side.removeprefix("conflict:"), []).append(name)
        for side, members in sorted(sides.items()):
            say(f"side {side}: {', '.join(members)}", 4)
        why = pairs[pairs.claim_a.map(group_of) == group_id].explanation
        say(f"why: {' '.join(dict.fromkeys(why))}", 4)
    close(len(coverage), len(coverage))


def alone(tables: Tables) -> None:
    """Claims in unique groups that a reader would want checked."""
    unique = tables.groups[tables.groups.status == "unique"].group_id
    claims = tables.claims[tables.claims.group_id.isin(unique) & (tables.claims.check_worthiness >= WORTH_CHECKING)]
    claims = claims.sort_values(["check_worthiness", "article_id", "start"], ascending=[False, True, True])
    # The best of each article first: a long one would fill the list by itself.
    claims = claims.assign(rank=claims.groupby("article_id").cumcount()).sort_values("rank", kind="stable")
    for claim in claims.head(MOST).itertuples():
        say(f"{claim.check_worthiness:.2f}  {tables.names[claim.article_id]}: {claim.claim_text}")
    close(len(claims))


def silent(tables: Tables) -> None:
    """For each article how many shared groups pass it by, and the one with the most origins."""
    shared = tables.groups[tables.groups.status == "shared"]
    silences = shared.explode("silent").dropna(subset="silent")
    for article, count in silences.silent.value_counts(sort=False).sort_index().items():
        widest = silences[silences.silent == article].sort_values(["n_origins", "group_id"], ascending=[False, True])
        first = widest.iloc[0]
        say(f"{tables.names[article]}: on {count} of {len(shared)}. What {first.n_origins} origins say without it:")
        say(first.statement, 6)
    close(len(silences), len(silences))


def sure(tables: Tables) -> None:
    """Shares of each article's claims."""
    claims = tables.claims.assign(
        certain=tables.claims.certainty == "CT",
        hedged=tables.claims.certainty.isin(["PR", "PS"]),
        open=tables.claims.certainty == "U",
        attributed=tables.claims.attribution_source != "",
    )
    by_article = claims.groupby("article_id")[["certain", "hedged", "open", "attributed"]].mean().mul(100).round()
    by_article = by_article.astype(int).sort_values(["certain", "attributed"], ascending=False)
    by_article.insert(0, "claims", claims.article_id.value_counts())
    by_article.index = [tables.names[article] for article in by_article.index]
    print(by_article.to_string())
    print("\n  In per cent of the claims. Attributed: put in the mouth of somebody else.")


QUESTIONS = (
    ("Which claims have two independent origins? Copies of one text count once.", corroborated),
    ("What is disputed, and who stands where?", disputed),
    ("What does only one article say that is worth checking?", alone),
    ("Which article is silent on what others agree on?", silent),
    ("How sure does each article sound?", sure),
)


def main() -> None:
    """Ask all five."""
    tables = load(Path(sys.argv[1] if len(sys.argv) > 1 else "output"))
    for number, (question, answer) in enumerate(QUESTIONS, 1):
        print(f"\n{number}. {question}\n")
        answer(tables)


if __name__ == "__main__":
    main()

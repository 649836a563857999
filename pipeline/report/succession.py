"""Which row of now is a row of before under another id: a file with another name, a sentence edited, a group regrouped.

Ids are made from content, so that they survive what happens elsewhere; what happens to the row itself renames it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

Cells = dict[str, str]
Tables = Mapping[str, list[Cells]]  # by the table's name; a table that cannot be compared is not there
Ids = dict[str, str]  # of before -> of now

LIKE = 80  # of 100: an edited figure or name leaves over 90; different claims of one article reach 78, of 338 in raw/

# What holds ids, beside the columns that say which table they refer to.
_HOLDS = {
    "articles": ("article_id", "article_a", "article_b", "origin_id", "supporting", "conflicting"),
    "claims": ("claim_id", "claim_a", "claim_b", "repeat_of"),
    "claim_groups": ("group_id",),
}
_TABLE_OF = {column: table for table, columns in _HOLDS.items() for column in columns}


@dataclass(frozen=True, slots=True)
class Succession:
    """The ids that changed, by the table whose rows they name."""

    of: Mapping[str, Ids] = field(default_factory=dict)

    def now(self, column: str, cell: str) -> str:
        """A cell of before as it would be written with the ids of now."""
        ids = self.of.get(_TABLE_OF.get(column, ""), {})
        return ";".join(ids.get(item, item) for item in cell.split(";")) if ids else cell


def _apart(before: Tables, after: Tables, table: str, key: str) -> tuple[list[Cells], list[Cells]]:
    """The rows whose ids are gone, and those whose ids are new."""
    old, new = before.get(table, []), after.get(table, [])
    olds, news = {row[key] for row in old}, {row[key] for row in new}
    return [row for row in old if row[key] not in news], [row for row in new if row[key] not in olds]


def _matched(scored: Iterable[tuple[float, str, str]]) -> Ids:
    """One to one, the best first."""
    found: Ids = {}
    taken: set[str] = set()
    for _, old, new in sorted(scored, key=lambda score: (-score[0], score[1:])):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _articles(before: Tables, after: Tables) -> Ids:
    """The same content under another name."""
    gone, come = _apart(before, after, "articles", "article_id")
    same = (
        (1.0, old["article_id"], new["article_id"]) for old in gone for new in come if old["sha256"] == new["sha256"]
    )
    return _matched(same)


def _claims(before: Tables, after: Tables, articles: Ids) -> Ids:
    """Nearly the same words in the same article."""
    gone, come = _apart(before, after, "claims", "claim_id")
    by_article: dict[str, list[Cells]] = defaultdict(list)
    for new in come:
        by_article[new["article_id"]].append(new)

    def alike() -> Iterator[tuple[float, str, str]]:
        for old in gone:
            for new in by_article[articles.get(old["article_id"], old["article_id"])]:
                if score := ratio(old["claim_text"], new["claim_text"], score_cutoff=LIKE):
                    yield score, old["claim_id"], new["claim_id"]

    return _matched(alike())


def _groups(before: Tables, after: Tables, claims: Ids) -> Ids:
    """Most of the members in common, of those that both times there were."""
    gone, come = ({row["group_id"] for row in rows} for rows in _apart(before, after, "claim_groups", "group_id"))
    now = {row["claim_id"]: row["group_id"] for row in after.get("claims", [])}
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for row in before.get("claims", []):
        group = now.get(claims.get(row["claim_id"], row["claim_id"]), "")
        if row["group_id"] in gone and group in come:
            shared[row["group_id"], group] += 1
    return _matched((count, old, new) for (old, new), count in shared.items())


def succession(before: Tables, after: Tables) -> Succession:
    """Whose place each new row takes, where it takes one."""
    articles = _articles(before, after)
    claims = _claims(before, after, articles)
    return Succession({"articles": articles, "claims": claims, "claim_groups": _groups(before, after, claims)})

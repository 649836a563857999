"""One page for people, in which nothing from an article can run: escaped, without scripts, under a strict policy."""

from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.records import ClaimGroup, Relation, Result, Status
from pipeline.report import Writer
from pipeline.report.rows import group_of_claim
from pipeline.report.tables import ARTICLES, CLAIM_PAIRS, CLAIMS, REJECTS, REMOVED

REASONS_SHOWN = 5  # of a group; beyond that they repeat one another
MATRIX_ROWS = 200  # what a browser lays out at once beside 300 articles; coverage.csv has every row

_CERTAINTY = {"CT": "", "PR": "probable", "PS": "possible", "U": "not committed to"}
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Section:
    status: Status
    name: str
    meaning: str
    open: bool  # quotes are shown at once, not behind a summary
    groups: list[ClaimGroup]


_SECTIONS = (
    (Status.DISPUTED, "disputed", "The sides cannot both be true."),
    (Status.DIFFERING, "differing", "The accounts differ, and all can be true."),
    (Status.SHARED, "shared", "Two origins or more agree."),
    (Status.SINGLE_ORIGIN, "from one origin", "Several articles agree, all of them copies of one source."),
)


def _sections(result: Result) -> list[Section]:
    groups = sorted(result.comparison.groups, key=lambda group: (-group.n_articles, group.group_id))
    side_by_side = {Status.DISPUTED, Status.DIFFERING}
    return [
        Section(status, name, meaning, status in side_by_side, [group for group in groups if group.status is status])
        for status, name, meaning in _SECTIONS
    ]


def _explained(result: Result) -> dict[str, list[tuple[Relation, str]]]:
    """By group, each explanation of a pair in it that does not simply agree, conflicts first."""
    group_of = group_of_claim(result)
    explained: dict[str, dict[tuple[Relation, str], None]] = defaultdict(dict)
    for pair in CLAIM_PAIRS.records(result):
        if pair["relation"] != Relation.AGREE:
            explained[group_of.get(pair["claim_a"], "")][Relation(pair["relation"]), pair["explanation"]] = None
    return {group: list(reasons) for group, reasons in explained.items()}


def _unique(result: Result, claims: dict[str, dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """By article, the claims that no other article speaks of, in the order of the text."""
    alone = {group.group_id for group in result.comparison.groups if group.status is Status.UNIQUE}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in claims.values():
        if claim["group_id"] in alone and not claim["repeat_of"]:
            found[claim["article_id"]].append(claim)
    return found


def _is_web(url: str) -> bool:
    """Only these may be links: a `javascript:` address is text."""
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:  # "http://[": not an address at all
        return False


def _context(result: Result) -> dict[str, Any]:
    articles = list(ARTICLES.records(result))
    ids = [article["article_id"] for article in articles]
    claims = {claim["claim_id"]: claim for claim in CLAIMS.records(result)}
    sections = _sections(result)
    common = [(group, dict(group.coverage)) for section in sections for group in section.groups]
    removed = Counter(row["article_id"] for row in REMOVED.records(result))
    return {
        "articles": articles,
        "numbers": {name: number for number, name in enumerate(ids, 1)},
        "anchors": {name: f"article-{number}" for number, name in enumerate(ids, 1)},
        "titles": {article["article_id"]: article["title"] or article["path"] for article in articles},
        "hrefs": {name: f"text/{quote(name, safe='')}.txt" for name in ids},
        "certainty": _CERTAINTY,
        "claims": claims,
        "sections": sections,
        "explained": _explained(result),
        "shown": REASONS_SHOWN,
        "unique": _unique(result, claims),
        "unique_count": sum(group.status is Status.UNIQUE for group in result.comparison.groups),
        "matrix": [(group, [verdicts.get(name, "") for name in ids]) for group, verdicts in common[:MATRIX_ROWS]],
        "matrix_total": len(common),
        "removed": removed,
        "removed_count": removed.total(),
        "rejects": list(REJECTS.records(result)),
    }


def write(result: Result, _: Path | None) -> Iterator[tuple[str, bytes]]:
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["is_web"] = _is_web
    page = environment.get_template("page.html.jinja").render(
        _context(result),
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=f"sha256-{digest}",
    )
    yield "report.html", f"{page.strip()}\n".encode()


WRITER = Writer("html", write)

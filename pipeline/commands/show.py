"""`tellings show`: an article as a stage leaves it."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from pipeline.commands.options import STORE, Cache, Config, Raw, StageName, known_stage, out, state_after
from pipeline.commands.printed import escape
from pipeline.errors import Stop
from pipeline.flow import State
from pipeline.records import Article


def show(
    article: Annotated[str, typer.Argument(help="An article's id, or its path inside the folder.")],
    stage: StageName = "clean",
    raw: Raw = Path("raw"),
    config: Config = None,
    cache: Cache = STORE,
) -> None:
    """Print an article as a stage leaves it: its blocks, what was dropped and why, its names and claims."""
    print_article(out, state_after(known_stage(stage), raw, config, cache), article, stage)


def _find(state: State, name: str) -> Article:
    found = next((a for a in state.articles if name in {a.article_id, a.path}), None)
    if found is None:
        known = ", ".join(a.article_id for a in state.articles[:20])
        raise Stop(f"There is no article {name!r}.", f"There are {known}.")
    return found


def print_article(console: Console, state: State, name: str, stage: str) -> None:
    """An article as `stage` leaves it. Raises `Stop` for an unknown name."""
    article = _find(state, name)
    console.print(
        f"[bold]{escape(article.article_id)}[/bold]  {escape(article.path)}  {article.format}, {article.encoding}",
    )
    for field in ("title", "author", "site", "published", "url", "language"):
        if value := getattr(article.metadata, field):
            console.print(f"  {field}: {escape(value)}")
    clean = next((c for c in state.cleaned if c.article.article_id == article.article_id), None)
    rows = [
        (b.start, b.kind.value, article.text[b.start : b.end], "") for b in (clean.kept if clean else article.blocks)
    ]
    rows += [(d.start, f"- {d.rule}", article.text[d.start : d.end], d.reason) for d in (clean.drops if clean else ())]
    for _, kind, words, reason in sorted(rows):
        style = "dim" if reason else ""
        console.print(
            f"{kind:>18}  {escape(' '.join(words.split()))}" + (f"  ({escape(reason)})" if reason else ""),
            style=style,
        )
    if stage in {"tag", "compare", "report"}:
        _print_findings(console, state, article)


def _print_findings(console: Console, state: State, article: Article) -> None:
    table = Table("claim_id", "claim", "certainty", "source", box=None, title="claims", title_justify="left")
    for claim in state.comparison.claims:
        if claim.article_id == article.article_id:
            s = claim.statement
            table.add_row(
                claim.claim_id, escape(claim.text), f"{s.certainty}{s.polarity}", escape(s.attribution.source)
            )
    names = sorted({e.name for e in state.entities if article.article_id in e.articles})
    console.print(f"names: {escape(', '.join(names))}")
    if table.row_count:
        console.print(table)

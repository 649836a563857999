"""What the commands print: the end of a run, an article at a stage, the verdict on a pair."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.compare.entailment import Inference
from pipeline.compare.relation import judge
from pipeline.compare.rule import Pair
from pipeline.errors import Stop
from pipeline.flow import State
from pipeline.records import Article, Claim, Comparison, Status
from pipeline.run import Outcome

MOST_DISPUTED = 3
MOST_REJECTS = 20  # a web archive has hundreds of pictures and styles, each a row of rejects.csv


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _unmatched(state: State) -> list[str]:
    """The paths that `sources.csv` names and the folder has not."""
    there = {document.path for document in state.inputs.documents} | {row.path for row in state.inputs.rejects}
    return [note.path for note in state.inputs.notes if note.path not in there]


def print_summary(console: Console, outcome: Outcome, output: Path, until: str) -> None:
    """Counts, the groups that most articles dispute, rejects with their hints, and where to look."""
    counts = outcome.counts
    if outcome.state is None:
        console.print(f"Nothing has changed since the last run: {output} is up to date.")
        return
    console.print(
        f"{plural(counts['inputs'], 'input')}: {plural(counts['articles'], 'article')}, {counts['rejects']} rejected.",
    )
    for reject in outcome.state.rejects[:MOST_REJECTS]:
        console.print(f"  {escape(reject.path)}: {reject.code}. {escape(reject.message)} {escape(reject.hint)}")
    if (further := len(outcome.state.rejects) - MOST_REJECTS) > 0:
        console.print(f"  ... and {further:,} more; rejects.csv lists them all.")
    for path in _unmatched(outcome.state):
        console.print(f"  sources.csv names {escape(path)}, which is not there. Correct the path, or remove the row.")
    _print_judgements(console, outcome.state)
    if until in {"compare", "report"}:
        console.print(
            f"{plural(counts['claims'], 'claim')}, {plural(counts['groups'], 'group')}; "
            f"pairs: {counts['agree']} agree, {counts['differ']} differ, {counts['conflict']} conflict.",
        )
        disputed = [g for g in outcome.state.comparison.groups if g.status is Status.DISPUTED]
        for group in sorted(disputed, key=lambda g: (-g.n_origins, -g.n_articles, g.group_id))[:MOST_DISPUTED]:
            console.print(f"  disputed  {escape(group.statement)}\n            {escape(group.summary)}")
    if until == "report":
        console.print(
            f"Open {output / 'report.html'}, or load {output / 'claim_pairs.csv'}; "
            f"{output / 'README.md'} explains every table.",
        )


def _print_judgements(console: Console, state: State) -> None:
    """How many judgements of entities.toml were followed, and why the others were not."""
    resolution = state.resolution
    if resolution.judgements:
        followed = resolution.judgements - len(resolution.unused)
        console.print(f"entities.toml: {plural(resolution.judgements, 'judgement')}, {followed} followed.")
    for unused in resolution.unused:
        console.print(f"  {escape(unused)} Correct it, or remove it: `tellings entities` lists what there is.")


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


def _claim(claims: Mapping[str, Claim], name: str) -> Claim:
    if name not in claims:
        raise Stop(f"There is no claim {name!r}.", "Take a claim_id from claims.csv, and name the same --raw folder.")
    return claims[name]


def explain_pair(
    console: Console,
    comparison: Comparison,
    claim_a: str,
    claim_b: str,
    pair_in: Callable[[Claim, Claim, Sequence[Claim]], Pair],
) -> None:
    """The verdict on two claims and all that it rests on. Raises `Stop` for an unknown claim.

    `pair_in` lays two claims side by side, given all claims of their two articles.
    """
    by_id = {claim.claim_id: claim for claim in comparison.claims}
    a, b = _claim(by_id, claim_a), _claim(by_id, claim_b)
    both = [c for c in comparison.claims if c.article_id in {a.article_id, b.article_id}]
    pair = pair_in(a, b, both)
    verdict = judge(pair)
    for claim in (pair.a, pair.b):
        console.print(f"{claim.claim_id}  {escape(claim.article_id)}\n  {escape(claim.text)}")
    console.print(
        f"[bold]{verdict.relation or 'unrelated'}[/bold]"
        + (f", confidence {verdict.confidence}" if verdict.relation else ""),
    )
    for line in [finding.explanation for finding in verdict.findings] or [
        verdict.reason or "Nothing speaks against it."
    ]:
        console.print(f"  {escape(line)}")
    alignment = verdict.alignment
    matched = ", ".join(x if x == y else f"{x} = {y}" for x, y in alignment.matched)
    console.print(
        f"  alignment {alignment.score:.2f}: similarity {alignment.similarity:.2f}, "
        f"without the topic {alignment.residual:.2f}, "
        f"words covered {alignment.coverage_a:.2f} and {alignment.coverage_b:.2f}\n"
        f"  words that meet: {escape(matched) or 'none'}\n"
        f"  read one after the other: {_said(pair.says[0])}; the other way: {_said(pair.says[1])}\n"
        f"  chances: {', '.join(f'{name} {chance:.2f}' for name, chance in verdict.chances.items())}"
    )


def _said(inference: Inference) -> str:
    return f"entails {inference.entails:.2f}, contradicts {inference.contradicts:.2f}"

"""The end of a run, in a terminal: counts, what is disputed most, what was not used and what to do, where to look."""

from pathlib import Path

from rich.console import Console

from pipeline.commands.printed import escape, plural, shortened
from pipeline.judgements import JUDGEMENTS
from pipeline.run import Outcome
from pipeline.summary import Dispute, Summary

MOST_REJECTS = 20  # a web archive has hundreds of pictures and styles, each a row of rejects.csv
MOST_SIDES = 4
LONGEST = 160  # characters of a statement: two lines of a terminal

COMPARED = ("compare", "report")  # the stages after which there are groups


def print_summary(console: Console, outcome: Outcome, output: Path, until: str) -> None:
    """What a run until a stage came to; `output` is where it wrote."""
    summary, counts = outcome.summary, outcome.summary.counts
    if not outcome.changed:
        console.print(f"Nothing has changed since the last run: {escape(str(output))} is up to date.")
    console.print(
        f"{plural(counts['inputs'], 'input')}: {plural(counts['articles'], 'article')}, {counts['rejects']:,} rejected."
    )
    if until in COMPARED:
        console.print(
            f"{plural(counts['claims'], 'claim')}, {plural(counts['groups'], 'group')}; "
            f"pairs: {counts['agree']:,} agree, {counts['differ']:,} differ, {counts['conflict']:,} conflict.",
        )
        _print_disputes(console, summary)
    _print_followed(console, summary)
    _print_rejects(console, summary)
    _print_flaws(console, summary)
    if until == "report":
        page, pairs, readme = (escape(str(output / name)) for name in ("report.html", "claim_pairs.csv", "README.md"))
        console.print(f"\nOpen {page}, or load {pairs}; {readme} explains every table.")


def _print_disputes(console: Console, summary: Summary) -> None:
    if not summary.disputed:
        return
    total = summary.counts["disputed"]
    heading = "Disputed" if len(summary.disputed) == total else f"Most disputed, of {total:,} groups"
    console.print(f"\n[bold]{heading}[/bold]")
    for dispute in summary.disputed:
        _print_dispute(console, dispute)


def _print_dispute(console: Console, dispute: Dispute) -> None:
    console.print(f"  [bold]{escape(shortened(dispute.statement, LONGEST))}[/bold]")
    for side in dispute.sides[:MOST_SIDES]:
        console.print(f"    [cyan]“{escape(shortened(side.words, LONGEST))}”[/cyan] {escape(side.said_by)}")
    if (further := len(dispute.sides) - MOST_SIDES) > 0:
        console.print(f"    ... and {plural(further, 'further side')}: group {dispute.group_id}")


def _print_rejects(console: Console, summary: Summary) -> None:
    if summary.rejects:
        console.print("\n[bold]Rejected[/bold]")
    for reject in summary.rejects[:MOST_REJECTS]:
        console.print(
            f"  [yellow]{escape(reject.path)}[/yellow]: {reject.code}. {escape(reject.message)} {escape(reject.hint)}"
        )
    if (further := len(summary.rejects) - MOST_REJECTS) > 0:
        console.print(f"  ... and {further:,} more; rejects.csv lists them all.")


def _print_flaws(console: Console, summary: Summary) -> None:
    if summary.warnings or summary.unmatched or summary.unused_judgements:
        console.print("\n[bold]To look at[/bold]")
    for warned in summary.warnings[:MOST_REJECTS]:
        console.print(f"  [yellow]{escape(warned.path)}[/yellow]: {escape(', '.join(warned.warnings))}")
    if (further := len(summary.warnings) - MOST_REJECTS) > 0:
        console.print(f"  ... and {further:,} more; articles.csv has the warnings of all.")
    for path in summary.unmatched[:MOST_REJECTS]:
        console.print(f"  sources.csv names {escape(path)}, which is not there. Correct the path, or remove the row.")
    if (further := len(summary.unmatched) - MOST_REJECTS) > 0:
        console.print(f"  ... and {further:,} more that sources.csv names and that are not there.")
    for unused in summary.unused_judgements[:MOST_REJECTS]:
        console.print(
            f"  {JUDGEMENTS}: {escape(unused)} Correct it, or remove it: `tellings entities` lists what there is."
        )
    if (further := len(summary.unused_judgements) - MOST_REJECTS) > 0:
        console.print(f"  ... and {further:,} more; `tellings entities` names them all.")


def _print_followed(console: Console, summary: Summary) -> None:
    """How many judgements of the analyst's were followed, and what became of other languages."""
    if summary.judgements:
        followed = summary.judgements - len(summary.unused_judgements)
        console.print(f"{JUDGEMENTS}: {plural(summary.judgements, 'judgement')}, {followed:,} followed.")
    for line in summary.languages:
        console.print(escape(line))

"""What a run would do, in a terminal."""

from pathlib import Path

from rich.console import Console

from pipeline.commands.printed import escape, plural
from pipeline.plan import Plan


def print_plan(console: Console, plan: Plan, output: Path) -> None:
    """What would be read, what is new since the last run, what is in the cache."""
    files = len(plan.new) + len(plan.changed) + len(plan.same)
    console.print(
        f"{plural(files, 'file')}: {len(plan.new):,} new, {len(plan.changed):,} changed, {len(plan.same):,} as they "
        f"were; {len(plan.gone):,} gone, {len(plan.refused):,} refused."
    )
    for what, paths in (("new", plan.new), ("changed", plan.changed), ("gone", plan.gone)):
        for path in paths:
            console.print(f"  {what:<8} {escape(path)}")
    for reject in plan.refused:
        console.print(f"  refused  {escape(reject.path)}: {escape(reject.message)} {escape(reject.hint)}")
    console.print(f"{plural(len(plan.to_read), 'input')} would be read; {plan.cached:,} are in the cache.")
    for path in plan.to_read:
        console.print(f"  to read  {escape(path)}")
    told = f"{output} is up to date: a run would change nothing." if plan.up_to_date else f"A run would write {output}."
    console.print(f"{escape(told)} Nothing was written.")

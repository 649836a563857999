"""`tellings explain`: what two claims are to each other, and why."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.options import STORE, Cache, Config, Raw, at_work, out
from pipeline.commands.printed import escape
from pipeline.compare.comparison import pair_in
from pipeline.compare.entailment import Inference
from pipeline.compare.relation import Verdict, judge
from pipeline.errors import Stop
from pipeline.flow import through
from pipeline.inputs import read_inputs
from pipeline.records import Claim, ClaimPair, Comparison
from pipeline.settings import load_settings
from pipeline.workers import Runner


def explain(
    claim_a: Annotated[str, typer.Argument(help="A claim_id of claims.csv.")],
    claim_b: Annotated[str, typer.Argument(help="Another.")],
    raw: Raw = Path("raw"),
    config: Config = None,
    cache: Cache = STORE,
) -> None:
    """Print what two claims are to each other, and what the verdict rests on - also where they are unrelated."""
    settings = load_settings(config)
    with at_work(settings, cache) as runner:
        state, _ = through(read_inputs(raw, settings.max_input_bytes), runner, "compare")
        print_verdict(out, state.comparison, claim_a, claim_b, runner)


def _claim(claims: Mapping[str, Claim], name: str) -> Claim:
    if name not in claims:
        raise Stop(f"There is no claim {name!r}.", "Take a claim_id from claims.csv, and name the same --raw folder.")
    return claims[name]


def _reasons(verdict: Verdict, row: ClaimPair | None) -> list[str]:
    if row and verdict.relation is not row.relation:
        return [row.explanation, f"By these two alone: {verdict.relation or 'unrelated'}, for want of certainty."]
    return [finding.explanation for finding in verdict.findings] or [verdict.reason or "Nothing speaks against it."]


def print_verdict(console: Console, comparison: Comparison, claim_a: str, claim_b: str, runner: Runner) -> None:
    """The verdict on two claims and all that it rests on. Raises `Stop` for an unknown claim."""
    by_id = {claim.claim_id: claim for claim in comparison.claims}
    a, b = _claim(by_id, claim_a), _claim(by_id, claim_b)
    compared = {claim for group in comparison.groups for side in group.positions for claim in side.claims}
    for claim in (a, b):
        if claim.claim_id not in compared:
            raise Stop(f"{claim.claim_id} is compared with nothing.", f"{claim.article_id} is not in English.")
    both = [c for c in comparison.claims if c.article_id in {a.article_id, b.article_id}]
    pair = pair_in(a, b, both, runner=runner)
    verdict = judge(pair)
    for claim in (pair.a, pair.b):
        console.print(f"{claim.claim_id}  {escape(claim.article_id)}\n  {escape(claim.text)}")
    row = next((row for row in comparison.pairs if {row.claim_a, row.claim_b} == {claim_a, claim_b}), None)
    told = row or verdict  # the run may never have laid the two side by side
    console.print(
        f"[bold]{told.relation or 'unrelated'}[/bold]" + (f", confidence {told.confidence}" if told.relation else "")
    )
    for line in _reasons(verdict, row):
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

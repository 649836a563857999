"""The ruling: what the rules alone make of two claims, without a look at the entailment model.

1. `fit` says whether they may make one proposition at all.
2. `guards` may say that they are two propositions after all; then they have no relation.
3. The difference rules speak: a conflict of one makes the pair a conflict, else a difference makes it differ.
4. What is left agrees if each covers the other, and else is unrelated: likeness alone is not agreement.
"""

from dataclasses import dataclass

from pipeline.compare.denial import contradicts
from pipeline.compare.fit import fit, misfit, needed, unclear
from pipeline.compare.guards import two_propositions
from pipeline.compare.rule import Pair
from pipeline.compare.rules import RULES
from pipeline.compare.values import dated_apart, other_figures
from pipeline.records import Finding, Relation


@dataclass(frozen=True, slots=True)
class Ruling:
    """A relation with the findings that it rests on; None for an unrelated pair, and `reason` says why."""

    relation: Relation | None
    findings: tuple[Finding, ...]
    reason: str
    apart: bool = False  # unrelated, and never on one side of anything: other times, figures, or a yes and a no


def _two(pair: Pair) -> str:
    """Why the two claims are two propositions, or ""."""
    reason = two_propositions(pair)
    return f"They are two propositions: {reason}." if reason else unclear(pair)


def _at_odds(pair: Pair, types: frozenset[str]) -> str:
    """What keeps two claims from agreeing though no rule says that they conflict, or ""."""
    if other_figures(pair) and not types & {"number", "update"}:
        return "Their figures differ, and so does what they are figures of."
    if contradicts(pair) and not types & {"attribution", "update"}:
        return "One affirms and one denies, but not clearly the same thing."
    if dated_apart(pair):
        return "Their dates differ, and it is not clearly one event."
    return ""


def rule_on(pair: Pair) -> Ruling:
    """What the rules make of two claims. Symmetric: the same for (b, a), with the evidence exchanged."""
    if reason := misfit(pair):
        return Ruling(None, (), reason)
    if reason := _two(pair):
        return Ruling(None, (), reason, apart=True)
    findings = tuple(finding for rule in RULES if (finding := rule.judge(pair)))
    conflicts = tuple(finding for finding in findings if finding.relation is Relation.CONFLICT)
    if conflicts:
        return Ruling(Relation.CONFLICT, conflicts, "")
    if reason := _at_odds(pair, frozenset(finding.type for finding in findings)):
        return Ruling(None, (), reason, apart=True)
    if fit(pair) < needed(pair):
        return Ruling(None, (), "They have names, dates or figures, and do not share enough of them.")
    relation = Relation.DIFFER if findings else Relation.AGREE
    return Ruling(relation, findings, "")

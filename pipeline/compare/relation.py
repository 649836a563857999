"""The decision: what two claims are to each other, and why.

1. `alignment` says whether they may make one proposition at all.
2. `scope` may say that they are two propositions after all; then they have no relation.
3. The difference rules speak: a conflict of one makes the pair a conflict, else a difference makes it differ.
4. What is left agrees if each covers the other, and else is unrelated: likeness alone is not agreement.
"""

from dataclasses import dataclass

from pipeline.compare.alignment import Alignment
from pipeline.compare.rule import Pair, named, whole
from pipeline.compare.rules import RULES
from pipeline.compare.rules.polarity import contradicts
from pipeline.compare.scope import TELLING_APART, two_propositions
from pipeline.compare.values import counts, dated_apart, days, disjoint, equal, other_figures
from pipeline.records import Claim, ClaimPair, Finding, Relation, Span, Value, ValueKind

RELATED = 0.38  # alignment score from which two claims may make one proposition; chosen on the dev stories of bench/verdicts.py
SHARING_AGREE = 0.46  # from which two claims agree that share a name, date or figure; likewise
SPECIFIC_AGREE = 0.60  # and that give such, but share none; likewise
FEWEST_MATCHED = 2  # specific words that surely have to meet, or all that the shorter claim has
SHARED_VALUE = 0.08  # what a shared figure, month or day adds to the alignment; two sentences share a day seldom by chance
MOST_SHARED = 0.16
DAYS_OF_A_MONTH = 31
CERTAIN_SCORE = 0.75  # at and above this, alignment adds nothing to confidence


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on a pair with all that it rests on; `relation` is None for an unrelated pair, and `reason` says why."""

    relation: Relation | None
    findings: tuple[Finding, ...]
    confidence: float
    reason: str
    alignment: Alignment


def _shares_a_value(pair: Pair) -> bool:
    mine, theirs = pair.a.statement.values, pair.b.statement.values
    return any(
        x.kind is y.kind and x.unit == y.unit and equal(x, y) and x.counted == y.counted for x in mine for y in theirs
    )


def _confidence(score: float, findings: tuple[Finding, ...]) -> float:
    """Grows with how well the claims align; a conflict has to earn it twice, by alignment and by its rule."""
    base = min(1.0, max(0.0, score / CERTAIN_SCORE))
    return round(0.5 + 0.5 * base if not findings else 0.4 + 0.55 * base, 2)


def fit(pair: Pair) -> float:
    """How far two claims speak of the same thing: their alignment, and the days and figures that they share."""
    mine, theirs = pair.a.statement.values, pair.b.statement.values
    shared = sum(_same_value(x, y) for x in mine for y in theirs)
    return round(pair.alignment.score + min(shared * SHARED_VALUE, MOST_SHARED), 4)


def _same_value(x: Value, y: Value) -> bool:
    exact = x.kind is not ValueKind.DATE or x.high - x.low < DAYS_OF_A_MONTH
    return counts(x) and x.kind is y.kind and x.unit == y.unit and exact and equal(x, y)


def _aligned(pair: Pair) -> str:
    """Why the two claims cannot make one proposition, or "" if they may."""
    alignment, found = pair.alignment, fit(pair)
    if found < RELATED:
        return f"They speak of different things (alignment {found:.2f}, at least {RELATED:.2f} is needed)."
    fewest = min(FEWEST_MATCHED, len(set(pair.a.statement.terms)), len(set(pair.b.statement.terms)))
    if len(alignment.surely) < fewest and not _shares_a_value(pair):
        return "They share the topic, but hardly a word of what they say about it."
    return ""


def _unclear(pair: Pair) -> str:
    """Why what a pronoun stands for keeps the two apart, or ""."""
    unsure = pair.a.unclear or pair.b.unclear
    shared = named(pair.a, TELLING_APART) & named(pair.b, TELLING_APART)
    if unsure and not shared and dated_apart(pair):
        return "What “it” or “the treaty” stands for is not certain, and their dates differ."
    return ""


def _needed(pair: Pair) -> float:
    """The alignment from which two claims agree: more for claims that give names, dates or figures, most if they share none."""
    names_a, names_b = (set(claim.entity_ids) - pair.everywhere for claim in (pair.a, pair.b))
    values_a, values_b = ([v for v in claim.statement.values if counts(v)] for claim in (pair.a, pair.b))
    if not (names_a or values_a) and not (names_b or values_b):
        # "These discussions", "this support": what they stand for is in another sentence
        return SHARING_AGREE if pair.a.statement.depends or pair.b.statement.depends else RELATED
    shared = names_a & names_b or any(x.kind is y.kind and not disjoint(x, y) for x in values_a for y in values_b)
    return SHARING_AGREE if shared else SPECIFIC_AGREE


def judge(pair: Pair) -> Verdict:
    """The relation of two claims. Symmetric: the same for (b, a), with the evidence exchanged."""
    if reason := _aligned(pair):
        return Verdict(None, (), 0.0, reason, pair.alignment)
    if reason := two_propositions(pair):
        return Verdict(None, (), 0.0, f"They are two propositions: {reason}.", pair.alignment)
    if reason := _unclear(pair):
        return Verdict(None, (), 0.0, reason, pair.alignment)
    findings = tuple(finding for rule in RULES if (finding := rule.judge(pair)))
    conflicts = tuple(finding for finding in findings if finding.relation is Relation.CONFLICT)
    if conflicts:
        return Verdict(Relation.CONFLICT, conflicts, _confidence(fit(pair), conflicts), "", pair.alignment)
    if other_figures(pair) and not any(finding.type in {"number", "update"} for finding in findings):
        return Verdict(None, (), 0.0, "Their figures differ, and so does what they are figures of.", pair.alignment)
    if contradicts(pair) and not any(finding.type == "attribution" for finding in findings):
        return Verdict(None, (), 0.0, "One affirms and one denies, but not clearly the same thing.", pair.alignment)
    if dated_apart(pair):
        return Verdict(None, (), 0.0, "Their dates differ, and it is not clearly one event.", pair.alignment)
    if fit(pair) < _needed(pair):
        return Verdict(None, (), 0.0, "They have names, dates or figures, and do not share enough of them.", pair.alignment)
    relation = Relation.DIFFER if findings else Relation.AGREE
    return Verdict(relation, findings, _confidence(fit(pair), findings), "", pair.alignment)


def _entails(verdict: Verdict, pair: Pair) -> str:
    """Whose acceptance carries the other: both in an agreement, the one that says more where only detail differs."""
    if verdict.relation is Relation.AGREE:
        return "both"
    if {finding.type for finding in verdict.findings} == {"detail"}:
        more_a = len(days(pair.a)) + len(pair.a.entity_ids) + len(pair.a.statement.values)
        more_b = len(days(pair.b)) + len(pair.b.entity_ids) + len(pair.b.statement.values)
        return "a" if more_a > more_b else "b" if more_b > more_a else ""
    return ""


def _words(claim: Claim, spans: list[Span]) -> str:
    return " … ".join(dict.fromkeys(claim.quote[s.start - claim.start : s.end - claim.start] for s in spans))


def relate(pair: Pair) -> ClaimPair | None:
    """The row of `claim_pairs.csv` for two claims, or None where they are unrelated."""
    verdict = judge(pair)
    if verdict.relation is None:
        return None
    matched = ", ".join(x if x == y else f"{x}/{y}" for x, y in verdict.alignment.matched[:6])
    agreed = f"Both say it: {matched}." if matched else "Both say it."
    return ClaimPair(
        claim_a=pair.a.claim_id,
        claim_b=pair.b.claim_id,
        article_a=pair.a.article_id,
        article_b=pair.b.article_id,
        relation=verdict.relation,
        difference_types=tuple(dict.fromkeys(finding.type for finding in verdict.findings)),
        entails=_entails(verdict, pair),
        confidence=verdict.confidence,
        evidence_a=_words(pair.a, [f.evidence_a for f in verdict.findings] or [whole(pair.a)]),
        evidence_b=_words(pair.b, [f.evidence_b for f in verdict.findings] or [whole(pair.b)]),
        explanation=" ".join(dict.fromkeys(finding.explanation for finding in verdict.findings)) or agreed,
        text_a=pair.a.text,
        text_b=pair.b.text,
    )

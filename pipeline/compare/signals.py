"""Signals: what the decision on a pair of claims is made of, each a number that is the same for (a, b) and (b, a).

Each says one thing that a person could check: what the entailment model thinks, how the words meet, whether figures,
dates, names or speakers stand apart. None decides; `scorecard.toml` says how much each counts for each relation.
"""

import math
from collections.abc import Callable, Mapping, Sequence

from pipeline.compare.changes import KINDS, NEAR_COPY, Changes, kind_of
from pipeline.compare.clock import clocks_apart
from pipeline.compare.denial import contradicts
from pipeline.compare.direction import other_way
from pipeline.compare.guards import GUARDS
from pipeline.compare.leftover import one_planned, same_predicate, same_subject, told_apart
from pipeline.compare.probing import KINDS as PROBES
from pipeline.compare.rule import Pair
from pipeline.compare.rules.attribution import sources
from pipeline.compare.rules.certainty import MOST_STEPS, steps_apart
from pipeline.compare.ruling import Ruling
from pipeline.compare.values import counted_in_both, counts, dated_apart, days, disjoint, equal, other_figures
from pipeline.records import Certainty, Claim, Mood, Relation, Value, ValueKind

CLIP = 0.01  # probabilities nearer to 0 or 1 are not told apart


def log_odds(probability: float) -> float:
    """In [-1, 1]: the log odds, which add up where probabilities do not."""
    clipped = min(max(probability, CLIP), 1 - CLIP)
    return math.log(clipped / (1 - clipped)) / math.log((1 - CLIP) / CLIP)


def _values(pair: Pair) -> tuple[list[Value], list[Value]]:
    a, b = ([v for v in claim.statement.values if counts(v)] for claim in (pair.a, pair.b))
    return a, b


def _same(x: Value, y: Value) -> bool:
    return x.kind is y.kind and x.unit == y.unit and equal(x, y)


def _shared_values(pair: Pair) -> float:
    """Up to two values that both give."""
    a, b = _values(pair)
    return min(2, sum(any(_same(x, y) for y in b) for x in a)) / 2


def _figures_clash(pair: Pair) -> bool:
    """Both count one thing, and the counts cannot both be exact."""
    return any(disjoint(x, y) for x, y in counted_in_both(pair))


def _looser_figure(pair: Pair) -> bool:
    """Both count one thing, one more exactly: "44", "at least 40"."""
    return any(not disjoint(x, y) and not equal(x, y) for x, y in counted_in_both(pair))


def _shared_date(pair: Pair) -> bool:
    return any(not disjoint(x, y) for x in days(pair.a) for y in days(pair.b))


def _other_voice(pair: Pair) -> bool:
    """Two speakers, who are not one."""
    a, b = sources(pair)
    return bool(a and b) and not a & b


def _one_voice(pair: Pair) -> bool:
    """One gives it as somebody's word, the other as its own."""
    a, b = sources(pair)
    return bool(a) != bool(b)


def _unsure(pair: Pair) -> bool:
    """Neither is put as a fact."""
    return Certainty.CERTAIN not in {pair.a.statement.certainty, pair.b.statement.certainty}


def _length(claim: Claim) -> float:
    return math.log(2 + len(claim.statement.terms))


def _longer(pair: Pair) -> float:
    """How much longer one is than the other, as a log ratio of content words."""
    return abs(_length(pair.a) - _length(pair.b))


def _names_in_one(pair: Pair) -> bool:
    """Only one side has names that the other has not."""
    a, b = pair.names
    return bool(a - b) != bool(b - a)


def _names_in_both(pair: Pair) -> bool:
    """Each side has a name that the other has not."""
    a, b = pair.names
    return bool(a - b) and bool(b - a)


def _shared_names(pair: Pair) -> float:
    """Up to two names that both have, beside those that both articles name all the time."""
    a, b = pair.names
    return min(2, len(a & b)) / 2


def _values_in_one(pair: Pair) -> bool:
    """Only one side gives figures or dates."""
    a, b = _values(pair)
    return bool(a) != bool(b)


def _fragment(pair: Pair) -> bool:
    return Mood.FRAGMENT in {pair.a.statement.mood, pair.b.statement.mood}


def _ordinals_apart(pair: Pair) -> bool:
    a, b = ({v.low for v in claim.statement.values if v.kind is ValueKind.ORDINAL} for claim in (pair.a, pair.b))
    return bool(a and b) and not a & b


SIGNALS: tuple[tuple[str, Callable[[Pair], float]], ...] = (
    ("similar", lambda pair: pair.alignment.similarity),
    ("similar beside the topic", lambda pair: pair.alignment.residual),
    ("words in common", lambda pair: pair.alignment.overlap),
    ("words covered", lambda pair: min(pair.alignment.coverage_a, pair.alignment.coverage_b)),
    ("words of one covered", lambda pair: max(pair.alignment.coverage_a, pair.alignment.coverage_b)),
    ("same subject", same_subject),
    ("same predicate", same_predicate),
    ("values shared", _shared_values),
    ("values in one", _values_in_one),
    ("figures clash", _figures_clash),
    ("figure looser", _looser_figure),
    ("figures of other things", other_figures),
    ("date shared", _shared_date),
    ("dates apart", dated_apart),
    ("times of day apart", lambda pair: clocks_apart(pair.a, pair.b)),
    ("ranks apart", _ordinals_apart),
    ("printed apart", lambda pair: pair.printed_apart),
    ("names shared", _shared_names),
    ("names in one", _names_in_one),
    ("names in both", _names_in_both),
    ("one denies", contradicts),
    ("more and less", other_way),
    ("certainty apart", lambda pair: steps_apart(pair) / MOST_STEPS),
    ("neither sure", _unsure),
    ("two voices", _other_voice),
    ("one voice", _one_voice),
    ("one planned", one_planned),
    ("narrowed", told_apart),
    ("longer", _longer),
    ("fragment", _fragment),
    *GUARDS,
)


def _changed(found: Changes) -> dict[str, float]:
    """What sets near copies apart."""
    near = found.likeness >= NEAR_COPY
    kinds = [kind_of(*stretch) for stretch in found.stretches] if near else []
    only = kinds[0] if len(kinds) == 1 else ""
    return {
        "word for word": found.likeness,
        "near copy": float(near),
        "several changes": float(sum(kind != "more" for kind in kinds) > 1),
        **{f"one change: {kind}": float(only == kind) for kind in KINDS},
        **{f"among changes: {kind}": float(kind in kinds) for kind in KINDS},
    }


def _said(pair: Pair) -> dict[str, float]:
    """What the entailment model says of the two."""
    entails = sorted(log_odds(said.entails) for said in pair.says)
    contradicts = sorted(log_odds(said.contradicts) for said in pair.says)
    return {
        "both entail": entails[0],
        "one entails": entails[1],
        "both contradict": contradicts[0],
        "one contradicts": contradicts[1],
    }


def _probed(pair: Pair) -> dict[str, float]:
    """How far the two would say one thing if a figure, a day, a name or a "not" were the same; -1 without such."""
    signals: dict[str, float] = {}
    for kind in PROBES:
        found = [probed for probed in pair.probed if probed.kind == kind]
        signals[f"both, but for a {kind}"] = max((log_odds(probed.both) for probed in found), default=-1.0)
        signals[f"one, but for a {kind}"] = max((log_odds(probed.one) for probed in found), default=-1.0)
    return signals


def _contrary(signals: Mapping[str, float]) -> dict[str, float]:
    """How far two are contrary, and only for a figure, a day, a name or a "not"."""
    contrary = signals["one contradicts"]
    return {f"contrary, but for a {kind}": min(signals[f"one, but for a {kind}"], contrary) for kind in PROBES}


_APART = ("one denies", "more and less", "figures clash", "dates apart", "figures of other things", "names in both")


def _together(signals: Mapping[str, float], alike: Sequence[str]) -> dict[str, float]:
    """What two signals say together that neither says alone: "not" counts where all else is the same."""
    return {f"{x} & {y}": signals[x] * signals[y] for x in alike for y in _APART}


def seen_in(pair: Pair, ruling: Ruling, changed: Changes) -> dict[str, float]:
    """Each signal that takes no model, by its name; `ruling` is what the rules say, `changed` how the words differ."""
    ruled = {f"the rules say {relation}": float(ruling.relation is relation) for relation in Relation}
    alone = {name: float(signal(pair)) for name, signal in SIGNALS} | _changed(changed) | ruled
    return alone | _together(alone, ("words covered", "similar beside the topic"))


def heard_of(pair: Pair, seen: Mapping[str, float]) -> dict[str, float]:
    """Each signal of what the entailment model has answered; `seen` are those that take none."""
    said = _said(pair)
    crossed = _together({**seen, **said}, ("both contradict", "one contradicts"))
    near = "both contradict & similar beside the topic"
    alone = said | _probed(pair)
    return alone | crossed | _contrary(alone) | {near: said["both contradict"] * seen["similar beside the topic"]}

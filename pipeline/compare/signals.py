"""Signals: what can be seen of a pair of claims without the entailment model, the same for (a, b) and (b, a).

Each is a number and says one thing that a person could check: how the words meet, whether figures, dates, names or
speakers stand apart. None decides; `scorecard.toml` says how much each counts for each relation, beside what the model
has answered (`hearing.py`).
"""

import math
from collections.abc import Callable, Mapping, Sequence

from pipeline.compare.changes import KINDS, NEAR_COPY, Changes, kind_of
from pipeline.compare.clock import clocks_apart
from pipeline.compare.denial import contradicts
from pipeline.compare.direction import other_way
from pipeline.compare.general import both_general
from pipeline.compare.guards import GUARDS, both_tell_of_both
from pipeline.compare.leftover import one_planned, same_predicate, same_subject, told_apart
from pipeline.compare.rule import Pair
from pipeline.compare.rules.attribution import sources
from pipeline.compare.rules.certainty import MOST_STEPS, steps_apart
from pipeline.compare.ruling import Ruling
from pipeline.compare.values import (
    counted_in_both,
    counts,
    dated_apart,
    days,
    disjoint,
    equal,
    other_figures,
    same_amount,
)
from pipeline.records import Certainty, Claim, Mood, Relation, Value, ValueKind


def _values(pair: Pair) -> tuple[list[Value], list[Value]]:
    a, b = ([v for v in claim.statement.values if counts(v)] for claim in (pair.a, pair.b))
    return a, b


def _shared_values(pair: Pair) -> float:
    """Up to two values that both give."""
    a, b = _values(pair)
    return min(2, sum(any(same_amount(x, y) for y in b) for x in a)) / 2


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
    ("closest to each other", lambda pair: min(pair.alignment.lead_a, pair.alignment.lead_b)),
    ("closest to one", lambda pair: max(pair.alignment.lead_a, pair.alignment.lead_b)),
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
    ("both articles tell of both names", both_tell_of_both),
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
    ("general", both_general),
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


APART = (
    "one denies",
    "more and less",
    "figures clash",
    "dates apart",
    "figures of other things",
    "names in both",
    "two voices",
    "general",
)


def together(signals: Mapping[str, float], alike: Sequence[str], apart: Sequence[str] = APART) -> dict[str, float]:
    """What two signals say together that neither says alone: "not" counts where all else is the same."""
    return {f"{x} & {y}": signals[x] * signals[y] for x in alike for y in apart}


def seen_in(pair: Pair, ruling: Ruling, changed: Changes) -> dict[str, float]:
    """Each signal that takes no model, by its name; `ruling` is what the rules say, `changed` how the words differ."""
    ruled = {f"the rules say {relation}": float(ruling.relation is relation) for relation in Relation}
    alone = {name: float(signal(pair)) for name, signal in SIGNALS} | _changed(changed) | ruled
    return alone | together(alone, ("words covered", "similar beside the topic"))

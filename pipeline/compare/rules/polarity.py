"""Polarity: one says that it is so, the other that it is not. A denial in someone else's mouth is a differing voice."""

from pipeline.compare.antonyms import opposed
from pipeline.compare.rule import Pair, Rule, whole
from pipeline.records import Certainty, Finding, Relation

FIT = 0.5  # alignment score; chosen on the dev stories of bench/verdicts.py
COVERED = 0.6  # coverage of each side's words: what is denied has to be what was said


def compare_polarity(pair: Pair) -> Finding | None:
    """One affirms what the other denies."""
    a, b = pair.a.statement, pair.b.statement
    against = opposed(a, b)
    if (a.polarity is b.polarity) == (against is None):
        return None
    covered = min(pair.alignment.coverage_a, pair.alignment.coverage_b) >= COVERED
    if pair.alignment.score < FIT or not covered or Certainty.CERTAIN not in {a.certainty, b.certainty}:
        return None
    words = f": “{against[0]}” against “{against[1]}”" if against else ""
    speakers = (a.attribution.source, b.attribution.source)
    if any(speakers) and speakers[0] != speakers[1]:
        who = " and ".join(speaker or "the article itself" for speaker in speakers)
        return Finding(Relation.DIFFER, "attribution", whole(pair.a), whole(pair.b), f"Two voices say the opposite{words}: {who}.")
    return Finding(Relation.CONFLICT, "polarity", whole(pair.a), whole(pair.b), f"One affirms what the other denies{words}.")


RULE = Rule("polarity", compare_polarity)

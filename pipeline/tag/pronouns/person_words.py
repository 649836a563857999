"""Words for people, and what they say of sex."""

from pipeline.tag.cue_words import KIND_BEFORE

SHE, HE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})
TITLES = {"mr": HE, "mr.": HE, "sir": HE, "mrs": SHE, "mrs.": SHE, "ms": SHE, "ms.": SHE, "miss": SHE}
MEN = frozenset("boy brother businessman father gentleman husband king man prince son spokesman uncle".split())
WOMEN = frozenset("aunt businesswoman daughter girl lady mother princess queen sister spokeswoman wife woman".split())
_OTHERS = frozenset(  # beside those who stand before a name
    """
    adult applicant author boss brother buyer caller candidate captain chairman chairwoman chief child claimant
    clerk client coach colleague councillor customer defendant deputy doctor driver fan friend guard head
    investigator judge keeper leader man manager mayor mechanic member minister neighbour nurse owner passenger
    patient person player premier president pupil rival robber secretary senator shareholder source spokesperson
    striker student suspect teacher uncle victim witness worker
    """.split()
)
PEOPLE = frozenset(word for word, kind in KIND_BEFORE.items() if kind == "PERSON") | _OTHERS | MEN | WOMEN

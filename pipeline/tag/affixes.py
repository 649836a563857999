"""Denial inside a predicate: by an affix, "was unharmed", and by distance, "is far from safe"."""

from spacy.tokens import Token

# The adjectives that deny what their stem says; from the letters alone that cannot be told: "unique", "intact".
# "unsafe" and "illegal" are not here: where claims are compared they stand as opposites, and would count twice.
_DENYING_ADJECTIVES = frozenset(
    """unable unaffected unarmed unavailable unaware unchanged unconstitutional undamaged undecided unfounded unharmed
    unhurt uninhabited uninjured uninsured unlawful unlikely unoccupied unpaid unprepared unproven unready
    unscathed unsolved unsuccessful untouched untrue unwilling immobile impossible inaccurate inactive
    inaccessible incapable incomplete inconclusive incorrect ineffective ineligible insufficient invalid""".split()
)
_COMPLEMENTS = frozenset({"acomp", "oprd", "advcl", "xcomp", "ccomp"})


def denies_by_affix(word: Token) -> bool:
    """Whether a word says of the subject that it is not so: "was unharmed", "escaped unhurt"; "an unsafe bridge" is."""
    return word.lower_ in _DENYING_ADJECTIVES and word.dep_ in _COMPLEMENTS


def is_far_from(head: Token) -> bool:
    """Reads "is far from safe", not "is far from the town"."""
    far = next((child for child in head.children if child.lower_ == "far"), None)
    if far is None or far.i + 2 >= len(far.doc) or far.nbor().lower_ != "from":
        return False
    return far.nbor(2).pos_ == "ADJ" or far.nbor(2).tag_ == "VBG"

"""Ellipsis: what a joined verb leaves out because the first one has it: an auxiliary, the noun behind a number."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.tag.negators import NEGATORS
from pipeline.tag.splitting.frame import subject_of
from pipeline.tag.splitting.joined import FINITE, auxiliaries_of, is_finite
from pipeline.tag.splitting.pointing import is_plural

# They take no object and no passive: "was arrested in May and died in June".
_NEVER_PASSIVE = frozenset(
    "appear arrive become begin collapse come die enter escape fall flee go grow happen remain resign rise".split()
)

# Where one does something to do more, nobody did it to them: "had not been heard and threatened to strike".
_WILLING = frozenset("agree attempt begin decide decline fail hope manage plan promise refuse threaten try vow".split())

# "Were contacted and offered a test": passive, with an object all the same.
_GIVING = frozenset("award deny give grant offer owe pay promise refuse send show teach tell".split())
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp"})
# Past tenses that are no participles too, of the commonest verbs.
_ONLY_PAST = frozenset(
    """
    ate bade became began bit blew broke came chose did drank drew drove fell flew forgave forgot froze gave grew hid
    knew overcame overtook ran rang rode rose sang sank saw shook showed spoke sprang stole swam swore threw took tore
    undertook was went were withdrew woke wore wrote
    """.split()
)


def _denies(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in NEGATORS for child in verb.children)


def _passive_goes_on(verb: Token) -> bool | None:
    """Whether a verb without auxiliary shares that of a passive: "was arrested and charged"; None where unclear."""
    if any(child.dep_ == "dobj" for child in verb.children) or verb.lemma_ in _NEVER_PASSIVE:
        return False if verb.tag_ == "VBD" and verb.lemma_ not in _GIVING else None
    if verb.lemma_ == "leave":  # "was whistled at and left by the back door", "was shot and left for dead"
        return None
    if verb.lemma_ in _WILLING and any(child.dep_ == "xcomp" for child in verb.children):
        return None
    return True if verb.tag_ == "VBN" else None


def shared_auxiliaries(first: Token, verb: Token) -> list[Token] | None:
    """The auxiliaries that a verb without subject has from the first one; None where it cannot leave."""
    own, given = auxiliaries_of(verb), auxiliaries_of(first)
    if own:
        return [] if own[0].tag_ in FINITE else None
    if not given:
        return [] if verb.tag_ in {"VBD", "VBZ", "VBP"} else None
    if any(aux.dep_ == "auxpass" for aux in given):
        passive = _passive_goes_on(verb)
        return None if passive is None else given if passive else []
    if _denies(first):
        return [] if verb.tag_ in {"VBD", "VBZ"} else None
    # "had shelled ... and killed", but not "had heard ... and was"
    same = verb.tag_ == first.tag_ or (first.tag_ == "VB" and verb.lower_ == verb.lemma_)  # "will take and cost"
    same = same or (verb.tag_ == "VBD" and first.tag_ == "VBN" and verb.lower_ not in _ONLY_PAST)
    if same and verb.tag_ in {"VB", "VBG", "VBN", "VBD"}:
        return given
    return [] if verb.tag_ in {"VBD", "VBZ"} else None


def with_gap(first: Token, verb: Token, own: Sequence[Token]) -> tuple[list[Token | str], Token] | None:
    """Reads "Nine people were killed and 30 injured": the noun, and the auxiliary, come from the first verb."""
    subject, model, given = subject_of(verb), subject_of(first), auxiliaries_of(first)
    if subject is None or model is None or is_plural(subject) is not is_plural(model):
        return None
    counted = any(child.dep_ == "nummod" for child in model.children)
    noun = [model] if subject.tag_ == "CD" and counted and model.pos_ == "NOUN" else []
    behind = subject.right_edge.i
    needs = not is_finite(verb) or (verb.tag_ in {"VBN", "VBD"} and not auxiliaries_of(verb))
    passive = len(given) == 1 and given[0].dep_ == "auxpass" and not any(c.dep_ in _OBJECTS for c in verb.children)
    if (subject.tag_ == "CD" and (not noun or behind != subject.i)) or (needs and not passive):
        return None
    shared = given if needs else []
    return [*(t for t in own if t.i <= behind), *noun, *shared, *(t for t in own if t.i > behind)], model

"""Denial: one claim says that it is so, the other that it is not, by a "not" or by a word that means the opposite.

What the rules of polarity and of antonyms share. A denial in someone else's mouth is a differing voice.
"""

import re

from pipeline.compare.antonyms import opposed, opposed_besides
from pipeline.compare.changes import changes
from pipeline.compare.leftover import nothing_else_differs, one_sided, same_predicate, same_subject
from pipeline.compare.roles import are_converse
from pipeline.compare.rule import Pair, whole
from pipeline.compare.values import days
from pipeline.records import Certainty, Finding, Polarity, Relation, Statement
from pipeline.tag.denying import DENYING, NEGATIVE_VERBS, denies_by_meaning

_MAY_NOT = re.compile(r"\b(?:may|might) not\b", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:ha(?:s|ve|d) (?:not|never|yet)|ha(?:s|ve|d)n[’']t|not yet|is yet to)\b", re.IGNORECASE)


def _head(statement: Statement) -> str:
    return statement.predicate.partition(" ")[0]


def opposites(pair: Pair) -> tuple[str, str] | None:
    """The words of which one denies the other, if there are such."""
    a, b = pair.a.statement, pair.b.statement
    found = opposed(a, b) or opposed_besides(a, b, pair.alignment.only_a, pair.alignment.only_b)
    # Of two sides of one deed, whoever beats and whoever loses, neither denies the other
    return None if found and are_converse(*found) and not same_subject(pair) else found


def _denies(statement: Statement, against: tuple[str, str] | None) -> bool:
    """Whether a statement denies; a verb that does so by its own meaning ("refused") counts once, as the opposite."""
    verb = _head(statement)
    acts = statement.object.startswith("to ") or statement.object.partition(" ")[0].endswith("ing")
    by_itself = denies_by_meaning(verb, acts=acts) or (verb in DENYING and bool(statement.attribution.cue))
    return (statement.polarity is Polarity.NEGATIVE) != (by_itself and verb in (against or ()))


def contradicts(pair: Pair) -> bool:
    """Whether one claim has a negation or an opposite that the other has not; two such cancel."""
    a, b = pair.a.statement, pair.b.statement
    against = opposites(pair)
    negated = _denies(a, against) is not _denies(b, against)
    return (negated or denied_outright(pair)) != (against is not None)


def denied_outright(pair: Pair) -> bool:
    """Whether a "not" is all that the one has more: "pleaded guilty", "pleaded not guilty".

    It is one whichever verb governs it, and whatever else the sentence denies; "may" and "may not" can both be so.
    """
    a, b = pair.a.statement, pair.b.statement
    may = len(_MAY_NOT.findall(pair.a.text)) != len(_MAY_NOT.findall(pair.b.text))
    return a.negations != b.negations and not may and changes(pair).denied


def _voice(statement: Statement, against: tuple[str, str] | None) -> str:
    """Who says it; "parliament rejected it" tells what parliament did, not what it said."""
    deed = _head(statement) in (against or ()) and statement.attribution.source == statement.subject
    return "" if deed else statement.attribution.source


def _denies_more(pair: Pair, negating: tuple[str, ...]) -> bool:
    """Whether the denial has words of its own, which may be all that it denies: "did not leave by boat"."""
    sides = ((pair.a.statement, pair.alignment.only_a), (pair.b.statement, pair.alignment.only_b))
    return any(
        said.polarity is Polarity.NEGATIVE and set(rest) - {*negating, *said.subject_terms} for said, rest in sides
    )


def not_yet_then(pair: Pair) -> bool:
    """Whether the denial was printed before what the other claim tells: "has not resumed" of May, "resumed in June"."""
    for denies, affirms in ((pair.a, pair.b), (pair.b, pair.a)):
        if denies.statement.polarity is Polarity.NEGATIVE and denies.published:
            printed = denies.published.toordinal()
            later = affirms.published is not None and affirms.published.toordinal() > printed
            if any(day.low > printed for day in days(affirms)) or (later and _SO_FAR.search(denies.quote)):
                return True
    return False


def compare_denial(pair: Pair, against: tuple[str, str] | None) -> Finding | None:
    """The finding where one claim denies the other, `against` being the words of which one denies the other."""
    a, b = pair.a.statement, pair.b.statement
    if not contradicts(pair):
        return None
    one_deed = same_predicate(pair) and one_sided(pair) and same_subject(pair)
    negating = tuple(verb for verb in (_head(a), _head(b)) if verb in NEGATIVE_VERBS)
    same = nothing_else_differs(pair, against or negating) or one_deed
    same = same and (against is not None or not _denies_more(pair, negating))
    same = same and a.certainty is b.certainty is Certainty.CERTAIN
    if not (same or denied_outright(pair)):
        return None
    if not_yet_then(pair):
        text = "One was printed before what the other tells of."
        return Finding(Relation.DIFFER, "update", whole(pair.a), whole(pair.b), text)
    words = f": “{against[0]}” against “{against[1]}”" if against else ""
    speakers = _voice(a, against), _voice(b, against)
    if any(speakers) and speakers[0] != speakers[1]:
        who = " and ".join(speaker or "the article itself" for speaker in speakers)
        return Finding(
            Relation.DIFFER, "attribution", whole(pair.a), whole(pair.b), f"Two voices say the opposite{words}: {who}."
        )
    return Finding(
        Relation.CONFLICT, "polarity", whole(pair.a), whole(pair.b), f"One affirms what the other denies{words}."
    )

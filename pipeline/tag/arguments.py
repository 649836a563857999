"""Who does what to whom: subject, predicate and object of a clause, with the passive voice turned round."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span, Token

from pipeline.records import Mood
from pipeline.tag.measures import CURRENCIES, DURATIONS, MEASURES
from pipeline.tag.subtrees import subtree

_OBJECTS = ("dobj", "attr", "acomp", "ccomp", "xcomp")
_SAYS_WHAT = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_SUBJECTS = ("nsubj", "csubj", "expl")


@dataclass(frozen=True, slots=True)
class Arguments:
    subject: tuple[Token, ...]  # whole phrases, in the order of the text
    predicate: str  # lemma, with its particle: "set up"
    object: tuple[Token, ...]


def _first(by_role: dict[str, list[Token]], roles: Sequence[str]) -> list[Token]:
    return next((by_role[role] for role in roles if role in by_role), [])


def _phrases(heads: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(sorted((inner for head in heads for inner in subtree(head)), key=lambda token: token.i))


def _agents(by: Sequence[Token]) -> list[Token]:
    """Who does it: "by the army", not "by Tuesday noon"."""
    return [agent for agent in _inside(by) if agent.ent_type_ not in {"DATE", "TIME"}]


def _inside(heads: Sequence[Token]) -> list[Token]:
    return [inner for head in heads for inner in head.children if inner.dep_ == "pobj"]


def read_arguments(head: Token, clause: Span) -> Arguments:
    """The arguments of the verb `head` in its clause; without an object, the first prepositional phrase stands in."""
    by_role: dict[str, list[Token]] = {}
    for child in (c for c in head.children if clause.start <= c.i < clause.end):
        by_role.setdefault(child.dep_, []).append(child)
    subjects, objects = _first(by_role, _SUBJECTS), _first(by_role, _OBJECTS)
    if passive := by_role.get("nsubjpass"):
        subjects, objects = _agents(by_role.get("agent", [])), passive
    elif not objects:
        objects = _inside(by_role.get("prep", []))[:1]
    particles = " ".join(child.lower_ for child in by_role.get("prt", []))
    return Arguments(_phrases(subjects), f"{head.lemma_} {particles}".strip().lower(), _phrases(objects))


def says_what(head: Token, mood: Mood) -> bool:
    """Whether the head of a clause says what is or happens; in a fragment "formation" does, "euros" do not."""
    if mood is not Mood.FRAGMENT:
        return True
    return head.pos_ in _SAYS_WHAT and head.lemma_.lower() not in {*CURRENCIES, *DURATIONS, *MEASURES}


def _stand_together(one: Token, other: Token) -> bool:
    return all(token.is_punct or token.is_space for token in one.doc[one.i + 1 : other.i])


def text_of(tokens: Sequence[Token]) -> str:
    """The words from the first to the last token, without stray punctuation, as far as they stand together."""
    last = next((a for a, b in pairwise(tokens) if not _stand_together(a, b)), tokens[-1]) if tokens else None
    return str(tokens[0].doc[tokens[0].i : last.i + 1].text).strip(" ,;:") if last else ""

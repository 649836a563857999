"""Roles: what people are called by what they do: "Prime Minister", "Apple CEO", "the club's chairman"."""

import re
from collections.abc import Sequence

# The last word of a role.
NOUNS = frozenset(
    """
    admiral adviser advisor ambassador archbishop attorney bishop captain ceo cfo chair chairman chairperson chairwoman
    chancellor chief coach cofounder co-founder commander commissioner coo coordinator counsel dean director editor
    emperor envoy executive founder general governor head judge justice king leader lieutenant lawmaker manager mayor
    minister officer owner pope premier president prince princess principal prosecutor queen rector representative
    secretary senator sergeant sheriff speaker spokesman spokesperson spokeswoman superintendent treasurer
    """.split()
)
# What narrows it; with one of these it is another role ("vice president" is no president).
_NARROWING = """
    agriculture assistant associate attorney business cabinet chief commercial culture defence defense deputy district
    economic economy education energy environment executive federal finance financial first foreign general health
    home housing
    industry information interior intelligence junior justice labor labour legal local managing marketing medical
    military national operating opposition party police policy press prime public regional science security senior
    social state technical technology trade transport treasury vice
    """.split()
_NARROW = "|".join(_NARROWING)
_ENDING = r"(?: of (?:state|staff|defen[cs]e|foreign affairs|the interior)|[- ]general|-elect)?"
_NOUN = "|".join(sorted(map(re.escape, NOUNS), key=len, reverse=True))
_TITLE_WORDS = NOUNS | frozenset(_NARROWING)
FULL_NAME = 2  # words
_MOST = 6  # words that narrow; with any number, a list of a million of them is read a million times
ROLE = re.compile(rf"(?<![\w-])(?:(?:{_NARROW})[ -]){{0,{_MOST}}}(?:{_NOUN}){_ENDING}(?![\w-])", re.IGNORECASE)

_SAME = (
    (re.compile(r"\bchief executive(?: officer)?\b"), "ceo"),
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\blabor\b"), "labour"),
    (re.compile(r"\b(spokes|chair)(?:man|woman|person)\b"), r"\1person"),
    (re.compile(r"\bchair\b"), "chairperson"),
    (re.compile(r"\bco-founder\b"), "cofounder"),
    (re.compile(r"\badvisor\b"), "adviser"),
    (re.compile(r"-"), " "),
)


def title_length(words: Sequence[str]) -> int:
    """How many words, several or none, at the start of a person's full name say only what somebody is.

    >>> title_length("Assistant District Attorney Colin Park".split()), title_length("Head Moro Park".split())
    (3, 0)
    """
    own = next((i for i, word in enumerate(words) if word.lower() not in _TITLE_WORDS), len(words))
    longest = min(own, len(words) - FULL_NAME)
    return next((i for i in range(longest, 1, -1) if words[i - 1].lower() in NOUNS), 0)


def role_of(words: str) -> str:
    """A role in one wording.

    >>> role_of("Chief Executive Officer"), role_of("spokeswoman"), role_of("Defense Minister")
    ('ceo', 'spokesperson', 'defence minister')
    """
    role = " ".join(words.casefold().split())
    for pattern, usual in _SAME:
        role = pattern.sub(usual, role)
    return role


def is_role_short_for(short: str, role: str) -> bool:
    """Whether "minister" can mean a foreign minister; a "president" is never a vice president.

    >>> is_role_short_for("minister", "foreign minister"), is_role_short_for("president", "vice president")
    (True, False)
    """
    below = {"vice", "deputy", "assistant", "associate", "junior"}
    return role == short or (role.endswith(f" {short}") and not below & set(role.removesuffix(short).split()))

"""What a name looks like, for names that no table has: what to trim from one, and what is none."""

import re
from collections.abc import Collection, Mapping

from spacy.tokens import Span, Token

from pipeline.tag.prefixes import LENGTH, has_prefix, is_adjective, is_only_alike
from pipeline.tag.roles import title_length

Names = Mapping[str, tuple[str, str]]  # as written -> type, entity id

TITLES = frozenset(
    """
    mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir dame lord lady king queen prince princess pope president
    presidents premier chancellor minister senator governor mayor ambassador secretary chairman chairwoman judge justice
    general colonel major captain lieutenant sergeant admiral commander coach striker defender midfielder goalkeeper
    """.split()
)
# Capitalised in many a text ("the Treaty"), and names of nothing in particular.
_COMMON = frozenset(
    """
    act administration agreement army article assembly bill charter cold commission committee conference congress
    constitution convention council court declaration department eastern government house law memorandum ministry navy
    northern office pact parliament party protocol republic resolution southern state states summit treaty union war
    western
    """.split()
)
_SCORE = re.compile(r"\s\d+\s?[-–]\s?\d")
SCORE = 4  # tokens, line breaks among them, of which a name may have the first: "Tallis Rovers 2-1"
_PART_OF_NAME = re.compile(r"[A-Z0-9]|\W")  # how the last word of a name begins: not "Orrin eleventh", "Times of"


def plain_words(text: str) -> frozenset[str]:
    """The words that a text writes in small letters: their capital at the start of a sentence makes no name of them."""
    return frozenset(re.findall(r"\b[a-z]{2,}\b", text))


def _is_empty(token: Token) -> bool:
    return not any(character.isalnum() for character in token.text)


def trimmed(span: Span, plain: Collection[str], *, reviewed: bool) -> Span:
    """Without article, possessive, emoji and stray punctuation, and what the model alone adds: titles, scores."""
    doc, start, end = span.doc, span.start, span.end
    articles = () if span.label_ == "WORK_OF_ART" and span.kb_id_ else ("the", "a", "an")
    while start < end and (doc[start].lower_ in articles or _is_empty(doc[start])):
        start += 1
    may_have_score = not reviewed and any(character.isdigit() for character in span.text)
    score = _SCORE.search(doc[span.start : span.end + SCORE].text) if may_have_score else None
    limit = span.start_char + score.start() if score else span.end_char
    while end > start and (doc[end - 1].text in {"'s", "’s"} or _is_empty(doc[end - 1]) or doc[end - 1].idx > limit):
        end -= 1
    if not reviewed and end > start + LENGTH and has_prefix(doc, start + LENGTH, span.label_):
        start += LENGTH
    while not reviewed and end > start + 1 and not _ends_name(doc[end - 1]):
        end -= 1
    while not reviewed and span.label_ == "PERSON" and end > start + 1 and _is_title(doc[start], plain):
        start += 1
    if not reviewed and span.label_ in {"PERSON", "ORG"}:
        start += title_length([token.text for token in doc[start:end]])
    alike = end == start + LENGTH + 1 and is_only_alike(doc, start + LENGTH)
    return Span(doc, start, end, label="NORP" if alike else span.label_, kb_id=span.kb_id_)


def _ends_name(token: Token) -> bool:
    joined = token.i > 0 and not token.nbor(-1).whitespace_  # "Moon Jae-in"
    return joined or bool(_PART_OF_NAME.match(token.text))


def _is_title(token: Token, plain: Collection[str]) -> bool:
    """Whether a word before a name says what someone is: "Ms", and "Neurologist" where a sentence starts."""
    return token.lower_ in TITLES or (bool(token.is_sent_start) and token.lower_ in plain)


def looks_like_a_name(span: Span, plain: Collection[str]) -> bool:
    """Whether a name that no table has is one, and not a word that the article elsewhere writes small (`plain`)."""
    tags = {"PROPN", "ADJ", "NOUN"} if span.label_ in {"NORP", "LANGUAGE"} else {"PROPN"}
    proper = [token for token in span if token.pos_ in tags and token.text[:1].isupper()]
    if not proper or not any(character.isalpha() for character in span.text):
        return False
    if len(span) > 1:
        return True
    first = span[0]
    if first.lower_ in _COMMON | TITLES:
        return False
    if span.label_ == "NORP" and has_prefix(first.doc, first.i, "NORP") and not is_adjective(first.text):
        return False  # "anti-Putin" makes no people of him
    # What opens a sentence is a name only if the tagger is sure and nothing else explains its capital.
    explained = first.is_stop or first.lower_ in plain
    unsure = first.ent_type_ in {"NORP", "ORG"} and first.tag_ not in {"NNP", "NNPS"}
    return not (first.is_sent_start and (explained or unsure))


def any_of(names: Names) -> re.Pattern[str] | None:
    """What finds the names in a text, the longest first where several start."""
    pattern = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if names else None

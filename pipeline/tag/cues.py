"""Cues: words next to a name that say what it names: "the town of Hiram", "singer Ana Roa", "the band Gigi"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.tag.compounds import BY_FORM, DESIGNATION
from pipeline.tag.heads import HEADS, SURNAMES
from pipeline.tag.names import TITLES

STRONG, WEAK = 4, 2  # mentions: a cue counts as much as so many guesses of the language model

_BEFORE = {
    "PERSON": """
        accountant activist actor actress analyst archbishop architect artist astronaut attorney author banker bassist
        biographer bishop businessman businesswoman cardinal champion chef chemist comedian commentator composer
        correspondent critic daughter defender designer dictator director drummer economist editor engineer father
        filmmaker frontman goalkeeper guitarist historian inventor journalist lawyer lawmaker legislator mathematician
        midfielder mother musician negotiator novelist officer painter philosopher photographer physicist pianist
        pilot playwright poet politician presenter producer prosecutor psychologist publisher rapper reporter scholar
        scientist sculptor singer socialite sociologist soldier songwriter son spokesman spokesperson spokeswoman
        sprinter striker swimmer theologian violinist vocalist wife husband winner writer
        """,
    "ORG": """
        airline band brand carmaker chain charity club company conglomerate duo firm insurer label manufacturer
        militia newspaper nonprofit orchestra party producer-group publisher-group quartet quintet retailer startup
        subsidiary supergroup team think-tank trio
        """,
    "WORK_OF_ART": "album comedy documentary drama essay film hymn movie musical novel opera poem sitcom song sonata symphony",
}
_OF_PLACES = frozenset(
    """
    borough capital city coast commune constituency county department district duchy electorate hamlet island isle
    municipality outskirts parish peninsula port prefecture province region republic riding seat state suburb suburbs
    town township village
    """.split()
)
_BEHIND = {
    "PERSON": "said says told added argued recalled wrote",
    "ORG": "spokesman spokeswoman spokesperson officials executives shares employees",
    "PRODUCT": "missile missiles rocket rockets submarine submarines bomber bombers",
    "GPE": "constituency district municipality province suburb residents",
}
_IS_A = {
    "GPE": "borough city commune constituency hamlet municipality suburb town township village district",
    "LOC": "island lake mountain river peninsula",
    "ORG": "airline band bank charity club company corporation firm group newspaper organisation organization party "
    "publisher subsidiary university",
    "PERSON": "actor actress author composer guitarist historian journalist lawyer musician novelist painter poet "
    "politician singer songwriter writer physician footballer",
}


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words.split()}


_KIND_BEFORE, _KIND_BEHIND, _KIND_IS = _by_word(_BEFORE), _by_word(_BEHIND), _by_word(_IS_A)
_OFFICES = TITLES | {word for word, kind in _KIND_BEFORE.items() if kind == "PERSON"}
_QUOTES = frozenset("\"'“‘")


def _word_before(doc: Doc, start: int) -> Token | None:
    i = start - 1
    while i > 0 and doc[i].text in _QUOTES:
        i -= 1
    return doc[i] if i >= 0 and doc[i].sent == doc[start].sent else None


def _by_what_precedes(doc: Doc, start: int, end: int) -> tuple[str, int]:
    before = _word_before(doc, start)
    if before is None:
        return "", 0
    word = before.lower_
    earlier = doc[before.i - 1] if before.i else None
    if word == "of" and earlier is not None and earlier.lower_ in _OF_PLACES:
        return "GPE", STRONG
    if word in _KIND_BEFORE and before.pos_ in {"NOUN", "PROPN"}:
        return _KIND_BEFORE[word], STRONG
    if before.ent_type_ == "ROLE" and word != "the":
        return "PERSON", STRONG
    if word in TITLES and (before.text[0].isupper() or word in {"president", "minister", "senator"}):
        return "PERSON", STRONG
    if word in {"in", "near", "through", "via"} and doc[start].pos_ == "PROPN" and end - start < 3:
        return "GPE", WEAK
    if before.text == "," and earlier is not None and earlier.lower_ in _OFFICES:
        return "PERSON", WEAK
    if word == "the" and end - start == 1 and (end == len(doc) or doc[end].pos_ not in {"NOUN", "PROPN", "ADJ"}):
        return "ORG", 1
    return "", 0


def _by_what_follows(doc: Doc, start: int, end: int) -> tuple[str, int]:
    if end >= len(doc):
        return "", 0
    after = doc[end]
    if after.lower_ in _KIND_BEHIND:
        kind = _KIND_BEHIND[after.lower_]
        return kind, STRONG if kind == "PRODUCT" else WEAK
    if after.text == "(" and end + 1 < len(doc) and doc[end + 1].lower_ in {"born", "née"}:
        return "PERSON", STRONG
    if after.text == "," and end + 1 < len(doc) and doc[end + 1].ent_type_ == "GPE" and end - start < 3:
        return "GPE", WEAK
    if after.lower_ in {"is", "was"} and end + 1 < len(doc) and doc[end + 1].lower_ in {"a", "an"}:
        for token in doc[end + 2 : min(end + 7, len(doc))]:
            if token.lower_ in _KIND_IS:
                return _KIND_IS[token.lower_], STRONG
            if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT"}:
                break
    return "", 0


def _by_itself(doc: Doc, start: int, end: int) -> tuple[str, int]:
    if DESIGNATION.fullmatch(doc[start].text):
        return "PRODUCT", STRONG
    head = HEADS.get(doc[end - 1].lower_, "") if end - start > 1 and doc[end - 1].lower_ not in SURNAMES else ""
    return (head, STRONG) if head else ("", 0)


def cue(doc: Doc, start: int, end: int) -> tuple[str, int]:
    """The type that a name [start, end), in tokens, or the words around it give it, and its weight in mentions."""
    found = (_by_itself(doc, start, end), _by_what_precedes(doc, start, end), _by_what_follows(doc, start, end))
    return max(found, key=lambda kind_and_weight: kind_and_weight[1])


def find_cued(doc: Doc, taken: Collection[int]) -> Iterator[Span]:
    """Proper nouns outside the tokens `taken` that no reader has called a name, where a strong cue stands beside them."""
    i = 0
    while i < len(doc):
        start = i
        while i < len(doc) and i not in taken and doc[i].pos_ == "PROPN" and doc[i].text[0].isupper():
            i += 1
        while start < i - 1 and doc[start].lower_ in TITLES:
            start += 1
        if i > start:
            kind, weight = cue(doc, start, i)
            if weight >= STRONG:
                yield Span(doc, start, i, label=kind, kb_id=BY_FORM)
        i = max(i, start + 1)

"""Cues: words next to a name that say what it names: "the town of Hiram", "singer Ana Roa", "the band Gigi"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.tag.compounds import BY_FORM, DESIGNATION
from pipeline.tag.heads import HEADS, SURNAMES
from pipeline.tag.names import TITLES

STRONG, WEAK = 4, 2  # mentions: a cue counts as much as so many guesses of the language model
NONE = ("", 0)
SHORT = 2  # words: what "in" stands before, or a country behind, is a place if it is no longer
DESCRIPTION = 5  # words: "a small rural mountain commune"

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
    "WORK_OF_ART": """
        album comedy documentary drama essay film hymn movie musical novel opera poem sitcom song sonata symphony
        """,
}
_OF_PLACES = frozenset(
    """
    borough capital city coast commune constituency county department district duchy electorate hamlet island isle
    municipality outskirts parish peninsula port prefecture province region republic riding seat state suburb suburbs
    town township village
    """.split()
)
_AT_WORK = frozenset(
    """
    analyst analysts economist economists executive executives partner partners strategist strategists trader traders
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
_SMALL_TITLES = frozenset({"president", "minister", "senator"})  # "president Ana Roa"
_WHERE = {"in": SHORT, "near": SHORT, "through": 1, "via": 1}  # words: they also came through Luis Pereda
_QUOTES = frozenset("\"'“‘")


def _word_before(doc: Doc, start: int) -> Token | None:
    i = start - 1
    while i > 0 and doc[i].text in _QUOTES:
        i -= 1
    return doc[i] if i >= 0 and doc[i].sent == doc[start].sent else None


def _strong_before(before: Token, earlier: str) -> str:
    """The type that the word before a name gives it for certain: "the town of", "singer", "President"."""
    word = before.lower_
    if word == "of" and earlier in _OF_PLACES:
        return "GPE"
    if word == "at" and earlier in _AT_WORK:
        return "ORG"
    if word in _KIND_BEFORE and before.pos_ in {"NOUN", "PROPN"}:
        return _KIND_BEFORE[word]
    titled = word in TITLES and (before.text[0].isupper() or word in _SMALL_TITLES)
    return "PERSON" if titled or (before.ent_type_ == "ROLE" and word != "the") else ""


def _weak_before(before: Token, earlier: str, doc: Doc, name: range) -> tuple[str, int]:
    if len(name) <= _WHERE.get(before.lower_, 0) and doc[name.start].pos_ == "PROPN":
        return "GPE", WEAK
    if before.text == "," and earlier in _OFFICES:
        return "PERSON", WEAK
    ends = name.stop == len(doc) or doc[name.stop].pos_ not in {"NOUN", "PROPN", "ADJ"}
    return ("ORG", 1) if before.lower_ == "the" and len(name) == 1 and ends else NONE


def _by_what_precedes(doc: Doc, start: int, end: int) -> tuple[str, int]:
    before = _word_before(doc, start)
    if before is None:
        return NONE
    earlier = doc[before.i - 1].lower_ if before.i else ""
    if kind := _strong_before(before, earlier):
        return kind, STRONG
    return _weak_before(before, earlier, doc, range(start, end))


def _by_what_follows(doc: Doc, start: int, end: int) -> tuple[str, int]:
    if end + 1 >= len(doc):
        return NONE
    after, then = doc[end], doc[end + 1]
    if kind := _KIND_BEHIND.get(after.lower_):
        return kind, STRONG if kind == "PRODUCT" else WEAK
    if after.text == "(" and then.lower_ in {"born", "née"}:
        return "PERSON", STRONG
    if after.text == "," and then.ent_type_ == "GPE" and end - start <= SHORT:
        return "GPE", WEAK
    if after.lower_ in {"is", "was"} and then.lower_ in {"a", "an"}:
        return _by_what_it_is(doc, end + 2)
    return NONE


def _by_what_it_is(doc: Doc, start: int) -> tuple[str, int]:
    """Reads "Champdor is a small commune": the first noun that says it, before anything but adjectives and nouns."""
    for token in doc[start : start + DESCRIPTION]:
        if kind := _KIND_IS.get(token.lower_):
            return kind, STRONG
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT"}:
            break
    return NONE


def _by_itself(doc: Doc, start: int, end: int) -> tuple[str, int]:
    if DESIGNATION.fullmatch(doc[start].text):
        return "PRODUCT", STRONG
    last = doc[end - 1].lower_
    surname = last in SURNAMES and not (start and doc[start - 1].lower_ == "the")  # "the Ellery Superior Court"
    return (HEADS[last], STRONG) if end - start > 1 and last in HEADS and not surname else NONE


def cue(doc: Doc, start: int, end: int) -> tuple[str, int]:
    """The type that a name [start, end), in tokens, or the words around it give it, and its weight in mentions."""
    found = (_by_itself(doc, start, end), _by_what_precedes(doc, start, end), _by_what_follows(doc, start, end))
    return max(found, key=lambda kind_and_weight: kind_and_weight[1])


def find_cued(doc: Doc, taken: Collection[int]) -> Iterator[Span]:
    """Proper nouns outside the tokens `taken`, which no other reader calls a name, with a strong cue beside them."""
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

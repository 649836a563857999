"""Bodies by a part of their name: "Lockheed" is Lockheed Martin in an article that names it and no other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.records import Merge
from pipeline.tag.aliases import by_alias
from pipeline.tag.heads import CLUBS, HEADS, TEAMS
from pipeline.tag.merging.initials import is_acronym
from pipeline.tag.merging.keys import key_words, word_tuple
from pipeline.tag.merging.named import Named
from pipeline.tag.merging.people import PERSON

SHORTEST = 3  # letters
_PLACES = frozenset({"GPE", "LOC"})
# What makes a body of its own of the one it is named after.
_APART = frozenset(
    """
    academy association award awards bank board branch center club college committee council court division europe asia
    africa america americas family federation festival foundation fund hall hospital institute international league
    ministry museum news park party police post prize school society stadium store stores studios team times tower tv
    union university youth
    """.split()
)


def _place(words: str) -> bool:
    known = by_alias().get(words)
    return known is not None and known.type in _PLACES


def _is_first_part(short: Named, longer: Named) -> bool:
    """Whether a body's name begins with the short one and what follows does not tell of a part or a namesake."""
    a, b = key_words(short.name, "ORG"), key_words(longer.name, "ORG")
    rest = b[len(a) :]
    if not rest or b[: len(a)] != a or set(rest) & _APART or rest[0] in {"of", "and", "for"}:
        return False
    count = len(short.name.split())
    written = longer.name.split()
    owner = written[count - 1].endswith(("’s", "'s", "’", "'"))  # "Naftaland’s Zabor Gas"
    return not owner and not _place(" ".join(written[count:]))


def _is_at_home(short: Named, longer: Named) -> bool:
    """Whether the longer name is the short one of some country: "U.S. Air Force", "Israeli Supreme Court"."""
    a, b = short.name.removeprefix("the ").split(), longer.full_name.removeprefix("the ").split()
    country = " ".join(b[: -len(a)]).removesuffix("’s").removesuffix("'s")
    return len(b) > len(a) > 1 and b[-len(a) :] == a and _place(country)


def _bodies(names: Sequence[Named], end: int) -> dict[str, list[Named]]:
    """Bodies with a name of several words, by the first (0) or the last (-1) of them."""
    found: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        words = word_tuple(named.full_name if end else named.name)
        if named.type == "ORG" and len(words) > 1:
            found[words[end]].append(named)
    return found


def _shortened(names: Sequence[Named]) -> Iterator[tuple[Named, tuple[str, ...]]]:
    """Names that may be short for a body's; so may one word that is taken for a person, if it is nobody's surname."""
    surnames = {parts[-1] for named in names if named.type == PERSON and len(parts := word_tuple(named.name)) > 1}
    for named in names:
        words = word_tuple(named.name)
        long_enough = len("".join(words)) >= SHORTEST
        body = named.type == "ORG" or (named.type == PERSON and len(words) == 1 and words[0] not in surnames)
        if body and not named.is_known and not is_acronym(named.name) and long_enough:
            yield named, words


def first_parts(names: Sequence[Named]) -> Iterator[Merge]:
    """In one article, the first part of a body's name is the body, if one body's name begins so."""
    longer = _bodies(names, 0)
    for named, words in _shortened(names):
        full = [one for one in longer[words[0]] if one is not named and _is_first_part(named, one)]
        if len(full) == 1:
            share = round(len(named.name) / len(full[0].name), 2)
            why = "the first part of the only such name"
            yield Merge(named.entity_id, full[0].entity_id, why, share, sure=False)


def _is_last_part(club: str, longer: Named) -> bool:
    """Whether a word alone is what a club is called: "Zarate" of Athletic Zarate, "Rovers", "Bruins" of Boston."""
    *first, last = longer.name.split()
    if not first or last != club:
        return False
    return first[0].lower() in CLUBS or last.lower() in TEAMS or (_place(" ".join(first)) and last.lower() not in HEADS)


def last_parts(names: Sequence[Named]) -> Iterator[Merge]:
    """In one article, the last word of a club's name is the club, if one club's name ends so."""
    longer = _bodies(names, -1)
    for named, words in _shortened(names):
        if named.type == "ORG":
            full = [one for one in longer[words[-1]] if one is not named and _is_last_part(named.name, one)]
            if len(full) == 1:
                share = round(len(named.name) / len(full[0].name), 2)
                yield Merge(
                    named.entity_id, full[0].entity_id, "the last word of the only such club", share, sure=False
                )


def bodies_at_home(names: Sequence[Named]) -> Iterator[Merge]:
    """In one article, a body without its country is that of the country which the article names with it."""
    longer = _bodies(names, -1)
    for named, words in _shortened(names):
        full = [one for one in longer[words[-1]] if one is not named and _is_at_home(named, one)]
        if len(full) == 1:
            share = round(len(named.name) / len(full[0].name), 2)
            why = "the only such body, with its country left out"
            yield Merge(named.entity_id, full[0].entity_id, why, share, sure=False)

"""Bodies by a part of their name: "Lockheed" is Lockheed Martin in an article that names it and no other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.records import Merge
from pipeline.tag.aliases import by_alias
from pipeline.tag.merging.initials import is_acronym
from pipeline.tag.merging.keys import key_words, word_tuple
from pipeline.tag.merging.named import Named

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
    for named in names:
        words = word_tuple(named.name)
        long_enough = len("".join(words)) >= SHORTEST
        if named.type == "ORG" and not named.is_known and not is_acronym(named.name) and long_enough:
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


def bodies_at_home(names: Sequence[Named]) -> Iterator[Merge]:
    """In one article, a body without its country is that of the country which the article names with it."""
    longer = _bodies(names, -1)
    for named, words in _shortened(names):
        full = [one for one in longer[words[-1]] if one is not named and _is_at_home(named, one)]
        if len(full) == 1:
            share = round(len(named.name) / len(full[0].name), 2)
            why = "the only such body, with its country left out"
            yield Merge(named.entity_id, full[0].entity_id, why, share, sure=False)

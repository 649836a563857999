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
    return bool(known) and known is not None and known.type in _PLACES


def _is_first_part(short: Named, longer: Named) -> bool:
    """Whether a body's name begins with the short one and what follows does not tell of a part or a namesake."""
    a, b = key_words(short.name, "ORG"), key_words(longer.name, "ORG")
    rest = b[len(a) :]
    if not rest or b[: len(a)] != a or set(rest) & _APART or rest[0] in {"of", "and", "for"}:
        return False
    written = longer.name.split()[len(short.name.split()) :]
    return not _place(" ".join(written))


def _is_at_home(short: Named, longer: Named) -> bool:
    """Whether the longer name is the short one of some country: "U.S. Air Force", "Israeli Supreme Court"."""
    a, b = short.name.removeprefix("the ").split(), longer.name.removeprefix("the ").split()
    return len(b) > len(a) > 1 and b[-len(a) :] == a and _place(" ".join(b[: -len(a)]).removesuffix("’s").removesuffix("'s"))


def _settle(short: Named, longer: Sequence[Named], why: str) -> Iterator[Merge]:
    if len(longer) == 1 and not short.is_known:
        share = len(short.name) / len(longer[0].name)
        yield Merge(short.entity_id, longer[0].entity_id, why, round(share, 2), sure=False)


def short_names(names: Sequence[Named]) -> Iterator[Merge]:
    """In one article, the first part of a body's name is the body, if one body's name begins so."""
    bodies = [named for named in names if named.type == "ORG"]
    by_first: dict[str, list[Named]] = defaultdict(list)
    by_last: dict[str, list[Named]] = defaultdict(list)
    for named in bodies:
        words = word_tuple(named.name)
        if len(words) > 1:
            by_first[words[0]].append(named)
            by_last[words[-1]].append(named)
    for named in bodies:
        words = word_tuple(named.name)
        if words and not is_acronym(named.name) and len("".join(words)) >= SHORTEST:
            longer = [one for one in by_first[words[0]] if one is not named and _is_first_part(named, one)]
            yield from _settle(named, longer, "the first part of the only such name in the same article")
            home = [one for one in by_last[words[-1]] if one is not named and _is_at_home(named, one)]
            yield from _settle(named, home, "the only such body in the same article, of which the country is left out")

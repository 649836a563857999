"""Names that are written in more than one way: punctuation, accents, legal forms, transliteration, slips of the pen."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from itertools import combinations

from rapidfuzz.distance import OSA

from pipeline.records import Merge
from pipeline.tag.aliases import by_alias, known_entities, read_aliases
from pipeline.tag.merging.initials import is_acronym
from pipeline.tag.merging.keys import key, key_words, word_tuple
from pipeline.tag.merging.named import Named
from pipeline.tag.merging.people import PERSON, generation, parts_of

LONG_WORD = 7  # letters: one wrong letter in a shorter word makes another word too often ("Marina", "Marija")
# In longer ones no slip is looked for: each letter makes another name as long, and noise may be a name of 100,000.
LONGEST_WORD, MOST_WORDS = 40, 12
LONG_KEY = 6  # letters, for an alias that is written otherwise than in the table
_NUMERAL = re.compile(r"\d+|[ivx]+")


def _grouped(names: Sequence[Named], by: Callable[[Named], Hashable]) -> Iterator[list[Named]]:
    groups: dict[Hashable, list[Named]] = defaultdict(list)
    for named in names:
        groups[by(named)].append(named)
    return (group for group in groups.values() if len(group) > 1)


def _chief(group: Sequence[Named]) -> Named:
    """The name that the others are merged into: one of the table, else the fullest, an acronym without its stops."""

    def fullness(one: Named) -> tuple[bool, int, int, int, str]:
        words = len(word_tuple(one.name))
        return one.is_known, words, -one.entity_id.count("-"), len(one.entity_id), one.entity_id

    return max(group, key=fullness)


def likeness(a: Named, b: Named) -> float:
    return round(OSA.normalized_similarity(a.name.casefold(), b.name.casefold()), 2)


def _is_own_name(known: Named) -> bool:
    """Whether it is called by a name of the table, and not "the Foreign Ministry", as many others are."""
    alias = by_alias().get(known.name)
    return alias is not None and alias.entity_id == known.entity_id


def same_key(names: Sequence[Named]) -> Iterator[Merge]:
    """The same words, however they are punctuated, accented or followed by a legal form."""
    own = [one for one in names if not one.is_known or _is_own_name(one)]
    for group in _grouped(own, lambda one: (one.type, key(one.name, one.type) or one.entity_id)):
        chief = _chief(group)
        for one in group:
            if one is not chief and not one.is_known:
                yield Merge(one.entity_id, chief.entity_id, "the same words, written otherwise", 1.0)


@cache
def _aliases_by_key() -> dict[tuple[str, str], str]:
    """Type and key -> the one entity of the table that has an alias with it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for alias in read_aliases():
        if not alias.ambiguous and not is_acronym(alias.alias):
            found[alias.type, key(alias.alias, alias.type)].add(alias.entity_id)
    return {wanted: ids.pop() for wanted, ids in found.items() if len(ids) == 1 and len(wanted[1]) >= LONG_KEY}


def known_otherwise(names: Sequence[Named]) -> Iterator[Merge]:
    """A name of the table, written otherwise than there."""
    for named in names:
        known = _aliases_by_key().get((named.type, key(named.name, named.type)))
        if known and not named.is_known:
            yield Merge(named.entity_id, known, f"{known_entities()[known][0]!r} of the table, written otherwise", 1.0)


def same_sound(names: Sequence[Named]) -> Iterator[Merge]:
    """People and places whose names are spelled otherwise and sound the same: Zelensky, Zelenskyy."""
    spoken = [one for one in names if one.type in {PERSON, "GPE", "LOC"} and not is_acronym(one.name)]
    for group in _grouped(spoken, lambda one: (one.type, parts_of(one.name), generation(one.name))):
        bare = [one for one in group if len(parts_of(one.name)) == len(key_words(one.name, one.type))]
        chief = _chief(bare or group)
        for one in group:
            if one is not chief and not one.is_known:
                why = "another spelling of the same sound"
                yield Merge(one.entity_id, chief.entity_id, why, likeness(one, chief), sure=False)


def _is_slip(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether all words are equal but one, which is long and has one letter wrong, and not its last one.

    >>> _is_slip(["angela", "merkel"], ["angela", "merkle"]), _is_slip(["oleg", "petrenko"], ["oleg", "petrenka"])
    (False, False)
    >>> _is_slip(["kyriakos", "mitsotakis"], ["kyriakos", "mitsotkais"])
    True
    """
    others = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(others) != 1:
        return False
    x, y = others[0]
    if min(len(x), len(y)) < LONG_WORD or _NUMERAL.fullmatch(x) or _NUMERAL.fullmatch(y):
        return False
    return x[-1] == y[-1] and OSA.distance(x, y, score_cutoff=1) == 1


def _with_a_letter_less(words: Sequence[str]) -> Iterator[Hashable]:
    """What two names that differ in one letter have in common: each long word whole and without each of its letters."""
    for i, word in enumerate(words if len(words) <= MOST_WORDS else ()):
        if LONG_WORD <= len(word) <= LONGEST_WORD:
            for shorter in {word, *(word[:j] + word[j + 1 :] for j in range(len(word)))}:
                yield (*words[:i], "", shorter, *words[i + 1 :])


def nearly_same(names: Sequence[Named]) -> list[tuple[Named, Named, float]]:
    """Pairs of names of a type that differ in one letter of one long word, with how alike they are."""
    groups: dict[Hashable, list[Named]] = defaultdict(list)
    for named in names:
        if not is_acronym(named.name):
            for variant in _with_a_letter_less(key_words(named.name, named.type)):
                groups[named.type, variant].append(named)
    pairs = {(a.entity_id, b.entity_id): (a, b) for group in groups.values() for a, b in combinations(group, 2)}
    return [
        (a, b, likeness(a, b))
        for _, (a, b) in sorted(pairs.items())
        if _is_slip(key_words(a.name, a.type), key_words(b.name, b.type))
    ]


def slips(names: Sequence[Named]) -> Iterator[Merge]:
    """A slip of the pen: one letter of a long name, not of a first name, in articles that never write both ways."""
    for a, b, score in nearly_same(names):
        first_names = a.type == PERSON and parts_of(a.name)[:-1] != parts_of(b.name)[:-1]
        if first_names or a.articles & b.articles or (a.is_known and b.is_known):
            continue
        usual = max(a, b, key=lambda one: (one.is_known, len(one.articles), one.entity_id))
        other = a if usual is b else b
        yield Merge(other.entity_id, usual.entity_id, "one letter of a long name differs", score, sure=False)

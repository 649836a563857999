"""Acronyms: a body's initials are the body, in an article that writes both."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.records import Merge
from pipeline.tag.merging.keys import without_legal_form, word_tuple
from pipeline.tag.merging.named import Named

_LINKING = frozenset("a and at for in of on the to de du des la le et".split())
FEWEST = 2  # letters, of which the article has to have no second reading


def is_acronym(words: str) -> bool:
    """Whether a name is written as initials are: "GM", "U.N.", "BoA", not "Mali".

    >>> [is_acronym(words) for words in ("GM", "U.N.", "BoA", "Mali", "SALT II", "R-AZ")]
    [True, True, True, False, False, False]
    """
    letters = words.replace(".", "")
    return letters.isalpha() and sum(map(str.isupper, letters)) >= FEWEST and letters[0].isupper() and len(letters) < 8  # noqa: PLR2004 - longer ones are words in capitals


def initials_of(name: str) -> frozenset[str]:
    """What a name may be shortened to: with and without its linking words and its legal form.

    >>> sorted(initials_of("Bank of America Corp."))
    ['ba', 'bac', 'boa', 'boac']
    """
    found = set()
    for words in (word_tuple(name), without_legal_form(word_tuple(name))):
        found.add("".join(word[0] for word in words))
        found.add("".join(word[0] for word in words if word not in _LINKING))
    return frozenset(one for one in found if len(one) >= FEWEST)


def acronyms(names: Sequence[Named]) -> Iterator[Merge]:
    """An acronym is the one name in the article with its initials."""
    longer: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        if named.type == "ORG" and len(word_tuple(named.name)) > 1:
            for letters in initials_of(named.name):
                longer[letters].append(named)
    for named in names:
        if named.is_known or named.type not in {"ORG", "GPE", "PERSON"} or not is_acronym(named.name):
            continue
        full = longer.get("".join(word_tuple(named.name)), [])
        if len(full) == 1:
            yield Merge(named.entity_id, full[0].entity_id, "its initials", 1.0, sure=False)

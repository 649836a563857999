"""People: with and without first name, middle name or title. Those of one surname who cannot be one stay apart."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from pipeline.records import Merge
from pipeline.tag.merging.keys import word_tuple
from pipeline.tag.merging.named import Named
from pipeline.tag.merging.sounding import SHORTEST, sound_of
from pipeline.tag.roles import NOUNS

PERSON = "PERSON"
_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})

Parts = tuple[str, ...]  # a name's words as they sound, without role and "Jr"
Person = tuple[Named, Parts]


def parts_of(name: str) -> Parts:
    """The words that a person's name goes by, without the role that may stand before it.

    >>> parts_of("William Clay Ford Jr."), parts_of("Volodymyr Zelenskyy")
    (('viliam', 'clay', 'ford'), ('volodimir', 'zelenski'))
    >>> parts_of("Acme CEO Ana Prokop"), parts_of("Stephen King")
    (('ana', 'prokop'), ('stefen', 'king'))
    """
    words = word_tuple(name)
    behind_role = max((i for i, word in enumerate(words[:-1], 1) if word in NOUNS), default=0)
    words = words[behind_role:]
    if len(words) > 1 and words[-1] in _GENERATIONS:
        words = words[:-1]
    return tuple(map(sound_of, words))


def generation(name: str) -> str:
    """Which of several people of one name it is: "jr" of "Ford Jr."; "" where it is not said."""
    last = word_tuple(name)[-1:]
    return last[0] if last and last[0] in _GENERATIONS else ""


def is_short_for(short: Parts, longer: Parts) -> bool:
    """Whether two names of one surname can be one person's: "John Kennedy" and "John F. Kennedy", not "Robert Kennedy".

    >>> is_short_for(("george", "w", "bush"), ("george", "h", "w", "bush"))
    False
    >>> is_short_for(("dani", "moro"), ("striker", "dani", "moro")), is_short_for(("j", "biden"), ("joe", "biden"))
    (True, True)
    """
    if len(short) >= len(longer):
        return len(short) == len(longer) > 1 and short[-1] == longer[-1] and _abbreviates(short[:-1], longer[:-1])
    if longer[-len(short) :] == short:
        return True
    return len(short) == 2 and short[-1] == longer[-1] and _begins(longer[0], short[0])  # noqa: PLR2004 - a first name and a surname


def _begins(name: str, short: str) -> bool:
    """Whether a first name can be shortened so; "Yulia" sounds as "Julia" does."""
    return name.startswith(("y", "j") if short == "y" else short)


def _abbreviates(short: Parts, longer: Parts) -> bool:
    """Whether some names are the other ones or their initials, and not all are the same."""
    pairs = list(zip(short, longer, strict=True))
    return short != longer and all(a == b or (len(a) == 1 and _begins(b, a)) for a, b in pairs)


def _fullness(person: Person) -> tuple[int, int, int, str]:
    """The more words the fuller, without counting roles, and then the longer."""
    named, parts = person
    return len(parts), -len(word_tuple(named.name)), sum(map(len, parts)), named.entity_id


def _longest(person: Person, others: Collection[Person]) -> Person | None:
    """The fullest name of which this one is short, or None where there is none or where there are rivals."""
    longer = [other for other in others if is_short_for(person[1], other[1])]
    if generation(person[0].name) or not longer:
        return None
    longest = max(longer, key=_fullness)
    fits = all(other is longest or other[1] == longest[1] or is_short_for(other[1], longest[1]) for other in longer)
    alone = len(person[1]) > 1 or len({generation(other[0].name) for other in longer}) == 1
    return longest if fits and alone and (len(person[1]) == 1 or not generation(longest[0].name)) else None


def _by_surname(names: Sequence[Named]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for named in names:
        if named.type == PERSON and (parts := parts_of(named.name)):
            found[parts[-1]].append((named, parts))
    return found


def full_names(names: Sequence[Named]) -> Iterator[Merge]:
    """A surname is the one person of that name who is named in full; so is a name without its middle initial."""
    for people in _by_surname(names).values():
        full = [person for person in people if len(person[1]) > 1]
        for person in people:
            if not person[0].is_known and (into := _longest(person, full)):
                one = len(person[1]) == 1
                why = "the only person of that surname who is named in full" if one else "the same name, fuller"
                yield Merge(person[0].entity_id, into[0].entity_id, why, 1.0 if one else 0.9, sure=False)


def _is_called_so(person: Named, surname: Named) -> bool:
    """Whether another article calls the person so; a body of that name may be one in an article of its own."""
    return surname.type != "ORG" and surname.name in person.words


def mistaken_surnames(names: Sequence[Named]) -> Iterator[Merge]:
    """A surname taken for a body, a place or a people is the person, where it stands beside the full name.

    Not where something else begins with it: "Ford" beside "William Clay Ford" and "Ford Motor Company" is the company.
    """
    people = _by_surname(names)
    longer = {words[0] for named in names if named.type != PERSON and len(words := word_tuple(named.name)) > 1}
    for named in names:
        words = word_tuple(named.name)
        if named.type == PERSON or named.is_known or len(words) != 1 or words[0] in longer or len(words[0]) < SHORTEST:
            continue
        full = [person[0] for person in people.get(sound_of(words[0]), ()) if len(person[1]) > 1]
        if len(full) == 1 and (named.articles <= full[0].articles or _is_called_so(full[0], named)):
            why = "the surname of a person who is named in full"
            yield Merge(named.entity_id, full[0].entity_id, why, 0.8, sure=False)

"""Names that their form gives away, whatever the model makes of them: "les Lensois", "Festival de Cannes"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.tag.foreign.guesses import Guess, apart, by_character
from pipeline.tag.foreign.words import Words

PEOPLE = "NORP"


def _told_by_form(text: str, guesses: Iterable[Guess], words: Words) -> Iterator[Guess]:
    for kind, form in words.forms:
        yield from (Guess(*match.span("name"), kind, told=True) for match in form.finditer(text))
    persons = {guess.start for guess in guesses if guess.type == "PERSON"}
    for kind, form in words.called:
        for match in form.finditer(text):
            if {match.start("name"), match.end()} & persons:
                yield Guess(*match.span("name"), kind, told=True)


def _under(guess: Guess, others: Mapping[int, Guess]) -> list[Guess]:
    """Those that overlap it, of the others by character."""
    return list(dict.fromkeys(others[at] for at in range(guess.start, guess.end) if at in others))


def _stands(form: Guess, others: Mapping[int, Guess]) -> bool:
    """Whether no body of a longer name holds this one, and none is called so: "Les Républicains"."""
    bodies = [guess for guess in _under(form, others) if guess.type == "ORG"]
    return not any(form.type == PEOPLE or guess.end - guess.start > form.end - form.start for guess in bodies)


def _beside(guess: Guess, form: Guess) -> Guess | None:
    """What is left of a guess beside a form: "Mikkel Sørensen" of "Danois Mikkel Sørensen"."""
    person = guess.type == "PERSON" and guess.start == form.start and guess.end > form.end
    return replace(guess, start=form.end + 1) if person else None


def with_forms(text: str, guesses: Sequence[Guess], words: Words) -> list[Guess]:
    """The guesses with the names that have a form of their own, in the place of what they overlap, in order."""
    others = by_character(guesses)
    found = apart(form for form in _told_by_form(text, guesses, words) if _stands(form, others))
    forms = by_character(found)
    for guess in guesses:
        over = _under(guess, forms)
        left = _beside(guess, over[0]) if over else guess
        if left:
            found.append(left)
    return sorted(found, key=lambda guess: guess.start)

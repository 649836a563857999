"""Names that their form gives away, whatever the model makes of them: "les Lensois", "Festival de Cannes"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.tag.foreign.guesses import Guess
from pipeline.tag.foreign.words import Words

PEOPLE = "NORP"


def _overlap(a: Guess, b: Guess) -> bool:
    return a.start < b.end and b.start < a.end


def _told_by_form(doc: Doc, people: Sequence[Guess], words: Words) -> Iterator[Guess]:
    """`people` are the persons that the model found."""
    for kind, form in words.forms:
        yield from (Guess(*match.span("name"), kind, told=True) for match in form.finditer(doc.text))
    for kind, form in words.called:
        for match in form.finditer(doc.text):
            if any(one.start in {match.start("name"), match.end()} for one in people):
                yield Guess(*match.span("name"), kind, told=True)


def _stands(form: Guess, guesses: Sequence[Guess]) -> bool:
    """Whether no longer name holds this one, and no party is called so: "Les Républicains"."""
    for guess in guesses:
        longer = guess.end - guess.start > form.end - form.start
        if _overlap(guess, form) and guess.type == "ORG" and (longer or form.type == PEOPLE):
            return False
    return True


def _beside(guess: Guess, form: Guess) -> Guess | None:
    """What is left of a guess beside a form: "Mikkel Sørensen" of "Danois Mikkel Sørensen"."""
    person = guess.type == "PERSON" and guess.start == form.start and guess.end > form.end
    return replace(guess, start=form.end + 1) if person else None


def with_forms(doc: Doc, guesses: Sequence[Guess], words: Words) -> list[Guess]:
    """The guesses with the names that have a form of their own, in the place of what they overlap, in order."""
    people = [guess for guess in guesses if guess.type == "PERSON"]
    found: list[Guess] = []
    for form in _told_by_form(doc, people, words):
        if _stands(form, guesses) and not any(_overlap(form, other) for other in found):
            found.append(form)
    for guess in guesses:
        over = next((form for form in found if _overlap(guess, form)), None)
        left = _beside(guess, over) if over else guess
        if left:
            found.append(left)
    return sorted(found, key=lambda guess: guess.start)

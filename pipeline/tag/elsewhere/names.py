"""The names of an article in another language than English: of each block, and what only the whole article can tell."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.records import Mention
from pipeline.tag.elsewhere.bounds import trimmed, with_article
from pipeline.tag.elsewhere.forms import with_forms
from pipeline.tag.elsewhere.guesses import Guess, model_guesses
from pipeline.tag.elsewhere.nouns import with_noun
from pipeline.tag.elsewhere.words import Words, words_of
from pipeline.tag.names import any_of, key_of, plain_words
from pipeline.tag.recurring import find_again, introduced_names, names_of, with_introduced

TOLD = 3  # times what the model guesses: what the words around a name say of it


def _settled(doc: Doc, guess: Guess, words: Words) -> Guess:
    return with_noun(doc, with_article(doc, guess, words), words)


def _apart(guesses: Sequence[Guess]) -> Iterator[Guess]:
    """Without what overlaps a longer one."""
    longest_first = sorted(guesses, key=lambda guess: (guess.start - guess.end, guess.start))
    kept: list[Guess] = []
    for guess in longest_first:
        if not any(guess.start < other.end and other.start < guess.end for other in kept):
            kept.append(guess)
    return iter(sorted(kept, key=lambda guess: guess.start))


def _in_block(doc: Doc, words: Words | None) -> list[Guess]:
    guesses = [found for guess in model_guesses(doc) if (found := trimmed(doc, guess, words))]
    if words is None:
        return guesses
    longer = [_settled(doc, guess, words) for guess in with_forms(doc, guesses, words)]
    return list(_apart(longer))


def _kinds(docs: Sequence[Doc], found: Sequence[Sequence[Guess]]) -> dict[str, str]:
    """The type of each name of an article, by its id; a name of which nothing tells the type has none."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, guesses in zip(docs, found, strict=True):
        for guess in guesses:
            if guess.type:
                votes[key_of(doc.text[guess.start : guess.end])][guess.type] += TOLD if guess.told else 1
    return {name: min(cast, key=lambda kind: (-cast[kind], kind)) for name, cast in votes.items()}


def name_article(docs: Sequence[Doc], language: str) -> list[list[Mention]]:
    """The mentions of each parsed block of an article; their offsets count from its start."""
    words = words_of(language)
    guessed = [_in_block(doc, words) for doc in docs]
    kinds = _kinds(docs, guessed)
    first = [list(_mentions(doc, found, kinds)) for doc, found in zip(docs, guessed, strict=True)]
    if words is None:
        return first
    own = introduced_names(docs, first)
    introduced = any_of(own)
    told = [with_introduced(doc, found, own, introduced) for doc, found in zip(docs, first, strict=True)]
    names = names_of(docs, told)
    again, plain = any_of(names), frozenset().union(*(plain_words(doc.text) for doc in docs))
    return [
        sorted(find_again(doc, found, names, again, plain), key=lambda m: m.start)
        for doc, found in zip(docs, told, strict=True)
    ]


def _mentions(doc: Doc, guesses: Sequence[Guess], kinds: dict[str, str]) -> Iterator[Mention]:
    for guess in guesses:
        key = key_of(doc.text[guess.start : guess.end])
        if key in kinds:
            yield Mention(guess.start, guess.end, kinds[key], key)

"""The names of an article in another language than English: of each block, and what only the whole article can tell."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.records import Mention
from pipeline.tag.foreign.bounds import trimmed, with_article
from pipeline.tag.foreign.forms import with_forms
from pipeline.tag.foreign.guesses import Guess, model_guesses
from pipeline.tag.foreign.nouns import with_noun
from pipeline.tag.foreign.words import Words, words_of
from pipeline.tag.names import any_of, key_of, plain_words
from pipeline.tag.recurring import find_again, introduced_names, names_of, with_introduced

TOLD = 3  # times what the model guesses: what the words around a name say of it


def _apart(guesses: Sequence[Guess]) -> list[Guess]:
    """Those that overlap no longer one, in order."""
    kept: list[Guess] = []
    for guess in sorted(guesses, key=lambda guess: (guess.start - guess.end, guess.start)):
        if not any(guess.start < other.end and other.start < guess.end for other in kept):
            kept.append(guess)
    return sorted(kept, key=lambda guess: guess.start)


def _in_block(doc: Doc, words: Words | None) -> list[Guess]:
    guesses = [found for guess in model_guesses(doc) if (found := trimmed(doc, guess, words))]
    if words is None:
        return guesses
    formed = with_forms(doc, guesses, words)
    return _apart([with_noun(doc, with_article(doc, guess, words), words) for guess in formed])


def _id(doc: Doc, guess: Guess) -> str:
    return key_of(doc.text[guess.start : guess.end])


def _kinds(docs: Sequence[Doc], found: Sequence[Sequence[Guess]]) -> dict[str, str]:
    """The type of each name of an article, by its id; a name of which nothing tells the type has none."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, guesses in zip(docs, found, strict=True):
        for guess in guesses:
            if guess.type:
                votes[_id(doc, guess)][guess.type] += TOLD if guess.told else 1
            first, _, surname = doc.text[guess.start : guess.end].rpartition(" ")
            if guess.type == "PERSON" and first:
                votes[key_of(surname)]["PERSON"] += TOLD
    return {name: min(cast, key=lambda kind: (-cast[kind], kind)) for name, cast in votes.items()}


def _mentions(docs: Sequence[Doc], found: Sequence[Sequence[Guess]]) -> list[list[Mention]]:
    kinds = _kinds(docs, found)
    return [
        [Mention(g.start, g.end, kinds[_id(doc, g)], _id(doc, g)) for g in guesses if _id(doc, g) in kinds]
        for doc, guesses in zip(docs, found, strict=True)
    ]


def _recurring(docs: Sequence[Doc], first: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions, and what else is one of the names of the article: its acronyms, surnames, and names missed once."""
    own = introduced_names(docs, first)
    introduced = any_of(own)
    told = [with_introduced(doc, found, own, introduced) for doc, found in zip(docs, first, strict=True)]
    names = names_of(docs, told)
    pattern, plain = any_of(names), plain_words(" ".join(doc.text for doc in docs))
    again = (find_again(doc, found, names, pattern, plain) for doc, found in zip(docs, told, strict=True))
    return [sorted(found, key=lambda mention: mention.start) for found in again]


def name_article(docs: Sequence[Doc], language: str) -> list[list[Mention]]:
    """The mentions of each parsed block of an article; their offsets count from its start."""
    words = words_of(language)
    found = _mentions(docs, [_in_block(doc, words) for doc in docs])
    return _recurring(docs, found) if words else found

"""The names of an article in another language than English: of each block, and what only the whole article can tell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from spacy.tokens import Doc

from pipeline.records import Mention
from pipeline.tag.foreign.bounds import trimmed, with_article
from pipeline.tag.foreign.forms import with_forms
from pipeline.tag.foreign.guesses import Guess, Parsed, apart, model_guesses
from pipeline.tag.foreign.nouns import with_noun
from pipeline.tag.foreign.words import Words, words_of
from pipeline.tag.merging.keys import key_of
from pipeline.tag.names import any_of, plain_words
from pipeline.tag.recurring import find_again, introduced_names, names_of, with_introduced

TOLD = 3  # times what the model guesses: what the words around a name say of it


def _in_block(parsed: Parsed, words: Words | None) -> list[Guess]:
    guesses = [found for guess in model_guesses(parsed.doc) if (found := trimmed(parsed, guess, words))]
    if words is None:
        return guesses
    formed = with_forms(parsed.text, guesses, words)
    return apart(with_noun(parsed, with_article(parsed, guess, words), words) for guess in formed)


def _kinds(named: Iterable[tuple[str, Guess]]) -> dict[str, str]:
    """The type of each name of an article, by its id; a name of which nothing tells the type has none.

    The surname of someone who is named in full is a person's.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for words, guess in named:
        if guess.type:
            votes[key_of(words)][guess.type] += TOLD if guess.told else 1
        first, _, surname = words.rpartition(" ")
        if guess.type == "PERSON" and first:
            votes[key_of(surname)]["PERSON"] += TOLD
    return {name: min(cast, key=lambda kind: (-cast[kind], kind)) for name, cast in votes.items()}


def _mentions(parsed: Sequence[Parsed], found: Sequence[Sequence[Guess]]) -> list[list[Mention]]:
    named = [[(one.words(guess), guess) for guess in guesses] for one, guesses in zip(parsed, found, strict=True)]
    kinds = _kinds(chain.from_iterable(named))
    return [
        [Mention(g.start, g.end, kinds[key], key) for words, g in block if (key := key_of(words)) in kinds]
        for block in named
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
    parsed = [Parsed(doc, doc.text) for doc in docs]
    found = _mentions(parsed, [_in_block(one, words) for one in parsed])
    return _recurring(docs, found) if words else found

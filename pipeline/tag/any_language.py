"""Articles in other languages than English: their sentences and names, and no more.

Attribution, certainty, negation, values and dates are read by English words and grammar. Elsewhere they are left open
rather than guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from pipeline.records import Attribution, Block, BlockKind, Certainty, Mention, Mood, Polarity, Statement
from pipeline.tag.clauses import sentences
from pipeline.tag.foreign.names import name_article

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_VERBS = frozenset({"VERB", "AUX"})
FEWEST_TOKENS = 6  # that make a sentence where no verb is seen: "Quel dommage !" is none
_ASKING = ("?", "？", "؟")
_PARTING = ";"  # ends a statement, and is no part of it
_ENDING = (".", "!", "…", "。", "！", _PARTING)
_CLOSING_MARKS = frozenset({"»", "”", ")", "」"})
_NO_STATEMENT = frozenset({BlockKind.HEADING, BlockKind.QUESTION})
_NO_NAMES = frozenset({BlockKind.HEADING, BlockKind.TABLE_ROW})  # a model guesses at capitals where it has no sentence


def _is_finite(token: Token) -> bool:
    form = token.morph.to_dict().get("VerbForm", "Fin")
    return token.pos_ in _VERBS and "Fin" in form


def _mood(sentence: Span, words: str, kind: BlockKind) -> Mood:
    if words.endswith(_ASKING):
        return Mood.QUESTION
    # Taggers miss verbs, and some pipelines have none; an item of a list may end in a full stop and have no verb.
    closed = kind is not BlockKind.LIST_ITEM and words.endswith(_ENDING) and len(sentence) >= FEWEST_TOKENS
    return Mood.STATEMENT if closed or any(map(_is_finite, sentence)) else Mood.FRAGMENT


def _statement(sentence: Span, words: str, block: Block, place: int) -> Statement:
    content = [t for t in sentence if t.pos_ in _CONTENT and not t.is_stop and t.text[0].isalnum()]
    start = block.start + sentence.start_char + sentence.text.index(words)
    return Statement(
        start=start,
        end=start + len(words.rstrip(_PARTING).rstrip()),
        block=place,
        mood=_mood(sentence, words, block.kind),
        subject="",
        predicate="",
        object="",
        subject_terms=(),
        terms=tuple((token.lemma_ or token.text).lower() for token in content) or tuple(words.lower().split()),
        names=(),
        times=(),
        polarity=Polarity.UNREAD,
        negations=0,
        certainty=Certainty.UNREAD,
        attribution=Attribution(),
        values=(),
    )


def _behind_closing(sentence: Span) -> int:
    """Where a sentence begins, behind the mark that closes a quotation in the one before: "risque. » Puis ..."."""
    first = sentence[0]
    closing = first.i > 0 and first.text in _CLOSING_MARKS and (first.whitespace_ or len(sentence) == 1)
    return first.i + 1 if closing else first.i  # a German quotation opens with "»", and no space behind it


def _sentences(doc: Doc) -> Iterator[Span]:
    starts = [_behind_closing(sentence) for sentence in sentences(doc)]
    yield from (doc[start:end] for start, end in zip(starts, [*starts[1:], len(doc)], strict=True) if start < end)


def find_statements(doc: Doc, block: Block, place: int) -> Iterator[Statement]:
    """The sentences of one parsed block, the `place`-th of its article; a row of a table is one."""
    if block.kind in _NO_STATEMENT:
        return
    for sentence in (doc[:],) if block.kind is BlockKind.TABLE_ROW else _sentences(doc):
        words = sentence.text.strip()
        if any(map(str.isalpha, words)):
            yield _statement(sentence, words, block, place)


def read_any_language(
    docs: Sequence[Doc], blocks: Sequence[Block], language: str
) -> tuple[tuple[Mention, ...], tuple[Statement, ...]]:
    """The mentions and statements of an article's blocks, each parsed whole, in offsets of its text."""
    running = [(doc, block) for doc, block in zip(docs, blocks, strict=True) if block.kind not in _NO_NAMES]
    named = name_article([doc for doc, _ in running], language)
    mentions = (
        replace(mention, start=block.start + mention.start, end=block.start + mention.end)
        for (_, block), found in zip(running, named, strict=True)
        for mention in found
    )
    statements = (
        s for i, (doc, block) in enumerate(zip(docs, blocks, strict=True)) for s in find_statements(doc, block, i)
    )
    return tuple(mentions), tuple(statements)

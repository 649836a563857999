"""Documents of marked mentions as tagged articles, so that the tag stage's own functions answer for them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.coreference.gold import Collection, GoldMention, laid_out
from pipeline.records import Article, Block, BlockKind, CleanArticle, Mention, Metadata, TaggedArticle
from pipeline.tag.aliases import by_alias, governments
from pipeline.tag.entities import resolve_entities
from pipeline.tag.names import key_of

Answers = list[str]  # beside the mentions: what each is taken for

_LINKS = frozenset("of and & de for du der von van the ' -".split())
_NAME_WORD = re.compile(r"[^\W\d_]*[A-Z]|\d+$")


def phrase_of(collection: Collection, mention: GoldMention) -> str:
    words = collection.words[mention.sentence]
    return " ".join(words[token] for token in mention.tokens)


def _name_tokens(words: Sequence[str], mention: GoldMention) -> list[int]:
    """The capitalised words around the head: the name inside "European airframer Airbus" or "Ford, the car maker"."""
    inside = set(mention.tokens)
    first = last = mention.head

    def reach(at: int, step: int) -> int:
        ahead = at + step
        while ahead in inside and words[ahead] in _LINKS:
            ahead += step
        return ahead if ahead in inside and _NAME_WORD.match(words[ahead]) else at

    while (further := reach(first, -1)) != first:
        first = further
    while (further := reach(last, 1)) != last:
        last = further
    return list(range(first, last + 1))


@dataclass(frozen=True)
class Placed:
    """Where a mention and the name inside it stand in its article."""

    start: int
    end: int
    name_start: int
    name_end: int


def _identified(words: str, kind: str) -> tuple[str, str]:
    """Type and id of a name, as the tag stage gives them to a name that its model finds."""
    known = by_alias().get(words) or governments().get(words)
    return (known.type, known.entity_id) if known else (kind or "ORG", key_of(words) or words)


def _article(collection: Collection, document: str, mentions: Sequence[tuple[int, GoldMention]]) -> tuple[TaggedArticle, dict[int, Placed]]:
    """A document as an article with a block a sentence."""
    by_sentence: dict[int, list[tuple[int, GoldMention]]] = defaultdict(list)
    for i, mention in mentions:
        by_sentence[mention.sentence[1]].append((i, mention))
    text, blocks, placed, found = "", [], dict[int, Placed](), set[Mention]()
    for number in sorted(n for d, n in collection.words if d == document):
        words = collection.words[document, number]
        sentence, places = laid_out(words)
        offset = len(text)
        blocks.append(Block(BlockKind.PARAGRAPH, offset, offset + len(sentence)))
        text += sentence + "\n\n"
        for i, mention in by_sentence[number]:
            name = _name_tokens(words, mention)
            place = Placed(*(offset + at for at in (places[mention.tokens[0]][0], places[mention.tokens[-1]][1], places[name[0]][0], places[name[-1]][1])))
            placed[i] = place
            found.add(Mention(place.name_start, place.name_end, *_identified(text[place.name_start : place.name_end], mention.type)))
    whole = Article(document, document, "text", "", "utf-8", Metadata(language="en"), text, tuple(blocks))
    ordered = tuple(sorted(found, key=lambda m: (m.start, -m.end)))
    return TaggedArticle(CleanArticle(whole, document, (), tuple(blocks)), ordered, ()), placed


def ours(collection: Collection, mentions: Sequence[GoldMention]) -> Answers:
    """What the tag stage takes each mention for."""
    by_document: dict[str, list[tuple[int, GoldMention]]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        by_document[mention.document].append((i, mention))
    laid = [_article(collection, document, own) for document, own in sorted(by_document.items())]
    answers: dict[int, str] = {}
    for article, (_, placed) in zip(resolve_entities([a for a, _ in laid]).articles, laid, strict=True):
        entities = {(m.start, m.end): m.entity_id for m in article.mentions}
        answers |= {i: entities[place.name_start, place.name_end] for i, place in placed.items()}
    return [answers[i] for i in range(len(mentions))]

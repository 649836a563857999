"""Documents of marked mentions as tagged articles, so that the tag stage's own functions answer for them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bench.coreference.gold import Collection, GoldMention, laid_out
from pipeline.records import Article, Block, BlockKind, CleanArticle, Mention, Metadata, TaggedArticle
from pipeline.tag.aliases import by_alias, governments
from pipeline.tag.entities import resolve_entities
from pipeline.tag.merging.keys import key_of
from pipeline.tag.pointing.pointers import find_pointers
from pipeline.tag.roles import NOUNS

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
    if words[first].casefold() == "the" and first < last:
        first += 1
    return list(range(first, last + 1))


@dataclass(frozen=True)
class Place:
    start: int
    end: int


@dataclass(frozen=True)
class Laid:
    """A document as an article, and where each mention and the name inside it stand."""

    article: TaggedArticle
    phrases: dict[int, Place]
    names: dict[int, Place]  # without what is a role, and no name: "Apple CEO"


def _identified(words: str, kind: str) -> tuple[str, str]:
    """Type and id of a name, as the tag stage gives them to a name that its model finds."""
    known = by_alias().get(words) or governments().get(words)
    return (known.type, known.entity_id) if known else (kind or "ORG", key_of(words) or words)


def _name_in(words: Sequence[str], mention: GoldMention) -> list[int]:
    """The tokens of the name, without a role before it; none where the mention is a role."""
    name = _name_tokens(words, mention)
    if mention.type != "PERSON":
        return name
    roles = [i for i in name if words[i].casefold() in NOUNS]
    return [i for i in name if not roles or i > roles[-1]]


def _laid(collection: Collection, document: str, mentions: Sequence[tuple[int, GoldMention]]) -> Laid:
    """A document as an article with a block a sentence."""
    by_sentence: dict[int, list[tuple[int, GoldMention]]] = defaultdict(list)
    for i, mention in mentions:
        by_sentence[mention.sentence[1]].append((i, mention))
    text, blocks = "", []
    phrases, names, found = dict[int, Place](), dict[int, Place](), set[Mention]()
    for number in collection.sentences[document]:
        words = collection.words[document, number]
        sentence, places = laid_out(words)
        offset = len(text)
        blocks.append(Block(BlockKind.PARAGRAPH, offset, offset + len(sentence)))
        text += sentence + "\n\n"
        for i, mention in by_sentence[number]:
            phrases[i] = Place(offset + places[mention.tokens[0]][0], offset + places[mention.tokens[-1]][1])
            if name := _name_in(words, mention):
                place = names[i] = Place(offset + places[name[0]][0], offset + places[name[-1]][1])
                found.add(Mention(place.start, place.end, *_identified(text[place.start : place.end], mention.type)))
    whole = Article(document, document, "text", "", "utf-8", Metadata(language="en"), text, tuple(blocks))
    ordered = tuple(sorted(found, key=lambda m: (m.start, -m.end)))
    return Laid(TaggedArticle(CleanArticle(whole, document, (), tuple(blocks)), ordered, ()), phrases, names)


def _answer(laid: Laid, resolved: TaggedArticle, pointers: Sequence[Mention], i: int) -> str:
    """The entity of the name in a mention, or that which the mention points at, or else its own words."""
    phrase, name = laid.phrases[i], laid.names.get(i)
    own = {m.entity_id: m.type for m in resolved.mentions if name and (m.start, m.end) == (name.start, name.end)}
    if own and "ROLE" not in own.values():
        return next(iter(own))
    inside = (p for p in pointers if phrase.start <= p.start and p.end <= phrase.end)
    words = resolved.clean.article.text[phrase.start : phrase.end]
    return next((p.entity_id for p in inside if p.entity_id), next(iter(own), key_of(words)))


def ours(collection: Collection, mentions: Sequence[GoldMention]) -> Answers:
    """What the tag stage takes each mention for."""
    by_document: dict[str, list[tuple[int, GoldMention]]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        by_document[mention.document].append((i, mention))
    laid = [_laid(collection, document, own) for document, own in sorted(by_document.items())]
    answers: dict[int, str] = {}
    for one, resolved in zip(laid, resolve_entities([one.article for one in laid]).articles, strict=True):
        pointers = find_pointers(resolved)
        answers |= {i: _answer(one, resolved, pointers, i) for i in one.phrases}
    return [answers[i] for i in range(len(mentions))]

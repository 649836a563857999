"""What kind of thing a name is, decided once an article: the model's guesses and the cues around it vote."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from pipeline.records import Mention
from pipeline.tag.aliases import known_entities
from pipeline.tag.cues import cue
from pipeline.tag.heads import FIRST_OF, VERSUS


def _shows_it(span: Span) -> bool:
    """Whether a name itself says what it is, whatever it does: "the Ministry of Herring wrote"."""
    case = any(token.lower_ in VERSUS for token in span)
    return case or (len(span) > 1 and span[0].lower_ in FIRST_OF and span[1].lower_ == "of")


def settle_kinds(docs: Sequence[Doc], found: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each doc of an article, those under one id with one type; reviewed names keep theirs."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, mentions in zip(docs, found, strict=True):
        for mention in mentions:
            if mention.entity_id in known_entities():
                continue
            votes[mention.entity_id][mention.type] += 1
            span = doc.char_span(mention.start, mention.end)
            if span and not _shows_it(span):
                kind, weight = cue(doc, span.start, span.end)
                votes[mention.entity_id][kind] += weight
    kinds = {name: min(cast, key=lambda kind: (-cast[kind], kind)) for name, cast in votes.items()}
    return [[replace(m, type=kinds.get(m.entity_id, m.type)) for m in mentions] for mentions in found]

"""Claims: the statements that can be checked, each worded so that it reads well alone."""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from pipeline.compare.entities import entities_of, pair_of_nations, places_of, subjects_of
from pipeline.compare.reference import refers_to
from pipeline.compare.wording import Wording, collapsed
from pipeline.dates import first_day
from pipeline.records import (
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    ClaimKind,
    Mood,
    Statement,
    TaggedArticle,
)

_KINDS = {
    BlockKind.LIST_ITEM: ClaimKind.LIST_ITEM,
    BlockKind.TABLE_ROW: ClaimKind.TABLE_ROW,
    BlockKind.ANSWER: ClaimKind.ANSWER,
}
_FRAGMENTS_COUNT = frozenset(_KINDS)  # kinds of block in which a claim need not be a sentence
_NO_STATEMENT = frozenset({Mood.QUESTION, Mood.EXHORTATION})
_POINTS_ONLY = re.compile(
    r"""(?:in\ this\ (?:article|piece|guide|post|section)
    |this\ (?:article|piece|guide|post)\ (?:explores|looks|covers|explains)
    |here\ (?:is|are|’s|'s)\b
    |(?:below|following)\ (?:is|are)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
ID_LENGTH = 12  # hexadecimal digits: two of a million claims share one in every 560 runs


def _says_something(statement: Statement, block: Block, text: str) -> bool:
    words = text[statement.start : statement.end]
    if statement.mood in _NO_STATEMENT or words.rstrip().endswith(":") or _POINTS_ONLY.match(words):
        return False
    if statement.mood is Mood.FRAGMENT and block.kind not in _FRAGMENTS_COUNT:
        return False
    return bool(statement.terms)


def _check_worthiness(statement: Statement, entity_ids: tuple[str, ...]) -> float:
    """How much there is in a claim that could be looked up: 0 to 1. A count of handles, not a judgement."""
    handles = 0.3 * bool(statement.values) + 0.3 * bool(entity_ids) + 0.2 * (statement.certainty is Certainty.CERTAIN)
    return round(handles + 0.1 * statement.past + 0.1 * (statement.attribution != Attribution()), 2)


def _section(tagged: TaggedArticle, statement: Statement) -> str:
    above = [b for b in tagged.clean.kept if b.kind is BlockKind.HEADING and b.end <= statement.start and b.level != 1]
    return collapsed(tagged.clean.article.text[above[-1].start : above[-1].end]) if above else ""


def claim_id(article_id: str, text: str, occurrence: int) -> str:
    """Stable under edits elsewhere in the file: the article, the claim's own words, and which time it is make it."""
    normal = " ".join(re.findall(r"\w+", text.casefold()))
    return "c" + sha256(f"{article_id}\n{normal}\n{occurrence}".encode()).hexdigest()[:ID_LENGTH]


def make_claims(tagged: TaggedArticle) -> Iterator[Claim]:
    """The claims of one article, in the order of its text."""
    wording, nations = Wording(tagged), pair_of_nations(tagged)
    seen: Counter[str] = Counter()
    before: Statement | None = None
    for statement in tagged.statements:
        block = tagged.clean.kept[statement.block]
        if _says_something(statement, block, tagged.clean.article.text):
            text = wording.text_of(statement, block)
            context = wording.context(statement, block, before)
            yield _claim(tagged, statement, text, context, seen[text.casefold()], nations)
            seen[text.casefold()] += 1
        before = statement


def _claim(
    tagged: TaggedArticle, statement: Statement, text: str, context: str, occurrence: int, nations: tuple[str, ...]
) -> Claim:
    article, block = tagged.clean.article, tagged.clean.kept[statement.block]
    types = {mention.entity_id: mention.type for mention in tagged.mentions}
    entity_ids = entities_of(tagged, statement, block, nations)
    return Claim(
        claim_id=claim_id(article.article_id, text, occurrence),
        article_id=article.article_id,
        origin_id=tagged.clean.origin_id,
        text=text,
        quote=article.text[statement.start : statement.end],
        start=statement.start,
        end=statement.end,
        section=_section(tagged, statement),
        kind=_KINDS.get(block.kind, ClaimKind.SENTENCE),
        context=context,
        statement=statement,
        entity_ids=entity_ids,
        entity_types=tuple(types[entity] for entity in entity_ids),
        subject_ids=subjects_of(tagged, statement, entity_ids),
        place_ids=places_of(tagged, statement),
        unclear=refers_to(tagged, statement)[1],
        check_worthiness=_check_worthiness(statement, entity_ids),
        published=first_day(article.metadata.published),
    )

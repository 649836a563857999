"""Claims: the statements that can be checked, each worded so that it reads well alone."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from pipeline.compare.entities import Cast
from pipeline.compare.origin import origin_of
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
    Polarity,
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
_SPEAKING, _CONFIRMING = frozenset({"say", "tell"}), frozenset("add confirm explain reply".split())
# What each handle adds, in the order of its use to who looks a claim up; together they make 1.
FIGURE_OR_NAME, PUT_AS_FACT, HAS_HAPPENED, HAS_A_SOURCE = 0.3, 0.2, 0.1, 0.1
# Characters; of 11,000 claims of 120 real pages one has over 500, an address. What goes on for longer is damage, or a
# list without ends of sentences, and two of those are compared word by word in the square of their length.
LONGEST = 2_000
ID_LENGTH = 12  # hexadecimal digits: two of a million claims share one in every 560 runs


def _only_reports(statement: Statement) -> bool:
    """Whether a statement says that somebody spoke, and not what: "Race director Moana Teariki confirmed."."""
    if statement.attribution.cue or statement.polarity is Polarity.NEGATIVE:  # "said nothing" says something
        return False
    if not statement.subject and statement.object:  # "residents were told not to drink it"
        return False
    return statement.predicate in _SPEAKING or (statement.predicate in _CONFIRMING and not statement.object)


def _says_something(statement: Statement, block: Block, text: str) -> bool:
    words = text[statement.start : statement.end]
    if statement.mood in _NO_STATEMENT or words.rstrip().endswith(":") or _POINTS_ONLY.match(words):
        return False
    if len(words) > LONGEST or _only_reports(statement):
        return False
    if statement.mood is Mood.FRAGMENT and block.kind not in _FRAGMENTS_COUNT:
        return False
    # "In 1963." says something under its question
    return bool(statement.terms or (statement.values and block.lead))


def _check_worthiness(statement: Statement, entity_ids: tuple[str, ...]) -> float:
    """How much there is in a claim that could be looked up: 0 to 1. A count of handles, not a judgement."""
    handles = (
        (FIGURE_OR_NAME, bool(statement.values)),
        (FIGURE_OR_NAME, bool(entity_ids)),
        (PUT_AS_FACT, statement.certainty is Certainty.CERTAIN),
        (HAS_HAPPENED, statement.past),
        (HAS_A_SOURCE, statement.attribution != Attribution()),
    )
    return round(math.fsum(weight for weight, held in handles if held), 2)


def _section(tagged: TaggedArticle, statement: Statement) -> str:
    above = [b for b in tagged.clean.kept if b.kind is BlockKind.HEADING and b.end <= statement.start and b.level != 1]
    return collapsed(tagged.clean.article.text[above[-1].start : above[-1].end]) if above else ""


def _plain(text: str) -> str:
    """The words of a claim, without case and punctuation: what its id goes by."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def claim_id(article_id: str, text: str, occurrence: int) -> str:
    """Stable under edits elsewhere in the file: the article, the claim's own words, and which time it is make it."""
    return "c" + sha256(f"{article_id}\n{_plain(text)}\n{occurrence}".encode()).hexdigest()[:ID_LENGTH]


def make_claims(tagged: TaggedArticle) -> tuple[Claim, ...]:
    """The claims of one article, in the order of its text."""
    return tuple(_made(tagged))


def _made(tagged: TaggedArticle) -> Iterator[Claim]:
    wording, cast = Wording(tagged), Cast(tagged)
    seen: Counter[str] = Counter()
    before: Statement | None = None
    for statement in tagged.statements:
        block = tagged.clean.kept[statement.block]
        if _says_something(statement, block, tagged.clean.article.text):
            text = wording.text_of(statement, block)
            claim = _claim(tagged, statement, cast)
            yield replace(
                claim,
                claim_id=claim_id(claim.article_id, text, seen[_plain(text)]),
                text=text,
                context=wording.context(statement, block, before),
            )
            seen[_plain(text)] += 1
        before = statement


def _each_part(statement: Statement) -> list[Statement]:
    """A statement at each of its own places: what its quote names between them is not its own."""
    return [replace(statement, start=span.start, end=span.end) for span in statement.parts] or [statement]


def _claim(tagged: TaggedArticle, statement: Statement, cast: Cast) -> Claim:
    """A claim that has no words of its own yet."""
    article, block = tagged.clean.article, tagged.clean.kept[statement.block]
    alone = _each_part(statement)
    entity_ids = tuple(sorted({entity for part in alone for entity in cast.of(part, block)}))
    return Claim(
        claim_id="",
        article_id=article.article_id,
        origin_id=origin_of(tagged.clean, statement),
        text="",
        quote=article.text[statement.start : statement.end],
        start=statement.start,
        end=statement.end,
        section=_section(tagged, statement),
        kind=_KINDS.get(block.kind, ClaimKind.SENTENCE),
        context="",
        statement=statement,
        entity_ids=entity_ids,
        entity_types=cast.types(entity_ids),
        subject_ids=cast.subjects(statement, block, entity_ids),
        place_ids=tuple(sorted({place for part in alone for place in cast.places(part)})),
        unclear=cast.is_unclear(statement),
        check_worthiness=_check_worthiness(statement, entity_ids),
        published=first_day(article.metadata.published),
    )

"""Claims: the statements that can be checked, each worded so that it reads well alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from pipeline.dates import first_day
from pipeline.records import (
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    ClaimKind,
    Mention,
    Mood,
    Span,
    Statement,
    TaggedArticle,
)

_KINDS = {
    BlockKind.LIST_ITEM: ClaimKind.LIST_ITEM,
    BlockKind.TABLE_ROW: ClaimKind.TABLE_ROW,
    BlockKind.ANSWER: ClaimKind.ANSWER,
}
_FRAGMENTS_COUNT = frozenset(_KINDS)  # kinds of block in which a claim need not be a sentence
_BOTH = re.compile(r"\b(?:both|the two|these two) (?:nations|countries|sides|powers|superpowers|governments|parties|states|capitals)\b|\beach (?:country|side|nation)\b", re.IGNORECASE)
DOMINANT = 2  # times: the second country is named at least so much more often than the third
_POINTS_ONLY = re.compile(
    r"(?:in this (?:article|piece|guide|post|section)|this (?:article|piece|guide|post) (?:explores|looks|covers|explains)|here (?:is|are|’s|'s)\b|(?:below|following) (?:is|are)\b)",
    re.IGNORECASE,
)


def _collapsed(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower_first(words: str, mentions: Sequence[Mention], start: int) -> str:
    """Small first letter, unless it opens a name or an abbreviation."""
    first = re.match(r"[\w’'./-]+", words)
    named = any(mention.start == start for mention in mentions)
    if not first or named or first[0] == "I" or sum(c.isupper() for c in first[0]) > 1 or any(c.isdigit() for c in first[0]):
        return words
    return words[:1].lower() + words[1:]


class _Wording:
    """Words one article's statements."""

    NEAR = 2  # characters between a lead-in and the sentence before it
    SHORT_LEAD = 3  # words; fewer only point: "For instance:"

    def __init__(self, tagged: TaggedArticle) -> None:
        self.text = tagged.clean.article.text
        self.kept = tagged.clean.kept
        self.mentions = tagged.mentions
        self.statements = tagged.statements

    def words(self, span: Span) -> str:
        return _collapsed(self.text[span.start : span.end])

    def lead(self, block: Block) -> str:
        """The lead-in of a list item; one that says nothing itself ("For instance:") is the sentence before it."""
        assert block.lead is not None  # noqa: S101 - asked by the callers
        said = [s for s in self.statements if s.start < block.lead.end and block.lead.start - self.NEAR < s.end]
        if said and len(self.words(block.lead).split()) < self.SHORT_LEAD and len(said) > 1:
            return self.opened(said[-2])
        return self.opened(said[-1]) if said and said[-1].end == block.lead.end else self.words(block.lead)

    def context(self, statement: Statement, block: Block, before: Statement | None) -> str:
        if block.kind is BlockKind.TABLE_ROW:
            return self.row_label(statement, block)
        if block.lead:
            return self.lead(block)
        if statement.depends and before is not None and before.block == statement.block:
            return _collapsed(self.text[before.start : before.end])
        return ""

    def row_label(self, statement: Statement, block: Block) -> str:
        """The first cell of a row, where it is not the statement itself; under its header where that says more."""
        cell = block.cells[0]
        return self.words(cell) if cell.end <= statement.start or statement.mood is Mood.FRAGMENT else ""

    def text_of(self, statement: Statement, block: Block) -> str:
        if block.kind is BlockKind.TABLE_ROW and statement.mood is Mood.FRAGMENT:
            return self.row(block)
        words = self.opened(statement)
        if statement.label:
            return self.labelled(statement)
        if statement.mood is Mood.FRAGMENT and block.lead and block.kind is BlockKind.LIST_ITEM:
            return f"{self.lead(block)} {_lower_first(words, self.mentions, statement.start)}"
        if statement.mood is Mood.FRAGMENT and block.lead:  # an answer such as "In 1963."
            return f"{self.words(block.lead)} {words}"
        return words

    def opened(self, statement: Statement) -> str:
        """Without its connective, and with its subject in place of a pronoun."""
        start = statement.connective.end if statement.connective else statement.start
        if statement.pronoun:
            return _collapsed(f"{_upper_first(statement.antecedent)} {self.text[statement.pronoun.end : statement.end]}")
        return _upper_first(_collapsed(self.text[start : statement.end]))

    def labelled(self, statement: Statement) -> str:
        """"The crisis: A confrontation that brought ..." as a sentence, where the words after the colon allow it."""
        assert statement.label is not None  # noqa: S101 - asked by the caller
        label = self.words(statement.label)
        after = self.text[statement.label.end : statement.end]
        body = re.sub(r"^\s*[:–—]\s*", "", after)
        start = statement.end - len(body)
        body = _lower_first(_collapsed(body), self.mentions, start)
        if statement.opens_with in {"VBD", "VBZ"} or (statement.opens_with == "VBN" and statement.mood is Mood.FRAGMENT and re.match(r"\w+ed (?:a|an|the)\b", body)):
            return f"{label} {body}"
        if statement.mood is Mood.FRAGMENT and re.match(r"(?:an?|the)\s", body):
            return f"{label} {'was' if statement.past else 'is'} {body}"
        return f"{label}: {body}"

    def row(self, block: Block) -> str:
        """A row without a sentence: each cell under its header."""
        cells = [self.words(cell) for cell in block.cells]
        headers = [self.words(header) for header in block.headers]
        if len(headers) == len(cells):
            return "; ".join(f"{header}: {cell}" for header, cell in zip(headers, cells, strict=True) if cell)
        return ": ".join(filter(None, (cells[0], ", ".join(cells[1:]))))


def _says_something(statement: Statement, block: Block, text: str) -> bool:
    words = text[statement.start : statement.end]
    if statement.mood in {Mood.QUESTION, Mood.EXHORTATION} or words.rstrip().endswith(":") or _POINTS_ONLY.match(words):
        return False
    if statement.mood is Mood.FRAGMENT and block.kind not in _FRAGMENTS_COUNT:
        return False
    return bool(statement.terms)


def _pair_of_nations(tagged: TaggedArticle) -> tuple[str, ...]:
    """The two countries an article is about, if the rest are named far less."""
    counts = Counter(m.entity_id for m in tagged.mentions if m.type == "GPE").most_common(3)
    third = counts[2][1] if len(counts) > 2 else 0  # noqa: PLR2004
    return tuple(sorted(c[0] for c in counts[:2])) if len(counts) > 1 and counts[1][1] >= max(2, DOMINANT * third) else ()


def _named_in(words: str, tagged: TaggedArticle) -> set[str]:
    """The entities whose names stand in words that are no span of the text: an antecedent, a subject."""
    text = tagged.clean.article.text
    names = {text[m.start : m.end]: m.entity_id for m in tagged.mentions}
    return {entity for name, entity in names.items() if name in words and re.search(rf"\b{re.escape(name)}(?!\w)", words)}


def _entities(tagged: TaggedArticle, statement: Statement, block: Block, nations: tuple[str, ...]) -> tuple[str, ...]:
    spans = [Span(statement.start, statement.end), *filter(None, (block.lead,))]
    if block.kind is BlockKind.TABLE_ROW:
        spans.append(Span(block.start, block.end))
    ids = {m.entity_id for m in tagged.mentions for s in spans if s.start <= m.start and m.end <= s.end}
    text = tagged.clean.article.text
    if _BOTH.search(text[statement.start : statement.end]):
        ids.update(nations)
    return tuple(sorted(ids | _named_in(statement.antecedent, tagged)))


def _check_worthiness(statement: Statement, entity_ids: tuple[str, ...]) -> float:
    """How much there is in a claim that could be looked up: 0 to 1. A count of handles, not a judgement."""
    handles = 0.3 * bool(statement.values) + 0.3 * bool(entity_ids) + 0.2 * (statement.certainty is Certainty.CERTAIN)
    return round(handles + 0.1 * statement.past + 0.1 * (statement.attribution != Attribution()), 2)


def _section(tagged: TaggedArticle, statement: Statement) -> str:
    above = [b for b in tagged.clean.kept if b.kind is BlockKind.HEADING and b.end <= statement.start and b.level != 1]
    return _collapsed(tagged.clean.article.text[above[-1].start : above[-1].end]) if above else ""


def claim_id(article_id: str, text: str, occurrence: int) -> str:
    """Stable under edits elsewhere in the file: it depends on the article, the claim's own words, and which time it is."""
    normal = " ".join(re.findall(r"\w+", text.casefold()))
    return "c" + sha256(f"{article_id}\n{normal}\n{occurrence}".encode()).hexdigest()[:12]


def make_claims(tagged: TaggedArticle) -> Iterator[Claim]:
    """The claims of one article, in the order of its text."""
    clean, wording = tagged.clean, _Wording(tagged)
    nations = _pair_of_nations(tagged)
    types = {mention.entity_id: mention.type for mention in tagged.mentions}
    seen: Counter[str] = Counter()
    before: Statement | None = None
    for statement in tagged.statements:
        block = clean.kept[statement.block]
        if _says_something(statement, block, clean.article.text):
            text = wording.text_of(statement, block)
            entity_ids = _entities(tagged, statement, block, nations)
            yield Claim(
                claim_id=claim_id(clean.article.article_id, text, seen[text.casefold()]),
                article_id=clean.article.article_id,
                origin_id=clean.origin_id,
                text=text,
                quote=clean.article.text[statement.start : statement.end],
                start=statement.start,
                end=statement.end,
                section=_section(tagged, statement),
                kind=_KINDS.get(block.kind, ClaimKind.SENTENCE),
                context=wording.context(statement, block, before),
                statement=statement,
                entity_ids=entity_ids,
                entity_types=tuple(types[entity] for entity in entity_ids),
                subject_ids=tuple(sorted(_named_in(statement.antecedent or statement.subject, tagged) & set(entity_ids))),
                check_worthiness=_check_worthiness(statement, entity_ids),
                published=first_day(clean.article.metadata.published),
            )
            seen[text.casefold()] += 1
        before = statement

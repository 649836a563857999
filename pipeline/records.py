"""What flows between the stages: frozen records without behaviour.

Offsets are characters into `Article.text`, half open; `text[start:end]` is always the words themselves.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUESTION = "question"
    ANSWER = "answer"
    CAPTION = "caption"
    QUOTE = "quote"
    BYLINE = "byline"
    FURNITURE = "furniture"


class Region(StrEnum):
    """What the markup around a block says it is part of, where it says so."""

    BODY = "body"
    TITLE = "title"
    STANDFIRST = "standfirst"  # and key points, above the text
    AUTHOR = "author"
    SHARE = "share"
    RELATED = "related"
    COMMENTS = "comments"
    PROMPT = "prompt"  # cookie, newsletter, subscription
    ADVERT = "advert"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself; empty where it is silent, never guessed."""

    title: str = ""
    author: str = ""
    site: str = ""
    published: str = ""  # ISO 8601, at the precision given: 2021, 2021-02 or 2021-02-03
    url: str = ""
    language: str = ""  # ISO 639-1


SILENT = Metadata()


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the file around a record says of it; empty where it is silent, and for a file that is its own article."""

    ending: str = ""  # that a file of its own would have: ".html"
    charset: str = ""  # of its bytes
    stated: Metadata = SILENT  # surer than what the article says of itself
    assumed: Metadata = SILENT  # where the article is silent


NO_ENVELOPE = Envelope()


@dataclass(frozen=True, slots=True)
class Document:
    """One input as it lies in `raw/`, or one record in it."""

    path: str  # inside raw/, with forward slashes; of a record `file#key`
    sha256: str
    content: bytes
    envelope: Envelope = NO_ENVELOPE


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What `sources.csv` says about one path; empty where it is silent."""

    path: str
    origin: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    path: str  # where it lies in raw/
    sha256: str  # of the input, if it could be read
    bytes: int  # its size
    stage: str  # where it failed
    code: str  # short name of the reason
    message: str  # the reason
    hint: str  # what to do about it


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What one input held: each record is a document, or a reject that says why it is no article."""

    documents: tuple[Document, ...]
    rejects: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of a heading: 1 to 6
    lead: Span | None = None  # the lead-in of a list item, the question of an answer
    cells: tuple[Span, ...] = ()  # of a table row
    headers: tuple[Span, ...] = ()  # of a table row: what stands over each of its cells, empty where nothing does
    is_header: bool = False  # a table row that names the columns
    region: Region = Region.BODY
    language: str = ""  # ISO 639-1, where it is surely another than the article's


@dataclass(frozen=True, slots=True)
class Article:
    article_id: str
    path: str
    format: str
    sha256: str
    encoding: str
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    declared_origin: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    start: int
    end: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A stretch of an article that another one printed first."""

    start: int
    end: int
    article_id: str  # of the other
    origin_id: str


@dataclass(frozen=True, slots=True)
class CleanArticle:
    article: Article
    origin_id: str
    drops: tuple[Drop, ...]
    kept: tuple[Block, ...]  # trimmed to what no drop covers
    copied: tuple[Copied, ...] = ()  # in order and apart: their claims have the origin of the other article


@dataclass(frozen=True, slots=True)
class KeptText:
    """What the tag stage reads of an article, and no more: news of other articles is no reason to read it again."""

    text: str
    kept: tuple[Block, ...]
    published: str  # as in its metadata


class ValueKind(StrEnum):
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Value:
    """A number or date as the text gives it.

    `low` and `high` bound what the words allow: both equal for an exact value, infinite on an open side. Dates are
    day ordinals, so that "October 1962" is an interval of 31 days.
    """

    start: int
    end: int
    kind: ValueKind
    low: float
    high: float
    unit: str = ""  # currency code, or the unit of a duration or quantity
    counted: str = ""  # lemma of what a number counts: "warhead"
    qualifiers: tuple[str, ...] = ()  # lemmas that narrow what is counted: "deployed", "strategic"
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    type: str
    entity_id: str


@dataclass(frozen=True, slots=True)
class Entity:
    entity_id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    articles: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names taken for one thing, or, among the near misses, for two."""

    merged: str  # entity ids
    into: str
    why: str  # readable behind "MERGED is INTO: "
    score: float  # 0 to 1, how alike the names are
    sure: bool = True  # else `tellings entities` lists it as doubtful


class Polarity(StrEnum):
    POSITIVE = "+"
    NEGATIVE = "-"
    UNREAD = ""  # in another language than English


class Certainty(StrEnum):
    """FactBank's letters (Saurí and Pustejovsky, 2009), strongest first."""

    CERTAIN = "CT"
    PROBABLE = "PR"
    POSSIBLE = "PS"
    UNCOMMITTED = "U"
    UNREAD = ""  # in another language than English


class Mood(StrEnum):
    STATEMENT = "statement"
    FRAGMENT = "fragment"  # no finite verb: a list item such as "Formation of NATO in 1949"
    QUESTION = "question"
    EXHORTATION = "exhortation"  # "Let's dive in", "Ready to learn more"


@dataclass(frozen=True, slots=True)
class Attribution:
    source: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause that stands alone, read for who does what, how surely, and on whose word."""

    start: int
    end: int
    block: int  # index into CleanArticle.kept
    mood: Mood
    subject: str
    predicate: str  # lemma, with its particle
    object: str
    subject_terms: tuple[str, ...]  # content lemmas of the subject
    terms: tuple[str, ...]  # all content lemmas, in order
    names: tuple[str, ...]  # those of them that are proper nouns, known to a table or not
    times: tuple[str, ...]  # words that place it in time and need no year: "monday", "june", "spring", "last week"
    polarity: Polarity
    negations: int  # negating words anywhere in it
    certainty: Certainty
    attribution: Attribution
    values: tuple[Value, ...]
    past: bool = False
    label: Span | None = None  # "The Ukraine crisis" in "The Ukraine crisis: Renewed hostilities"
    opens_with: str = ""  # part of speech of the first word after the label
    connective: Span | None = None  # "Furthermore," and the like
    pronoun: Span | None = None  # a first word that stands for ...
    antecedent: str = ""  # ... this, where the sentence before leaves no doubt
    depends: bool = False  # leans on what stands before it: "This mistrust can ..."
    words: str = ""  # what it says by itself, where that is only a part of its sentence
    parts: tuple[Span, ...] = ()  # and where its own words stand inside [start, end); empty for all of it


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tag stage finds in one article, in the order of its text."""

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    clean: CleanArticle
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]


class ClaimKind(StrEnum):
    SENTENCE = "sentence"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Claim:
    claim_id: str
    article_id: str
    origin_id: str
    text: str  # readable on its own
    quote: str
    start: int
    end: int
    section: str
    kind: ClaimKind
    context: str
    statement: Statement
    entity_ids: tuple[str, ...]
    entity_types: tuple[str, ...]  # beside entity_ids
    subject_ids: tuple[str, ...]  # those of them that stand in the subject
    place_ids: tuple[str, ...]  # and those that say where: "in Prague"
    unclear: bool  # it says "it" or "the treaty", and which cannot be told
    check_worthiness: float
    published: date | None
    repeat_of: str = ""


class Relation(StrEnum):
    AGREE = "agree"
    DIFFER = "differ"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one difference rule says of a pair, and the words that it rests on."""

    relation: Relation
    type: str
    evidence_a: Span
    evidence_b: Span
    explanation: str


@dataclass(frozen=True, slots=True)
class ClaimPair:
    claim_a: str
    claim_b: str
    article_a: str
    article_b: str
    relation: Relation
    difference_types: tuple[str, ...]
    entails: str  # "both", "a", "b" or "": whose acceptance carries the other
    confidence: float
    evidence_a: str
    evidence_b: str
    explanation: str
    text_a: str
    text_b: str

    @property
    def one_says_more(self) -> bool:
        """Whether nothing sets the two apart but that one says more."""
        return self.difference_types == ("detail",)


class Status(StrEnum):
    DISPUTED = "disputed"
    DIFFERING = "differing"
    SHARED = "shared"
    SINGLE_ORIGIN = "single_origin"
    UNIQUE = "unique"


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a group: claims that can all be true together."""

    name: str
    statement: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    group_id: str
    status: Status
    topic: str
    statement: str
    n_articles: int
    n_origins: int
    supporting: tuple[str, ...]
    conflicting: tuple[str, ...]
    silent: tuple[str, ...]
    difference_types: tuple[str, ...]
    summary: str
    positions: tuple[Position, ...]
    coverage: tuple[tuple[str, str], ...]  # of those that speak: (article_id, "agree" | "conflict:POSITION" | "differ")


@dataclass(frozen=True, slots=True)
class Comparison:
    claims: tuple[Claim, ...]
    pairs: tuple[ClaimPair, ...]
    groups: tuple[ClaimGroup, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """All that a run found, in the order of `article_id`: what the writers in `report/` turn into files."""

    articles: tuple[TaggedArticle, ...]
    entities: tuple[Entity, ...]
    comparison: Comparison
    rejects: tuple[Rejected, ...]

"""Wording: what a claim says, so that it reads well alone, and the lead-in, label or question that it stands under."""

import re
from collections.abc import Sequence

from pipeline.compare.language import is_english
from pipeline.records import Block, BlockKind, Mention, Mood, Span, Statement, TaggedArticle
from pipeline.tag.quotations import closed, inside, quotations

NEAR = 2  # characters between a lead-in and the sentence before it
SHORT_LEAD = 3  # words; a lead-in with fewer only points: "For instance:"

_PAST_DEED = re.compile(r"\w+ed (?:a|an|the)\b", re.IGNORECASE)  # "Marked a turning point", read as a participle
_PRONOUN = re.compile(r"(?:it|they|he|she) (?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_COLON = re.compile(r"^\s*[:–—]\s*")
_FINITE = frozenset({"VBD", "VBZ", "MD"})
_CUES = frozenset(  # what can stand before a quotation: "she argued: ..."
    """added adds argued argues claimed claims complained explained insisted insists recalled replied said says
    testified warned warns writes wrote""".split()
)


def collapsed(words: str) -> str:
    """Runs of white space as one space each."""
    return re.sub(r"\s+", " ", words).strip()


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower_first(words: str, mentions: Sequence[Mention] = (), start: int = 0) -> str:
    """Small first letter, unless it opens a name or an abbreviation. `words` stand at `start` in the text."""
    first = re.match(r"[\w’'./-]+", words)
    named = any(mention.start == start for mention in mentions)
    if not first or named or first[0] == "I":
        return words
    shouted = sum(c.isupper() for c in first[0]) > 1
    return words if shouted or any(c.isdigit() for c in first[0]) else words[:1].lower() + words[1:]


class Wording:
    """Words one article's statements."""

    def __init__(self, tagged: TaggedArticle) -> None:
        self._text = tagged.clean.article.text
        self._mentions = tagged.mentions
        self._statements = tagged.statements
        self._english = is_english(tagged)
        self._quotations: dict[Block, list[Span]] = {}

    def text_of(self, statement: Statement, block: Block) -> str:
        """The claim that a statement of `block` makes, readable on its own."""
        words = closed(self._alone(statement, block))
        return self._spoken(words, statement) if self._is_quoted(statement, block) else words

    def _is_quoted(self, statement: Statement, block: Block) -> bool:
        """Whether a statement is somebody's words and nothing else, and the text says whose."""
        said_by = statement.attribution.source
        if not said_by or said_by in self._text[statement.start : statement.end]:
            return False
        if block not in self._quotations:
            self._quotations[block] = list(quotations(self._text, block.start, block.end))
        return any(inside(statement, span) for span in self._quotations[block])

    def _spoken(self, words: str, statement: Statement) -> str:
        """Somebody's words as such: "Voss said: “It was a business.”"."""
        said = statement.attribution
        own = words.strip('“”"')
        comma = "," if "," in said.source else ""  # "the town clerk, Ana Roa, said"
        return f"{_upper_first(said.source)}{comma} {said.cue if said.cue in _CUES else 'said'}: “{own}”"

    def _alone(self, statement: Statement, block: Block) -> str:
        fragment = statement.mood is Mood.FRAGMENT
        if block.kind is BlockKind.TABLE_ROW and fragment:
            return self._row(block)
        if statement.label:
            return self._labelled(statement, statement.label)
        words = self._opened(statement)
        if fragment and block.lead and block.kind is BlockKind.LIST_ITEM:
            lead = self._lead(block.lead).rstrip(".:")
            # A small letter is English: German writes "Folgen: Brücken gesperrt".
            return f"{lead}: {_lower_first(words, self._mentions, statement.start) if self._english else words}"
        if fragment and block.lead:  # an answer such as "In 1963."
            return f"{self._words(block.lead)} {words}"
        return words

    def context(self, statement: Statement, block: Block, before: Statement | None) -> str:
        """What the statement needs to be understood, "" where it needs nothing."""
        if block.kind is BlockKind.TABLE_ROW:
            return self._row_label(statement, block)
        if block.lead:
            return self._lead(block.lead)
        if statement.depends and before is not None and before.block == statement.block:
            return closed(collapsed(self._text[before.start : before.end]))
        return ""

    def _words(self, span: Span) -> str:
        return collapsed(self._text[span.start : span.end])

    def _lead(self, lead: Span) -> str:
        """The lead-in of a list item; one that says nothing itself ("For instance:") is the sentence before it."""
        said = [s for s in self._statements if s.start < lead.end and lead.start - NEAR < s.end]
        words = self._words(lead)
        if said and words.endswith(":") and len(words.split()) < SHORT_LEAD and len(said) > 1:
            return self._opened(said[-2])
        return self._opened(said[-1]) if said and said[-1].end == lead.end else words

    def _row_label(self, statement: Statement, block: Block) -> str:
        """The first cell of a row, where it is not the statement itself."""
        cell = block.cells[0]
        return self._words(cell) if cell.end <= statement.start or statement.mood is Mood.FRAGMENT else ""

    def _opened(self, statement: Statement) -> str:
        """Without its connective, its subject in place of a pronoun; a part of a sentence has words of its own."""
        if statement.words:
            return _upper_first(collapsed(statement.words))
        start = statement.connective.end if statement.connective else statement.start
        if pronoun := statement.pronoun:
            told = f"{self._text[start : pronoun.start]}{statement.antecedent}{self._text[pronoun.end : statement.end]}"
            return _upper_first(collapsed(told))
        return _upper_first(collapsed(self._text[start : statement.end]))

    def _labelled(self, statement: Statement, label: Span) -> str:
        """The claim in "The crisis: A confrontation that ..." as a sentence, where what follows the colon allows it."""
        name = self._words(label)
        body = collapsed(_COLON.sub("", self._text[label.end : statement.end]))
        if statement.opens_with in _FINITE or (statement.opens_with == "VBN" and _PAST_DEED.match(body)):
            return f"{name} {_lower_first(body)}"
        if pronoun := _PRONOUN.match(body):
            return f"{name} {body[pronoun.end() :]}"
        if statement.mood is Mood.FRAGMENT and _ARTICLE.match(body):
            return f"{name} {'was' if statement.past else 'is'} {_lower_first(body)}"
        return f"{name}: {_lower_first(body, self._mentions, statement.end - len(body))}"

    def _row(self, block: Block) -> str:
        """A row without a sentence: each cell under its header."""
        cells = [self._words(cell) for cell in block.cells]
        headers = [self._words(header) for header in block.headers]
        if len(headers) == len(cells):
            return "; ".join(f"{header}: {cell}" for header, cell in zip(headers, cells, strict=True) if cell)
        return ": ".join(filter(None, (cells[0], ", ".join(cells[1:]))))

"""Statements: each clause of a segment, read for who does what, how surely, and on whose word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from pipeline import records
from pipeline.records import BlockKind, Mention, Statement, Value
from pipeline.tag.arguments import read_arguments, says_what, text_of
from pipeline.tag.attribution import read_attribution
from pipeline.tag.certainty import read_certainty, read_polarity
from pipeline.tag.clauses import clauses, sentences
from pipeline.tag.negators import count_negations
from pipeline.tag.openings import connective_length, leans, opens_with_nor, read_mood
from pipeline.tag.places import Places
from pipeline.tag.pronouns.people import People
from pipeline.tag.pronouns.persons import FARTHEST, Meant, find_person
from pipeline.tag.pronouns.things import find_thing
from pipeline.tag.segments import Segment
from pipeline.tag.splitting.rewording import Reworded, put_back, seen_in
from pipeline.tag.terms import find_names, find_terms
from pipeline.tag.times import time_words
from pipeline.tag.values import find_values
from pipeline.tag.years import Calendar

NO_CALENDAR = Calendar()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a parsed segment, and what stands before it: a clause of its sentence, or else a sentence."""

    span: Span
    before: Span | None
    may_be_cut: bool
    earlier: tuple[Span, ...] = ()  # what else stands before it, nearest first, with sentences of the paragraph above


def _values(clause: Span, segment: Segment, calendar: Calendar) -> tuple[Value, ...]:
    found = find_values(clause, calendar.year_of, calendar.published)
    return tuple(replace(v, start=v.start + segment.start, end=v.end + segment.start) for v in found)


def _token_at(clause: Span, offset: int) -> Token:
    return next((token for token in clause if token.idx >= offset), clause[0])


def _read(
    clause: Span, segment: Segment, known: Places[Mention], context: Clause, people: People, calendar: Calendar
) -> Statement:
    """One clause as a record; its offsets count from the start of the article's text."""
    before = context.before
    words = clause.text.rstrip()
    begin, offset = clause.start_char, segment.start
    label = segment.label if before is None and clause.start == 0 else None
    skip = connective_length(words)
    first = _token_at(clause, begin + skip)
    head, attribution, denied = read_attribution(clause)
    mood = read_mood(clause, head, segment.kind)
    arguments = read_arguments(head, clause)
    thing = find_thing(first, before, people)
    person = None if thing else find_person(clause, context.span, context.earlier, people)
    meant = person or (Meant(first, thing) if thing else None)
    pronoun, antecedent = (meant.pronoun, meant.words) if meant else (first, ())
    return Statement(
        start=label.start if label else offset + begin,
        end=offset + begin + len(words),
        block=segment.block,
        mood=mood,
        subject=meant.names(arguments.subject) if meant else text_of(arguments.subject),
        predicate=arguments.predicate if says_what(head, mood) else "",
        object=meant.names(arguments.object) if meant else text_of(arguments.object),
        subject_terms=find_terms(antecedent or arguments.subject),
        terms=find_terms(antecedent) + find_terms(token for token in clause if token.idx >= begin + skip),
        names=find_names(clause, known),
        times=time_words(clause.text),
        polarity=read_polarity(head, denied=denied is not opens_with_nor(clause)),
        negations=count_negations(clause),
        certainty=read_certainty(head),
        attribution=meant.speaks(attribution) if meant else attribution,
        values=_values(clause, segment, calendar),
        past=any(token.tag_ == "VBD" for token in clause),
        label=label,
        opens_with=clause[0].tag_,
        connective=records.Span(offset + begin, offset + begin + skip) if skip and not label else None,
        pronoun=records.Span(offset + pronoun.idx, offset + pronoun.idx + len(pronoun)) if antecedent else None,
        antecedent=person.text if person else text_of(antecedent),
        depends=leans(first) and not (antecedent and pronoun == first) and label is None,
    )


def _whole_sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a list item, cut only after a full stop that a capital follows: items are often no sentences."""
    start = 0
    for token in doc[:-1]:
        if token.text in {".", "!", "?"} and doc[token.i + 1].text[0].isupper():
            yield doc[start : token.i + 1]
            start = token.i + 1
    yield doc[start:]


def last_sentences(doc: Doc, above: tuple[Span, ...]) -> tuple[Span, ...]:
    """The last sentences of a paragraph and of those above it, nearest to what follows first."""
    return (*reversed(list(sentences(doc))), *above)[:FARTHEST]


def find_clauses(doc: Doc, kind: BlockKind, above: tuple[Span, ...] = ()) -> Iterator[Clause]:
    """The clauses of one parsed segment, in order. A sentence of a list item is never cut into clauses or parts.

    `above` are the sentences that a paragraph goes on from, nearest first.
    """
    in_list = kind is BlockKind.LIST_ITEM
    before: Span | None = None
    earlier = above
    for sentence in _whole_sentences(doc) if in_list else sentences(doc):
        nearest, nearer = before, earlier
        for clause in (sentence,) if in_list else clauses(sentence):
            # "46" says something behind the label "Children on the bus:"
            if any(c.isalpha() or (in_list and c.isdigit()) for c in clause.text):
                yield Clause(clause, nearest, not in_list, nearer)
            # "A tax was planned; it was dropped": a clause goes on from the one before it in its sentence
            nearest, nearer = clause, (clause, *nearer[: FARTHEST - 1])
        before, earlier = sentence, (sentence, *earlier[: FARTHEST - 1])


def read_statements(
    clause: Clause,
    parts: Sequence[Reworded],
    segment: Segment,
    known: Places[Mention],
    people: People,
    calendar: Calendar = NO_CALENDAR,
) -> Iterator[Statement]:
    """The statements that a clause makes: one, or one for each of its `parts`.

    `known` holds the segment's mentions; their offsets count from its start. `people` are those of them, and of the
    segments above, that are persons. `calendar` completes dates.
    """
    if not parts:
        yield _read(clause.span, segment, known, clause, people, calendar)
    for worded, doc in parts:
        alone = replace(segment, start=0, label=None)
        seen = list(seen_in(worded, known))
        people.add(doc, [m for m in seen if m.type == "PERSON"])
        read = _read(doc[:], alone, Places(seen), clause, people, calendar)
        yield put_back(read, worded, segment.start)

"""The tables of cases in tests/cases/tag, and how a text is read for them.

A table holds `[[case]]`s. `text` is a paragraph; `lines` are blocks in the notation of tests/blocks.py.
`known_failure = true` marks what the pipeline gets wrong as yet; the comment behind it says why.
"""

from datetime import date
from functools import cache
from typing import Any

from pipeline.records import Article, CleanArticle, Metadata, Statement, TaggedArticle, Value, ValueKind
from pipeline.tag.articles import tag_article
from pipeline.tag.packages import ENGLISH_PIPELINE
from tests.blocks import lay_out
from tests.tables import Case


def article(lines: tuple[str, ...], name: str = "a", published: str = "", language: str = "en") -> CleanArticle:
    text, blocks = lay_out(lines)
    about = Metadata(language=language, published=published)
    return CleanArticle(Article(name, f"{name}.txt", "text", "", "utf-8", about, text, blocks), name, (), blocks)


@cache
def tagged(lines: tuple[str, ...], name: str = "a", published: str = "") -> TaggedArticle:
    return tag_article(article(lines, name, published), ENGLISH_PIPELINE)


def lines_of(case: Case) -> tuple[str, ...]:
    return tuple(case["lines"]) if "lines" in case else (case["text"],)


def _amount(value: Value) -> str:
    if value.kind is ValueKind.DATE:
        ends = [date.fromordinal(int(day)).isoformat() for day in (value.low, value.high)]
    else:
        ends = [f"{end:.10g}" for end in (value.low, value.high)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


def show_value(value: Value) -> str:
    """One line for a value: "number 1550 warhead (deployed strategic)", "about money 3000000..5000000 USD"."""
    about = "about" if value.approximate else ""
    narrowed = f"({' '.join(value.qualifiers)})" if value.qualifiers else ""
    return " ".join(filter(None, (about, value.kind, _amount(value), value.unit, value.counted, narrowed)))


_FIELDS = """
    mood subject predicate object subject_terms terms names times polarity negations certainty antecedent past depends
    """.split()


def show_statement(statement: Statement, text: str) -> dict[str, Any]:
    """A statement's fields by name, as the tables give them."""
    spans = {
        name: text[span.start : span.end] if (span := getattr(statement, name)) else ""
        for name in ("label", "connective", "pronoun")
    }
    fields = {name: getattr(statement, name) for name in _FIELDS}
    lists = {name: list(field) for name, field in fields.items() if isinstance(field, tuple)}
    told = {"source": statement.attribution.source, "cue": statement.attribution.cue}
    return {**fields, **lists, **spans, **told, "words": text[statement.start : statement.end]}


def check_statement(case: Case) -> None:
    """`says` holds fields of the last statement, or of the one that `nth` counts from 0."""
    found = tagged(lines_of(case), published=case.get("published", ""))
    shown = show_statement(found.statements[case.get("nth", -1)], found.clean.article.text)
    assert {name: shown[name] for name in case["says"]} == case["says"]

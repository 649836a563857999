"""What becomes of the articles in other languages than English, and what a run says of them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.records import Article
from pipeline.tag.packages import ENGLISH, language_name, read_as, what_reads

# Warnings: no pipeline here reads the article's language; its names and claims are listed, and no more.
UNSUPPORTED, NOT_COMPARED = "lang_unsupported", "lang_not_compared"


def with_warning(article: Article, readable: Collection[str]) -> Article:
    """The article, warned of where it is not English; `readable` are the languages that a pipeline reads."""
    language = read_as(article.metadata.language)
    if language == ENGLISH:
        return article
    return replace(article, warnings=(*article.warnings, NOT_COMPARED if language in readable else UNSUPPORTED))


def lines_on_languages(articles: Sequence[Article]) -> Iterator[str]:
    """A line for each other language: what becomes of the articles in it, and what to install where nothing does."""
    counts = Counter((a.metadata.language, w) for a in articles for w in a.warnings if w in {UNSUPPORTED, NOT_COMPARED})
    for (language, warning), count in sorted(counts.items()):
        are = f"{'1 article is' if count == 1 else f'{count:,} articles are'} in {language_name(language)}"
        if warning == UNSUPPORTED:
            yield f"{are}, which no spaCy pipeline here reads: listed without claims. {what_reads(language)}"
        else:
            yield f"{are}: claims and names are listed, and compared with nothing."

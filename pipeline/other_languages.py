"""What a run says of the articles in other languages than English."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.records import Article
from pipeline.tag.packages import ENGLISH, UNSUPPORTED, language_name, read_as, what_reads


def lines_on_languages(articles: Sequence[Article]) -> Iterator[str]:
    """A line for each other language: what becomes of the articles in it, and what to install where nothing does."""
    counts = Counter((article.metadata.language, UNSUPPORTED in article.warnings) for article in articles)
    for (language, unsupported), count in sorted(counts.items()):
        are = "1 article is" if count == 1 else f"{count:,} articles are"
        if unsupported:
            why = "which no spaCy pipeline here reads: listed without claims."
            yield f"{are} in {language_name(language)}, {why} {what_reads(language)}"
        elif read_as(language) != ENGLISH:
            yield f"{are} in {language_name(language)}: claims and names are listed, and compared with nothing."

"""One article tagged. What is read of it, and what it is with its tags, is known without the language model."""

from pipeline.records import CleanArticle, KeptText, TaggedArticle, Tags


def kept_text(clean: CleanArticle) -> KeptText:
    """What of an article its tagging rests on."""
    return KeptText(clean.article.text, clean.kept, clean.article.metadata.published)


def with_tags(clean: CleanArticle, tags: Tags) -> TaggedArticle:
    """The article with what was found in its text."""
    return TaggedArticle(clean, tags.mentions, tags.statements)


def tag_text(read: KeptText, spacy_pipeline: str) -> Tags:
    """Mentions and statements of an article's text. Raises `Reject` for an endless paragraph."""
    from pipeline.tag.reading import read_text  # noqa: PLC0415 - spaCy takes a second, and only who reads has use for it

    return read_text(read, spacy_pipeline)


def tag_article(clean: CleanArticle, spacy_pipeline: str) -> TaggedArticle:
    """An article with its tags, as a run makes it of one that it has not read before."""
    return with_tags(clean, tag_text(kept_text(clean), spacy_pipeline))

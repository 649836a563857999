"""Which articles are compared: those in English, which the sentence model and the entailment model know alone."""

from pipeline.records import TaggedArticle
from pipeline.tag.packages import ENGLISH, read_as


def is_english(tagged: TaggedArticle) -> bool:
    """Whether an article is read as English; one whose language cannot be told is."""
    return read_as(tagged.clean.article.metadata.language) == ENGLISH

"""What is done to each input by itself: the parts of the stages that may run anywhere, in any number at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.clean.articles import Prepared, clean_article
from pipeline.errors import Reject
from pipeline.extract.articles import extract_article
from pipeline.extract.html.blocks.model import block_digest
from pipeline.inputs import Inputs
from pipeline.other_languages import with_warning
from pipeline.records import Article, CleanArticle, Rejected, TaggedArticle, Tags
from pipeline.tag.articles import kept_text, tag_text, with_tags
from pipeline.tag.model_files import language_model_digest
from pipeline.tag.packages import pipelines, read_as
from pipeline.workers import Runner

LONG = 100_000  # characters; of 711 real pages the longest article has a third of that
Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class Done(Generic[Out]):
    """What was made, in the order of `article_id`, and a row for each input that could not be worked on."""

    made: tuple[Out, ...]
    rejects: tuple[Rejected, ...]


def extracted(inputs: Inputs, runner: Runner) -> Done[Article]:
    """An article of each document. `inputs` are taken apart already."""
    notes = {note.path: note for note in inputs.notes}
    pairs = [(document, notes.get(document.path)) for document in inputs.documents]
    articles: list[Article] = []
    rejects: list[Rejected] = []
    extraction = (runner.settings.extraction,)
    outcomes = runner.map("extract", extract_article, pairs, Article, extra=extraction, model=block_digest())
    for (document, _), outcome in zip(pairs, outcomes, strict=True):
        if isinstance(outcome, Reject):
            size = len(document.content)
            rejects.append(Rejected(document.path, document.sha256, size, "extract", *outcome.args))
        else:
            articles.append(outcome)
    return Done(tuple(sorted(articles, key=lambda one: (one.article_id, one.path))), tuple(rejects))


def named_apart(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Rejected, ...]]:
    """The articles by id, and a row for each whose id another has: chance never makes two such names, an enemy may."""
    found: dict[str, Article] = {}
    rejects = []
    for article in sorted(articles, key=lambda one: (one.article_id, one.path)):
        first = found.setdefault(article.article_id, article)
        if first is not article:
            rejects.append(same_id(article, first.path))
    return tuple(found.values()), tuple(rejects)


def same_id(article: Article, path: str) -> Rejected:
    """The row for an article that has the id of the one at a path."""
    what, size = f"Its id is that of {path}.", len(article.text.encode())
    return Rejected(article.path, article.sha256, size, "extract", "same_id", what, "Rename it.")


def _parted(articles: Sequence[Article], outcomes: Sequence[Out | Reject], stage: str) -> Done[Out]:
    """What a stage made of the articles, and a row for each that it could not work on."""
    rejects = tuple(
        Rejected(article.path, article.sha256, len(article.text.encode()), stage, *outcome.args)
        for article, outcome in zip(articles, outcomes, strict=True)
        if isinstance(outcome, Reject)
    )
    return Done(tuple(outcome for outcome in outcomes if not isinstance(outcome, Reject)), rejects)


def warned(articles: Sequence[Article], runner: Runner) -> tuple[Article, ...]:
    """The articles, with a word of those that nothing here can read."""
    readable = pipelines(runner.settings.spacy_pipelines)
    return tuple(with_warning(article, readable) for article in articles)


def cleaned(items: Sequence[Prepared], runner: Runner) -> Done[CleanArticle]:
    """Each article without what is not its own statement."""
    articles = [article for article, _, _ in items]
    # Most collections are cleaned within a second here. A long article may take its time, and so needs to be killable.
    here = all(len(article.text) <= LONG for article in articles)
    return _parted(articles, runner.map("clean", clean_article, items, CleanArticle, here=here), "clean")


def _tagged(articles: Sequence[CleanArticle], runner: Runner) -> Iterator[tuple[CleanArticle, TaggedArticle | Reject]]:
    """Each article, read by the pipeline of its language; one that has none says nothing."""
    unread = dict.fromkeys({read_as(clean.article.metadata.language) for clean in articles}, "")
    for language, package in (unread | pipelines(runner.settings.spacy_pipelines)).items():
        written = [clean for clean in articles if read_as(clean.article.metadata.language) == language]
        if not package:
            yield from ((clean, TaggedArticle(clean, (), ())) for clean in written)
        elif written:
            model = language_model_digest(package)
            texts = [kept_text(clean) for clean in written]
            outcomes = runner.map("tag", tag_text, texts, Tags, extra=(package,), model=model)
            for clean, outcome in zip(written, outcomes, strict=True):
                yield clean, outcome if isinstance(outcome, Reject) else with_tags(clean, outcome)


def tagged(articles: Sequence[CleanArticle], runner: Runner) -> Done[TaggedArticle]:
    """Each article with its names and statements; whom the names mean is not settled yet."""
    found = sorted(_tagged(articles, runner), key=lambda one: one[0].article.article_id)
    return _parted([clean.article for clean, _ in found], [outcome for _, outcome in found], "tag")

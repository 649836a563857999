"""Every attack of bench/bad, each with two thousand pieces: it is read whole, told of, or refused for what it is."""

from hashlib import sha256

import pytest

from bench.bad.archives import archives
from bench.bad.dump import dumped, words_of
from bench.bad.pages import LAST, pages
from bench.bad.texts import encodings, markdown, records, rich, texts
from pipeline.clean.articles import clean_articles
from pipeline.errors import Reject
from pipeline.extract.articles import extract_article
from pipeline.inputs import Inputs
from pipeline.inputs.unpacking import unpacked
from pipeline.records import Article, Document
from pipeline.workers import Runner
from pipeline.workers.outcomes import MAY_PASS

SIZE = 2_000  # pieces; bench/hostile.py has ten times as many
TOLD = {"text_lost", "front_matter", "damaged_characters"}
FAMILIES = {
    "pages": dict(pages(SIZE)), "texts": dict(texts(SIZE)), "encodings": dict(encodings()),
    "markdown": dict(markdown(SIZE)), "rich": dict(rich(SIZE)), "records": dict(records(SIZE)),
    "archives": dict(archives(SIZE)),
}  # fmt: skip
# There the last sentence is in an element that no browser shows.
HIDDEN = {"nested-svg.html", "nested-span-hidden.html"}


def outcomes(files: dict[str, bytes], runner: Runner) -> dict[str, list[Article | Reject]]:
    """What became of each file, in processes that are killed when they take too long."""
    documents = tuple(Document(name, sha256(content).hexdigest(), content) for name, content in files.items())
    inside = unpacked(Inputs(documents, (), ()), runner)
    pairs = [(document, None) for document in inside.documents]
    found = runner.map("extract", extract_article, pairs, Article, extra=("best",))
    became: dict[str, list[Article | Reject]] = {name: [] for name in files}
    for (document, _), outcome in zip(pairs, found, strict=True):
        became[document.path.partition("#")[0]].append(outcome)
    for row in inside.rejects:
        became[row.path.partition("#")[0]].append(Reject(row.code, row.message, row.hint))
    return became


@pytest.fixture(scope="module")
def became(killable: Runner) -> dict[str, list[Article | Reject]]:
    """What became of every file, all families at once, because each time processes have to start."""
    files = {f"{family}/{name}": content for family, made in FAMILIES.items() for name, content in made.items()}
    return outcomes(files, killable)


@pytest.mark.parametrize("family", FAMILIES)
def test_attacks(family: str, became: dict[str, list[Article | Reject]]) -> None:
    files = FAMILIES[family]
    found = {name: became[f"{family}/{name}"] for name in files}
    refused = {name: [outcome.code for outcome in each if isinstance(outcome, Reject)] for name, each in found.items()}
    read = {name: [one for one in each if isinstance(one, Article)] for name, each in found.items()}
    assert [name for name, each in found.items() if not each] == []  # nothing vanishes
    assert {name: codes for name, codes in refused.items() if not MAY_PASS.isdisjoint(codes)} == {}
    silent = [
        name
        for name, articles in read.items()
        for article in articles
        if LAST.encode() in files[name]
        and name not in HIDDEN
        and LAST not in article.text
        and TOLD.isdisjoint(article.warnings)
    ]
    assert silent == []
    for articles in read.values():
        clean_articles(articles)


def test_the_dump_finds_what_is_lost() -> None:
    """The measure itself: it has the words that a reader sees, and not those of scripts."""
    words = dumped(
        b"<p>It rained.</p><script>secret()</script><!-- hidden --><p>Then it &amp; snowed.", "html", "utf-8"
    )
    assert words == words_of("It rained. Then it & snowed.")
    assert dumped(b"{\\rtf1 {\\fonttbl Arial;}It \\b rained\\b0 .}", "rtf", "") == ["it", "rained"]
    assert dumped(b"nothing of the kind", "docx", "") == []

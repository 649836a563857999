"""One document to one article: its format, its id, and what sources.csv adds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.extract import extractors
from pipeline.extract.articles import LONGEST_SLUG, article_id, extract_article
from pipeline.records import Article, Document, Envelope, Metadata, SourceNote

TEXT = b"The vote\n\nThe council of the town voted on Monday, and the motion was lost by two votes.\n"
PAGE = (
    b"<!DOCTYPE html><html><head><title>The vote</title></head><body><main><h1>The vote</h1>"
    b"<p>The council of the town voted on Monday, and the motion was lost by two votes.</p></main></body></html>"
)
MARKDOWN = b"---\ntitle: The vote\n---\n\n# The vote\n\nThe council of the town voted on *Monday*.\n"


def extract(path: str, content: bytes = TEXT, note: SourceNote | None = None) -> Article:
    return extract_article((Document(path, "f00", content), note))


@pytest.mark.parametrize(
    ("path", "content", "format_"),
    [
        ("a.txt", TEXT, "text"),
        ("a.TXT", TEXT, "text"),
        ("a", TEXT, "text"),
        ("b.c/a", TEXT, "text"),
        ("The U.S. and Russia", TEXT, "text"),
        ("a.", TEXT, "text"),
        ("a.html", PAGE, "html"),
        ("a.HTM", PAGE, "html"),
        ("a.md", MARKDOWN, "markdown"),
        ("a.txt", PAGE, "html"),
        ("a.md", PAGE, "html"),
        ("a.pdf", PAGE, "html"),
        ("a", PAGE, "html"),
        ("a.txt", b"\xef\xbb\xbf\r\n" + PAGE, "html"),
        ("a.txt", PAGE.decode().encode("utf-16"), "html"),
        ("a.txt", TEXT + PAGE, "text"),
    ],
)
def test_the_bytes_decide_then_the_name(path: str, content: bytes, format_: str) -> None:
    article = extract(path, content)
    assert (article.format, article.path, article.sha256) == (format_, path, "f00")
    assert article.metadata.language == "en"


@pytest.mark.parametrize("path", ["a.epub", "a.xlsx", "b.txt/a.jpeg", "a.txt.gz", "a.html~.bak"])
def test_an_unknown_ending(path: str) -> None:
    with pytest.raises(Reject) as caught:
        extract(path)
    assert caught.value.code == "unknown_format"
    assert re.search(r"\.\w+$", path)[0] in caught.value.message  # type: ignore[index]
    assert ".txt" in caught.value.hint


@pytest.mark.parametrize("path", ["a.txt", "a.html", "a.md"])
def test_an_empty_file(path: str) -> None:
    with pytest.raises(Reject) as caught:
        extract(path, b" \n")
    assert caught.value.code == "empty"


def test_formats_have_endings_of_their_own() -> None:
    endings = [suffix for extractor in extractors() for suffix in extractor.suffixes]
    assert len(set(endings)) == len(endings)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in endings)
    assert len({extractor.format for extractor in extractors()}) == len(extractors())


def test_what_sources_csv_says_wins() -> None:
    page = PAGE.replace(b"</head>", b'<meta property="og:site_name" content="A Paper"></head>')
    assert extract("a.html", page).metadata.site == "A Paper"
    note = SourceNote("a.html", "Agency", "The Paper", "2021-02-03", "https://paper.example/a")
    article = extract("a.html", page, note)
    metadata = article.metadata
    assert article.declared_origin == "Agency"
    assert (metadata.site, metadata.published, metadata.url) == ("The Paper", "2021-02-03", "https://paper.example/a")
    assert (metadata.title, metadata.language) == ("The vote", "en")


def test_where_sources_csv_is_silent_the_article_speaks() -> None:
    page = PAGE.replace(b"</head>", b'<meta property="og:site_name" content="A Paper"></head>')
    article = extract("a.html", page, SourceNote("a.html"))
    assert (article.metadata.site, article.declared_origin) == ("A Paper", "")


def enclosed(content: bytes, envelope: Envelope, note: SourceNote | None = None) -> Article:
    return extract_article((Document("feed.jsonl#17", "f00", content, envelope), note))


def test_the_envelope_names_the_format_where_the_bytes_do_not() -> None:
    fragment = b"<p>The vote was lost.</p>"
    assert enclosed(fragment, Envelope(".html")).format == "html"
    assert enclosed(fragment, Envelope(".txt")).format == "text"
    assert enclosed(PAGE, Envelope(".txt")).format == "html"


def test_field_by_field_the_surest_wins() -> None:
    page = PAGE.replace(
        b"</head>", b'<meta property="og:site_name" content="A Paper"><meta name="author" content="A"></head>'
    )
    envelope = Envelope(
        stated=Metadata(title="Stated", published="2021-02-03"),
        assumed=Metadata("Assumed", "Assumed", "Assumed", "2001", "https://assumed.example/a"),
    )
    metadata = enclosed(page, envelope, SourceNote("feed.jsonl#17", published="2021-02-04")).metadata
    assert metadata == Metadata("Stated", "A", "A Paper", "2021-02-04", "https://assumed.example/a", "en")


@pytest.mark.parametrize(
    "content",
    [
        "<p>La réunion a eu lieu à Genève.</p>",
        "La réunion a eu lieu à Genève.",
        "# Genève\n\n[La](http://x.example) **réunion** a eu lieu.",
    ],
)
def test_the_envelope_knows_the_encoding(content: str) -> None:
    article = enclosed(content.encode("cp850"), Envelope(".html" if "<p>" in content else ".txt", "cp850"))
    assert ("réunion" in article.text, article.encoding) == (True, "cp850")


def test_a_relative_address_is_that_of_the_page_around_it() -> None:
    page = PAGE.replace(b"</head>", b'<link rel="canonical" href="/vote"></head>')
    envelope = Envelope(".html", assumed=Metadata(url="https://paper.example/vote?print=1"))
    assert enclosed(page, envelope).metadata.url == "https://paper.example/vote"


GERMAN = "Der Rat der Stadt hat am Montag abgestimmt, und der Antrag ist mit zwei Stimmen gescheitert."
ENGLISH = "The council of the town voted on Monday, and the motion was lost by two votes."


@pytest.mark.parametrize(
    ("declared", "words", "language", "warnings"),
    [
        ("en", GERMAN, "de", ("declared_language:en",)),
        ("ru", ENGLISH, "en", ("declared_language:ru",)),
        ("de-AT", GERMAN, "de", ()),
        ("", GERMAN, "de", ()),
        ("fr", "Genève, lundi.", "fr", ()),
        ("", "Genève, lundi.", "", ()),
    ],
)
def test_the_words_decide_the_language(declared: str, words: str, language: str, warnings: tuple[str, ...]) -> None:
    page = f'<!DOCTYPE html><html lang="{declared}"><body><main><p>{words}</p></main></body></html>'
    article = extract("a.html", page.encode())
    assert (article.metadata.language, article.warnings) == (language, warnings)


def test_a_paragraph_in_another_language_is_told() -> None:
    article = extract("a.txt", f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH} It was late when they left.\n".encode())
    assert article.metadata.language == "en"
    assert [block.language for block in article.blocks] == ["", "de", ""]


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("new-start.html", "new-start-html"),
        ("2021.txt", "2021-txt"),
        ("a/b.txt", "a-b-txt-"),
        ("A.txt", "a-txt-"),
        ("a b.txt", "a-b-txt-"),
        ("a-b", "a-b-"),
        ("a--b.txt", "a-b-txt-"),
        ("a.b-c", "a-b-c-"),
        ("Москва.txt", "txt-"),
        ("***", "article-"),
    ],
)
def test_ids_are_readable(path: str, slug: str) -> None:
    """A plain path is its own slug, any other one has six digits behind it."""
    assert re.fullmatch(slug + (r"[0-9a-f]{6}" if slug.endswith("-") else ""), article_id(path))


def test_a_long_path_is_cut() -> None:
    folder = "reports-of-the-national-commission-on-the-causes-of-the-flood/second-volume-the-dams-and-the-rivers"
    ids = {article_id(f"{folder}/{i:04}.html") for i in range(5000)}
    assert len(ids) == 5000
    assert {len(slug) for slug in ids} == {LONGEST_SLUG + len("-0123456789ab")}


SIMILAR = st.text("aB-._/ é0", min_size=1, max_size=8)
PATHS = st.one_of(SIMILAR, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))


@given(st.sets(PATHS, min_size=2, max_size=30))
def test_no_two_paths_share_an_id(paths: set[str]) -> None:
    ids = {article_id(path) for path in paths}
    assert len(ids) == len(paths)
    assert all(re.fullmatch(r"[a-z0-9]+(?:-+[a-z0-9]+)*", slug) for slug in ids)


def test_a_path_that_looks_like_an_id() -> None:
    taken = article_id("2021/New START.html")
    assert article_id(taken) != taken
    assert article_id(".".join(taken.rsplit("-", 1))) != taken

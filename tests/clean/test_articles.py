"""Cleaning as a whole: what any articles must come out as, and what one article's drops may rest on in others."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.applying import _without
from pipeline.clean.articles import clean_article, clean_articles
from pipeline.clean.collection import ALONE
from pipeline.clean.rules import RULES
from pipeline.records import Article, Block, BlockKind, CleanArticle, Region, Span
from tests.blocks import article_of

PHRASES = [
    "The council voted on Monday.",
    "He said: “We will not sign.”",
    "The vote",
    "Share on Facebook",
    "Twitter",
    "Advertisement",
    "Subscribe now",
    "Read more:",
    "Read more: The vote",
    "© 2020 Openfield Notes",
    "About the author",
    "Jane Doe is a reporter covering energy.",
    "Comments",
    "12 comments",
    "Photo: Jane Doe",
    "FAQ",
    "Call our desk at any hour",
    "🌍",
]
KINDS = [kind for kind in BlockKind if kind is not BlockKind.TABLE_ROW]
LINES = st.builds(
    lambda kind, level, region, words: f"{kind}{f' {level}' if kind is BlockKind.HEADING else ''} @{region}: {words}",
    st.sampled_from(KINDS),
    st.integers(1, 4),
    st.sampled_from([Region.BODY] * 12 + list(Region)),
    st.sampled_from(PHRASES),
)
PAGES = st.lists(LINES, max_size=12)
SETS = st.lists(PAGES, min_size=1, max_size=4)


def articles_of(pages: Sequence[Sequence[str]]) -> list[Article]:
    return [article_of(lines, article_id=f"a{i}", title="The vote") for i, lines in enumerate(pages)]


def covers(article: CleanArticle, block: Block) -> bool:
    return any(drop.start <= block.start and block.end <= drop.end for drop in article.drops)


@given(SETS)
def test_every_block_is_kept_or_dropped(pages: list[list[str]]) -> None:
    for clean in clean_articles(articles_of(pages)):
        kept = set(clean.kept)
        for block in clean.article.blocks:
            assert (block in kept) is not covers(clean, block)
        assert [block for block in clean.article.blocks if block in kept] == list(clean.kept)


@given(SETS)
def test_drops_are_in_order_apart_and_explained(pages: list[list[str]]) -> None:
    reasons = {rule.name: rule.reason for rule in RULES}
    for clean in clean_articles(articles_of(pages)):
        at = 0
        for drop in clean.drops:
            assert at <= drop.start < drop.end <= len(clean.article.text)
            assert drop.reason == reasons[drop.rule]
            at = drop.end


@given(st.data())
def test_the_order_of_articles_does_not_matter(data: st.DataObject) -> None:
    articles = articles_of(data.draw(SETS))
    shuffled = data.draw(st.permutations(articles))
    assert set(clean_articles(articles)) == set(clean_articles(shuffled))


def again(article: CleanArticle, blocks: tuple[Block, ...]) -> set[str]:
    """The rules that drop something of what was kept."""
    return {drop.rule for drop in clean_article((replace(article.article, blocks=blocks), "", ALONE)).drops}


# A bio counts at the end of an article and a network's name beside another one: what later rules dropped around them
# may have brought them there. All other rules have nothing left to say.
BY_PLACE = {"author_blurb", "share"}


@given(SETS)
def test_a_second_cleaning_finds_nothing_new(pages: list[list[str]]) -> None:
    for clean in clean_articles(articles_of(pages)):
        assert again(clean, clean.kept) <= BY_PLACE


@given(PAGES)
def test_an_article_alone_has_no_boilerplate(lines: list[str]) -> None:
    (clean,) = clean_articles(articles_of([lines]))
    assert "boilerplate" not in {drop.rule for drop in clean.drops}


def kept_words(articles: Sequence[Article]) -> list[list[str]]:
    return [[c.article.text[b.start : b.end] for b in c.kept] for c in clean_articles(articles)]


def test_a_line_under_two_independent_articles_is_boilerplate() -> None:
    pages = [["The council voted.", "Call our desk at any hour"], ["The river rose.", "Call our desk at any hour"]]
    assert kept_words(articles_of(pages)) == [["The council voted."], ["The river rose."]]


STORY = [
    "The council of Tarn voted on Monday to close the old bridge, which engineers had called unsafe since the spring.",
    "Forty members were for it and twelve against, and the mayor, who had asked for a delay, left before the count.",
    "The bridge, built in 1871, carried nine thousand cars a day until a crack was found in its northern arch.",
]


def test_a_reprint_keeps_what_it_repeats() -> None:
    first, second = articles_of([STORY, STORY])
    cleaned = clean_articles([first, second])
    assert [clean.origin_id for clean in cleaned] == ["a0", "a0"]
    assert [clean.kept for clean in cleaned] == [first.blocks, second.blocks]


def test_two_reprints_and_another_article_with_their_footer() -> None:
    footer = "Call our desk at any hour"
    pages = [[*STORY, footer], [*STORY, footer], ["The river rose.", footer]]
    assert kept_words(articles_of(pages)) == [STORY, STORY, ["The river rose."]]


def of_site(pages: Sequence[Sequence[str]], site: str = "The Tarn Courier") -> list[Article]:
    return [replace(a, metadata=replace(a.metadata, site=site)) for a in articles_of(pages)]


NEWS = [
    ["The council voted to close the bridge.", "Forty members were for it.", "The mayor left before the count."],
    ["The river rose by two metres.", "Nobody was hurt.", "The mill stands in the water."],
    ["A school in Orne has no heating.", "Pupils sit in their coats.", "The boiler is from 1962."],
    ["The ferry is to run again.", "It was built in Gdansk.", "A ticket costs two euros."],
    ["Tarn Rovers lost by two goals.", "The keeper was sent off.", "They stay at the bottom."],
]


def test_what_five_articles_of_a_site_repeat_is_its_furniture() -> None:
    request, about = "Seen something? Tell our desk.", "The Tarn Courier belongs to its readers."
    pages = [[*lines[:2], request, *lines[2:], about] for lines in NEWS]
    assert kept_words(of_site(pages)) == NEWS


def test_the_blurbs_of_a_site_whatever_the_name() -> None:
    """Five authors in one sentence, and no byline says who they are."""
    authors = ["Jane Doe", "John Roe", "Anna Klein", "Ana Souza", "Anne Petit"]
    bios = [f"{name} lives by the river and has covered the valley since 2019." for name in authors]
    assert kept_words(of_site([[*lines, bio] for lines, bio in zip(NEWS, bios, strict=True)])) == NEWS


def test_one_blurb_with_a_byline_gives_the_others_away() -> None:
    bios = [
        f"{name} covers {beat} and lives by the river."
        for name, beat in [("Jane Doe", "farms"), ("John Roe", "courts")]
    ]
    articles = of_site([[*lines, bio] for lines, bio in zip(NEWS, bios, strict=False)])
    first = replace(articles[0], metadata=replace(articles[0].metadata, author="Jane Doe"))
    assert kept_words([first, articles[1]]) == NEWS[:2]


def test_what_many_articles_quote_stays() -> None:
    quoted = ["“We have waited long enough,” the mayor said.", "The minister said that the bridge would stay closed."]
    pages = [[*lines[:2], quoted[0], *lines[2:], quoted[1]] for lines in NEWS]
    assert kept_words(of_site(pages)) == pages
    assert kept_words(articles_of(pages)) == pages


def test_the_background_that_a_site_repeats_stays() -> None:
    pages = [[*lines, "The bridge was built in 1871 and carried nine thousand cars a day."] for lines in NEWS]
    assert kept_words(of_site(pages)) == pages


def test_papers_around_one_wire_story_keep_its_last_sentence() -> None:
    """None of them is independent of the story, so that its words stand in one place."""
    pages = [[*lines, *lines[::-1], *STORY] for lines in NEWS[:3]]
    assert kept_words(articles_of([*pages, STORY])) == [*pages, STORY]


def test_a_drop_inside_a_block_splits_it() -> None:
    """No rule does so today; the blocks that stay are cut all the same."""
    article = article_of(["one two three"])
    assert [(b.start, b.end) for b in _without(article.blocks, [Span(4, 7)], article.text)] == [(0, 3), (8, 13)]


def test_no_articles() -> None:
    assert clean_articles([]) == ()
    (empty,) = clean_articles(articles_of([[]]))
    assert (empty.kept, empty.drops, empty.origin_id) == ((), (), "a0")

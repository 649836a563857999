"""What holds for any text: spans that point at words, nothing across a block, the same result every time."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.records import Article, Block, BlockKind, CleanArticle, Metadata, TaggedArticle
from pipeline.tag.articles import tag_article
from pipeline.tag.packages import ENGLISH_PIPELINE

WORDS = """
    the treaty Treaty Russia Moscow U.S. US-Russia SALT I II START Kennedy Secretary of State said that is was not never
    no may and or but of in on to from between about more than at least half a two three third 30 1,550 2.6 million % $
    €18.5m 1-0 16 28 October May 1962 years five-year days he it they who which . , ; : ? ! ( ) “ ” " ’s - – — • 🚀 é
    中文
    """.split()
GAPS = st.sampled_from([" ", " ", " ", "", "\n", "  ", "\u00a0"])
STRETCH = st.lists(st.tuples(st.sampled_from(WORDS), GAPS), max_size=25).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
KINDS = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.TABLE_ROW])


@st.composite
def articles(draw: st.DrawFn) -> CleanArticle:
    """Blocks of words and punctuation, trimmed as the stages before leave them; published on a day or never."""
    text, blocks = "", []
    for stretch, kind in draw(st.lists(st.tuples(STRETCH, KINDS), max_size=4)):
        if words := stretch.strip():
            blocks.append(Block(kind, len(text), len(text) + len(words)))
            text += words + "\n\n"
    about = Metadata(language="en", published=draw(st.sampled_from(["", "2021", "1962-10-28"])))
    return CleanArticle(Article("a", "a.txt", "text", "", "utf-8", about, text, tuple(blocks)), "a", (), tuple(blocks))


def tag(clean: CleanArticle) -> TaggedArticle:
    return tag_article(clean, ENGLISH_PIPELINE)


def of(text: str) -> CleanArticle:
    """An article of one paragraph."""
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return CleanArticle(
        Article("a", "a.txt", "text", "", "utf-8", Metadata(language="en"), text, blocks), "a", (), blocks
    )


@given(articles())
@example(of("“"))
@example(of("one in"))
@example(of("between 3 and"))
@example(of("half a"))
@example(of("$"))
@settings(max_examples=80)
def test_spans(clean: CleanArticle) -> None:
    tagged = tag(clean)
    text = clean.article.text
    values = [value for statement in tagged.statements for value in statement.values]
    for span in (*tagged.mentions, *tagged.statements, *values):
        assert 0 <= span.start < span.end <= len(text)
        words = text[span.start : span.end]
        assert words == words.strip()
    for value in values:
        assert value.low <= value.high
    for statement in tagged.statements:
        block = clean.kept[statement.block]
        assert block.start <= statement.start < statement.end <= block.end
        for value in statement.values:
            assert statement.start <= value.start < value.end <= statement.end
    assert tag(clean) == tagged


@given(articles())
@settings(max_examples=40)
def test_mentions_do_not_overlap(clean: CleanArticle) -> None:
    found = tag(clean).mentions
    offices = [m for m in found if m.type == "ROLE"]
    for one, other in pairwise(found):
        nested = other.type == "GPE" and any(o.start <= other.start and other.end <= o.end for o in offices)
        assert one.end <= other.start or nested
        assert any(block.start <= one.start and one.end <= block.end for block in clean.kept)

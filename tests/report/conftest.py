"""A small result, written by hand: two articles that disagree on a number, and one thing that only one of them says."""

from collections.abc import Callable

import pytest

from pipeline.records import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    ClaimGroup,
    ClaimKind,
    ClaimPair,
    CleanArticle,
    Comparison,
    Drop,
    Entity,
    Mention,
    Metadata,
    Mood,
    Polarity,
    Position,
    Rejected,
    Relation,
    Result,
    Statement,
    Status,
    TaggedArticle,
    Value,
    ValueKind,
)

BURNED = "The fire in Lidice burned 44 homes, the ministry said."
BURNED_LESS = "At least 30 homes burned in Lidice."
RAINED = "It rained in October 1962."
SHARE = "Share this article"
EXPLANATION = "44 in one, at least 30 in the other."


def _article(article_id: str, title: str, sentences: list[str], published: str) -> TaggedArticle:
    text = "\n\n".join([*sentences, SHARE])
    kept, start = [], 0
    for sentence in sentences:
        kept.append(Block(BlockKind.PARAGRAPH, start, start + len(sentence)))
        start += len(sentence) + 2
    metadata = Metadata(title=title, site="Example", published=published, url="https://example.org/a", language="en")
    article = Article(article_id, f"{article_id}.html", "html", "ab" * 32, "utf-8", metadata, text, tuple(kept))
    drop = Drop(start, len(text), "share", "A share bar is not the article's own statement.")
    place = text.find("Lidice")
    mentions = (Mention(place, place + 6, "GPE", "lidice"),) if place >= 0 else ()
    return TaggedArticle(CleanArticle(article, article_id, (drop,), tuple(kept)), mentions, ())


def _claim(claim_id: str, tagged: TaggedArticle, quote: str, *values: Value, source: str = "") -> Claim:
    article = tagged.clean.article
    start = article.text.index(quote)
    end = start + len(quote)
    statement = Statement(
        start=start,
        end=end,
        block=0,
        mood=Mood.STATEMENT,
        subject="fire",
        predicate="burn",
        object="home",
        subject_terms=("fire",),
        terms=("fire", "burn", "home"),
        names=(),
        times=(),
        polarity=Polarity.POSITIVE,
        negations=0,
        certainty=Certainty.CERTAIN,
        attribution=Attribution(source, "said" if source else ""),
        values=values,
    )
    return Claim(
        claim_id=claim_id,
        article_id=article.article_id,
        origin_id=tagged.clean.origin_id,
        text=quote,
        quote=quote,
        start=start,
        end=end,
        section="",
        kind=ClaimKind.SENTENCE,
        context="",
        statement=statement,
        entity_ids=("lidice",),
        entity_types=("GPE",),
        subject_ids=(),
        place_ids=(),
        unclear=False,
        check_worthiness=0.75,
        published=None,
    )


@pytest.fixture
def make_result() -> Callable[..., Result]:
    """Builds the result; a test gives it a title, a quote or an explanation of its own."""

    def make(title: str = "Fire", burned: str = BURNED, explanation: str = EXPLANATION) -> Result:
        a = _article("a-fire", title, [burned, RAINED], "2021-02")
        b = _article("b-fire", "Homes burn", [BURNED_LESS], "")
        homes = Value(0, 2, ValueKind.NUMBER, 44, 44, counted="home")
        more = Value(0, 2, ValueKind.NUMBER, 30, float("inf"), counted="home")
        month = Value(0, 2, ValueKind.DATE, 716514, 716544)
        claims = (
            _claim("c3", b, BURNED_LESS, more),
            _claim("c1", a, burned, homes, source="the ministry"),
            _claim("c2", a, RAINED, month),
        )
        pair = ClaimPair(
            claim_a="c1",
            claim_b="c3",
            article_a="a-fire",
            article_b="b-fire",
            relation=Relation.CONFLICT,
            difference_types=("number",),
            entails="",
            confidence=0.912345,
            evidence_a="44",
            evidence_b="At least 30",
            explanation=explanation,
            text_a=burned,
            text_b=BURNED_LESS,
        )
        sides = (Position("A", burned, ("c1",), ("a-fire",)), Position("B", BURNED_LESS, ("c3",), ("b-fire",)))
        disputed = ClaimGroup(
            group_id="g9",
            status=Status.DISPUTED,
            topic="homes",
            statement=burned,
            n_articles=2,
            n_origins=2,
            supporting=("a-fire",),
            conflicting=("b-fire",),
            silent=(),
            difference_types=("number",),
            summary="44 or fewer.",
            positions=sides,
            coverage=(("a-fire", "conflict:A"), ("b-fire", "conflict:B")),
        )
        unique = ClaimGroup(
            group_id="g2",
            status=Status.UNIQUE,
            topic="rain",
            statement=RAINED,
            n_articles=1,
            n_origins=1,
            supporting=("a-fire",),
            conflicting=(),
            silent=("b-fire",),
            difference_types=(),
            summary="Only one says so.",
            positions=(Position("A", RAINED, ("c2",), ("a-fire",)),),
            coverage=(("a-fire", "agree"),),
        )
        entities = (Entity("lidice", "Lidice", "GPE", ("Liditz", "Lidice village"), ("a-fire", "b-fire"), 2),)
        rejects = (Rejected("broken.pdf", "cd" * 32, 12, "extract", "not_text", "No text.", "Add a copy with text."),)
        return Result((a, b), entities, Comparison(claims, (pair,), (unique, disputed)), rejects)

    return make


@pytest.fixture
def result(make_result: Callable[..., Result]) -> Result:
    return make_result()


@pytest.fixture
def empty() -> Result:
    return Result((), (), Comparison((), (), ()), ())

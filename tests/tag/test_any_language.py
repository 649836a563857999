"""Articles in French: sentences and names are read, and what only English words could tell is left open."""

import pytest

from pipeline.compare.claims import make_claims
from pipeline.records import Attribution, Certainty, Polarity, TaggedArticle
from pipeline.tag.articles import tag_article
from pipeline.tag.packages import pipelines
from tests.tables import Case, load
from tests.tag.cases import article, lines_of

FRENCH = pipelines({}).get("fr", "")
pytestmark = pytest.mark.skipif(not FRENCH, reason="no spaCy pipeline for French is installed")


def read(case: Case) -> TaggedArticle:
    return tag_article(article(lines_of(case), language="fr"), FRENCH)


@pytest.mark.parametrize("case", load("tag/any_language"))
def test_claims_and_names(case: Case) -> None:
    tagged = read(case)
    claims = list(make_claims(tagged))
    text = tagged.clean.article.text
    assert [claim.text for claim in claims] == case["claims"]
    for claim in claims:
        assert claim.quote == text[claim.start : claim.end]
    if claims:
        assert (claims[-1].context, claims[-1].section) == (case.get("context", ""), case.get("section", ""))
    if "names" in case:
        assert [f"{text[m.start : m.end]} = {m.type}" for m in tagged.mentions] == case["names"]


@pytest.mark.parametrize("case", load("tag/any_language"))
def test_what_is_not_read_is_left_open(case: Case) -> None:
    for statement in read(case).statements:
        assert (statement.polarity, statement.certainty) == (Polarity.UNREAD, Certainty.UNREAD)
        assert statement.attribution == Attribution()
        assert (statement.values, statement.subject, statement.predicate, statement.object) == ((), "", "", "")


def test_the_same_article_gives_the_same() -> None:
    case = {"lines": [line for param in load("tag/any_language") for line in param.values[0]["lines"]]}
    assert read(case) == read(case)

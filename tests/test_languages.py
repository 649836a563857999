"""Articles in several languages in one run: each is read in its own, and only the English ones are compared."""

from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from rich.console import Console

from pipeline.commands.explain import print_verdict
from pipeline.commands.summed_up import print_summary
from pipeline.errors import Stop
from pipeline.flow import State, through
from pipeline.inputs import read_inputs
from pipeline.other_languages import NOT_COMPARED, UNSUPPORTED, lines_on_languages, with_warning
from pipeline.records import Article, Metadata
from pipeline.run import Outcome, run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.summary import summary_of
from pipeline.tag.packages import pipelines
from pipeline.workers import Runner
from tests.compare.reading import runner_here

TEXTS = {
    "gazette.txt": "The council of Oskel closed the bridge in 1931. About 40 people were hurt in the storm of 1926.",
    "herald.txt": "The bridge was closed in 1931 by the council of Oskel. In the storm of 1926, some 40 were hurt.",
    "gazette-fr.txt": "Le conseil d'Oskel a fermé le pont en 1931. Environ 40 personnes ont été blessées en 1926.",
    "courrier.txt": "Le pont n'a pas été fermé en 1931, dit le conseil d'Oskel. Personne n'a été blessé en 1926.",
    "bericht.txt": "Der Rat von Oskel sperrte die Brücke im Jahr 1931. Bei dem Sturm wurden etwa 40 Menschen verletzt.",
}
FRENCH = {"gazette-fr-txt", "courrier-txt"}
needs_french = pytest.mark.skipif("fr" not in pipelines({}), reason="no spaCy pipeline for French is installed")
without_german = pytest.mark.skipif("de" in pipelines({}), reason="a spaCy pipeline for German is installed")


@pytest.fixture(scope="module")
def state(store: Store, tmp_path_factory: pytest.TempPathFactory) -> tuple[State, Path]:
    folder = tmp_path_factory.mktemp("languages")
    (folder / "raw").mkdir()
    for name, text in TEXTS.items():
        (folder / "raw" / name).write_text(f"{text}\n", encoding="utf-8")
    runner = Runner(Settings(), store, here=True)
    run(folder / "raw", folder / "output", runner)
    return through(read_inputs(folder / "raw", runner.settings.max_input_bytes), runner)[0], folder / "output"


def table(state: tuple[State, Path], name: str) -> pd.DataFrame:
    return pd.read_csv(state[1] / f"{name}.csv", keep_default_na=False)


def test_every_article_is_listed_in_its_language(state: tuple[State, Path]) -> None:
    found = dict(table(state, "articles")[["article_id", "language"]].itertuples(index=False))
    assert found == {"gazette-txt": "en", "herald-txt": "en", "bericht-txt": "de", **dict.fromkeys(FRENCH, "fr")}


@needs_french
def test_french_claims_are_listed_and_in_no_group(state: tuple[State, Path]) -> None:
    claims = table(state, "claims")
    french = claims[claims.article_id.isin(FRENCH)]
    assert set(french.article_id) == FRENCH
    assert set(french.group_id) == {""}
    articles = table(state, "articles").set_index("article_id")
    assert set(articles.warnings[sorted(FRENCH)]) == {NOT_COMPARED}
    assert set(french.polarity) == set(french.certainty) == {""}
    assert claims[claims.article_id == "gazette-txt"].group_id.ne("").all()


def test_only_english_is_compared(state: tuple[State, Path]) -> None:
    pairs, groups = table(state, "claim_pairs"), table(state, "claim_groups")
    assert len(pairs) > 0
    assert set(pairs.article_a) | set(pairs.article_b) == {"gazette-txt", "herald-txt"}
    named = {
        name for cells in (groups.supporting, groups.conflicting, groups.silent) for c in cells for name in c.split(";")
    }
    assert named - {""} <= {"gazette-txt", "herald-txt"}


@without_german
def test_what_no_pipeline_reads_is_told(state: tuple[State, Path]) -> None:
    articles = table(state, "articles").set_index("article_id")
    assert articles.warnings["bericht-txt"] == UNSUPPORTED
    assert articles.claims["bericht-txt"] == 0
    printed = StringIO()
    print_summary(Console(file=printed, width=400), Outcome(summary_of(state[0]), changed=True), state[1], "report")
    assert "1 article is in German, which no spaCy pipeline here reads" in printed.getvalue()
    assert "python -m spacy download de_core_news_sm" in printed.getvalue()


@needs_french
def test_a_claim_that_is_compared_with_nothing_is_not_explained(state: tuple[State, Path]) -> None:
    comparison = state[0].comparison
    one = {claim.article_id: claim.claim_id for claim in comparison.claims}
    with runner_here() as runner, pytest.raises(Stop, match="compared with nothing"):
        print_verdict(Console(), comparison, one["gazette-txt"], one["courrier-txt"], runner)


def written(language: str, *readable: str) -> Article:
    """An article in a language, where English and `readable` can be read."""
    article = Article("a", "a.txt", "text", "", "utf-8", Metadata(language=language), "", ())
    return with_warning(article, {"en", *readable})


@pytest.mark.parametrize(
    ("articles", "lines"),
    [
        ([], []),
        ([written("en"), written("")], []),
        ([written("fr", "fr"), written("fr", "de", "fr")], ["2 articles are in French: claims and names are listed"]),
        (
            [written("so", "fr")],
            ["1 article is in so, which no spaCy pipeline here reads: listed without claims."],
        ),
        (
            [written("fr"), written("de", "de")],
            ["1 article is in German: ", "1 article is in French, which no "],
        ),
    ],
)
def test_lines(articles: list[Article], lines: list[str]) -> None:
    told = list(lines_on_languages(articles))
    assert len(told) == len(lines)
    assert all(line.startswith(start) for line, start in zip(told, lines, strict=True))


def test_a_named_pipeline_that_is_missing_stops_the_run(store: Store, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(TEXTS["gazette.txt"], encoding="utf-8")
    settings = Settings(spacy_pipelines={"en": "en_core_web_huge"})
    with pytest.raises(Stop, match="'en_core_web_huge' is not installed"):
        run(tmp_path / "raw", tmp_path / "output", Runner(settings, store, here=True))

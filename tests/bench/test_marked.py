"""The reader of bench/data/names, and what bench/entities.py says where a pipeline is missing."""

from pathlib import Path

import pytest

from bench.entities import main
from bench.named.collection import TYPES, Name, Sentence
from bench.named.marked import read_marked

GOLD = Path(__file__).parents[2] / "bench/data/names/fr.md"


def written(folder: Path, text: str) -> Path:
    path = folder / "fr.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_documents_paragraphs_and_names(tmp_path: Path) -> None:
    text = "# Un titre\n\nÀ [Brévan LOC], la [cour d'appel\nde Lorne ORG].\n\nRien.\n\n# Un autre\n\n[Le Figaro ORG]\n"
    first, second = read_marked(written(tmp_path, text))
    assert first == [
        Sentence("À Brévan, la cour d'appel de Lorne.", (Name(2, 8, "LOC"), Name(13, 34, "ORG"))),
        Sentence("Rien.", ()),
    ]
    assert second == [Sentence("Le Figaro", (Name(0, 9, "ORG"),))]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# Un titre\n\nÀ [Brévan PLACE].\n", r"marks no name: \.\.\.À \[Brévan"),
        ("# Un titre\n\nÀ [Brévan].\n", "marks no name"),
        ("# Un titre\n\nÀ [ LOC].\n", "marks no name"),
        ("# Un titre\n\nÀ Brévan LOC].\n", "marks no name"),
        ("À [Brévan LOC].\n", "does not open with a title"),
        ("", "does not open with a title"),
    ],
)
def test_what_is_badly_marked_is_not_read(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_marked(written(tmp_path, text))


@pytest.mark.parametrize("path", sorted(GOLD.parent.glob("[a-z]*.md")), ids=lambda path: path.name)
def test_the_gold_set_is_what_its_readme_says(path: Path) -> None:
    documents = read_marked(path)
    names = [(s.text[n.start : n.end], n.type) for document in documents for s in document for n in s.names]
    counts = [len(documents), len(names), *(sum(kind == type_ for _, type_ in names) for kind in TYPES)]
    said = (GOLD.parent / "README.md").read_text(encoding="utf-8").splitlines()
    row = next(line for line in said if line.startswith(f"| `{path.name}`"))
    assert [int(cell) for cell in row.strip("| ").split(" | ")[1:]] == counts
    assert {len(document) for document in documents} == {2}
    assert all(any(map(str.isupper, words)) for words, _ in names)


def test_a_missing_pipeline_says_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--data", str(GOLD), "--pipelines", "fr_core_news_giant", "en_core_web_sm"])
    printed = capsys.readouterr().out
    assert "fr.md: fr_core_news_giant is skipped. The spaCy pipeline 'fr_core_news_giant' is not installed." in printed
    assert "en_core_web_sm" not in printed


def test_a_language_without_a_pipeline_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--data", str(GOLD), "--pipelines", "en_core_web_sm"])
    assert "fr.md: none of en_core_web_sm reads its language" in capsys.readouterr().out

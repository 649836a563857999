import numpy as np
import pytest

from pipeline.extract.html.blocks.features import features
from pipeline.extract.html.blocks.model import block_model
from pipeline.extract.html.blocks.second_opinion import words_of
from pipeline.extract.html.blocks.table import BESIDE, NONE, WINDOWS, Table, block_table
from pipeline.extract.html.dom import read
from pipeline.extract.html.main_content import main_content
from pipeline.extract.html.parsing import parse

HTML = "<nav><a href=/>Home</a></nav><article><h1>Treaty</h1><p>It was signed in spring.</p><ul><li>One</ul></article>"


def table_of(html, opinion=None):
    root = parse(html).root
    pieces = read(root)
    known = features(pieces, main_content(root, pieces, ("Treaty",)), [words_of(piece.text) for piece in pieces])
    return known, block_table(known, [len(piece.text.split()) for piece in pieces], opinion)


def test_a_row_a_block_and_a_name_a_column():
    known, table = table_of(HTML)
    assert table.rows.shape == (4, len(table.columns))
    assert len(set(table.columns)) == len(table.columns)
    assert np.isfinite(table.rows).all()
    for name, column in known.items():
        assert table.rows[:, table.columns.index(name)].tolist() == pytest.approx([float(value) for value in column])


@pytest.mark.parametrize("text", ["NATO met in Bonn", "Über Étienne und ÄÖÜ", "Ж или ж", "𝐁old 𝐛old ǅ", "a\u00a0B ¡C"])
def test_capitals_are_counted_as_python_counts_them(text):
    known, _ = table_of(f"<p>before</p><p>{text}</p><p>After</p>")
    words = text.split()
    assert known["upper"][1] == sum(map(str.isupper, text)) / len(text)
    assert known["capitalised"][1] == sum(word[0].isupper() for word in words) / len(words)
    assert list(known["capitalised"]) == [0, known["capitalised"][1], 1]


def test_neighbours_are_the_blocks_beside_and_beyond_the_ends_is_none():
    _, table = table_of(HTML)
    size = table.columns.index("size")
    for step in BESIDE:
        beside = table.rows[:, table.columns.index(f"size{step:+d}")]
        for i, value in enumerate(beside):
            assert value == (table.rows[i + step, size] if 0 <= i + step < len(beside) else NONE)


def test_the_second_opinion_has_its_columns():
    _, alone = table_of(HTML)
    _, table = table_of(HTML, [0.0, 1.0, 1.0, 0.5])
    added = set(table.columns) - set(alone.columns)
    assert {"opinion", *(f"opinion~{width}" for width in WINDOWS)} <= added
    assert table.rows[:, table.columns.index("opinion")].tolist() == [0.0, 1.0, 1.0, 0.5]
    assert np.ptp(table.rows[:, table.columns.index(f"opinion~{WINDOWS[0]}")]) == 0  # the window is wider than the page


def test_what_is_known_of_blocks():
    known, _ = table_of(HTML)
    home, title, text, item = ({name: column[i] for name, column in known.items()} for i in range(4))
    assert (home["linked"], home["mark"] >= 0, text["mark"] >= 0) == (1.0, True, False)
    assert (title["like_title"], title["from_title"], title["level"]) == (1.0, 0, 1)
    assert (text["linked"], text["ends"], text["inside"], text["from_title"]) == (0.0, True, True, 1)
    assert (item["in_ul"], text["in_ul"], item["in_article"]) == (True, False, True)


@pytest.mark.parametrize("with_opinion", [True, False])
def test_the_shipped_models_read_this_table_and_no_other(with_opinion):
    model = block_model(with_opinion=with_opinion)
    _, table = table_of(HTML, [0.0, 1.0, 1.0, 0.5] if with_opinion else None)
    chances = model.chances(table)
    assert len(chances) == 4
    assert all(0 < chance < 1 for chance in chances)
    with pytest.raises(ValueError, match="not the one that the model was trained on"):
        model.chances(Table(table.columns[::-1], table.rows))

import json
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.from_html import extract_html
from pipeline.extract.html.metadata.declared import declared
from pipeline.extract.html.metadata.json_ld import things, types_of
from pipeline.extract.html.metadata.stated import iso_date, language_code, people
from pipeline.extract.html.parsing import parse
from pipeline.records import Metadata

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "extract" / "html_metadata.toml").read_text())["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_metadata(case):
    expected = asdict(Metadata()) | {name: value for name, value in case.items() if name not in {"name", "html"}}
    assert asdict(extract_html(case["html"].encode()).metadata) == expected


def test_the_address_that_is_known():
    html = b"<link rel=canonical href=/2021/treaty><p>x"
    assert extract_html(html, "https://daily.example/?p=1").metadata.url == "https://daily.example/2021/treaty"
    assert extract_html(b"<p>x", "https://daily.example/?p=1").metadata.url == "https://daily.example/?p=1"


def test_json_ld_of_any_depth():
    deep = '{"a": ' * 100_000 + "1" + "}" * 100_000
    html = "".join(f'<script type="application/ld+json">{source}</script>' for source in (deep, '[[{"@type": "X"}]]'))
    assert [types_of(thing) for thing in things(parse(html).nodes)] == [("X",)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021", "2021"),
        ("2021-02", "2021-02"),
        (" 2021-02-03 04:05 ", "2021-02-03"),
        ("2021-02-03T23:00:00-05:00", "2021-02-03"),
        ("20210203", "2021-02-03"),
        ("3 February 2021", "2021-02-03"),
        ("3 February 2021 and 4 March 2021", ""),
        ("February 2021", ""),
        ("2021-13-01", ""),
        ("0000-00-00", ""),
        ("1612345678", ""),
        ("12.03.2021", ""),
        ("17.03.2021", "2021-03-17"),
        ("2021/2/3", "2021-02-03"),
        ("Wed, 02/17/2021 - 11:38", "2021-02-17"),
        ("Wed, 02/03/2021 - 11:38", ""),
        ("", ""),
    ],
)
def test_iso_dates(value, expected):
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    ("given_names", "expected"),
    [
        (["By Jane Doe"], ("Jane Doe",)),
        (["Written by: Jane Doe |"], ("Jane Doe",)),
        (["Byron Dias", "Vonda Lee"], ("Byron Dias", "Vonda Lee")),
        (["Jane Doe", "JANE DOE", " Jane  Doe "], ("Jane Doe",)),
        (["jane@x.example", "@jane", "www.x.example", "https://x.example"], ()),
        (["", "null", "42", "x" * 101], ()),
        (["Admin", "Site admin", "Staff writer", "Guest"], ()),
        (["Adminah Lee", "Guestave Roy", '"Jane Doe"'], ("Adminah Lee", "Guestave Roy", "Jane Doe")),
        (["Articles by Jane"], ("Articles by Jane",)),
        (["Maria &amp; Katerina"], ("Maria & Katerina",)),
    ],
)
def test_people(given_names, expected):
    assert people(given_names) == expected


def test_language_codes():
    assert [language_code(tag) for tag in ("en", "en-GB", "PT_br", "mul", "", "x-klingon", "日本")] == [
        "en",
        "en",
        "pt",
        "",
        "",
        "",
        "",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "name", "headline", "author", "datePublished", "publisher", "@graph"]),
            inner,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_ld_is_read_or_left_out(value):
    tree = parse(f'<script type="application/ld+json">{json.dumps(value)}</script>')
    said = declared(tree.nodes)
    assert all(isinstance(title, str) for title in said.titles)

import io
import tomllib
import zipfile
from pathlib import Path

import pytest

from pipeline.extract.from_odt import EXTRACTOR, extract_odt
from pipeline.records import Article, Document
from tests.blocks import show
from tests.refusing import code_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "odt.toml").read_text(encoding="utf-8"))

MIMETYPE = "application/vnd.oasis.opendocument.text"
STYLES = """<document-styles><styles>
<style family="paragraph" name="Title" display-name="Title"/>
<style family="paragraph" name="Odd" parent-style-name="Odd"/>
</styles><master-styles><master-page>
<header><p>the head</p></header><footer-left><p>the foot</p></footer-left></master-page>
</master-styles></document-styles>"""
AUTOMATIC = """
<style family="paragraph" name="P1" parent-style-name="Title"/>
<style family="text" name="Heavy"><text-properties font-weight="700"/></style>
<style family="text" name="Up"><text-properties text-position="super 58%"/></style>
<style family="text" name="Hidden"><text-properties display="none"/></style>
"""
META = """<document-meta><meta><title>The treaty</title><initial-creator>Jane Doe</initial-creator>
<creator>Editor</creator><date>2020-01-02</date></meta></document-meta>"""


def parts_of(body: str) -> dict[str, str]:
    content = f"<automatic-styles>{AUTOMATIC}</automatic-styles><body><text>{body}</text></body>"
    return {
        "mimetype": MIMETYPE,
        "META-INF/manifest.xml": "<manifest><file-entry/></manifest>",
        "styles.xml": STYLES,
        "content.xml": f"<document-content>{content}</document-content>",
    }


def packed(parts: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return content.getvalue()


def article_of(content: bytes) -> Article:
    return extract_odt(Document("a.odt", "abc", content))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_blocks(case):
    article = article_of(packed(parts_of(case["body"])))
    *lines, head, foot = [show(block, article.text) for block in article.blocks]
    assert lines == case["blocks"]
    assert (head, foot) == ("furniture: the head", "furniture: the foot")


def test_properties():
    body = "<p>Some words.</p>"
    metadata = article_of(packed(parts_of(body) | {"meta.xml": META})).metadata
    assert (metadata.title, metadata.author, metadata.published) == ("The treaty", "Jane Doe", "")


LOCKED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"plain words", "broken"),
        (packed(parts_of("<p>Some words.</p>"))[:700], "broken"),
        (packed({"mimetype": MIMETYPE}), "broken"),
        (packed(parts_of("<p>Some words.</p>") | {"META-INF/manifest.xml": LOCKED}), "encrypted"),
        (packed(parts_of("<p>Some words.")), "broken"),
        (packed(parts_of("") | {"styles.xml": "<document-styles/>"}), "no_text"),
        (packed(parts_of("<p/>") | {"content.xml": '<!DOCTYPE d [<!ENTITY a "x">]><d>&a;</d>'}), "broken"),
    ],
)
def test_rejects(content, code):
    assert code_of(article_of, content) == code


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (packed(parts_of("<p>x</p>")), True),
        (packed(parts_of("<p>x</p>"))[:100], True),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), False),
        (packed({"mimetype": "application/epub+zip"}), False),
        (b"PK\x03\x04", False),
        (b"", False),
    ],
)
def test_recognises(content, expected):
    assert EXTRACTOR.recognises(content) is expected

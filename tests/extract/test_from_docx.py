import io
import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import Reject
from pipeline.extract.from_docx import EXTRACTOR, extract_docx
from pipeline.records import Article, Document
from tests.blocks import show
from tests.refusing import code_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "docx.toml").read_text(encoding="utf-8"))

STYLES = """
<style type="paragraph" default="1" styleId="Standard"><name val="Normal"/></style>
<style type="paragraph" styleId="Title"><name val="Title"/><rPr><b/></rPr></style>
<style type="paragraph" styleId="berschrift1"><name val="heading 1"/></style>
<style type="paragraph" styleId="Chapter"><name val="Chapter"/><pPr><outlineLvl val="0"/></pPr></style>
<style type="paragraph" styleId="Strong"><name val="In circles"/><basedOn val="Strong"/><rPr><b/></rPr></style>
<style type="paragraph" styleId="ListBullet"><name val="List Bullet"/><pPr><numPr><numId val="1"/></numPr></pPr></style>
<style type="paragraph" styleId="TOC1"><name val="toc 1"/></style>
<style type="paragraph" styleId="Caption"><name val="caption"/></style>
<style type="paragraph" styleId="Quote"><name val="Quote"/></style>
<style type="paragraph" styleId="Pull"><name val="Our quotation"/><basedOn val="Quote"/></style>
"""
NUMBERING = """
<abstractNum abstractNumId="7">
<lvl ilvl="0"><numFmt val="bullet"/></lvl><lvl ilvl="1"><numFmt val="decimal"/></lvl>
</abstractNum>
<abstractNum abstractNumId="8"><lvl ilvl="0"><numFmt val="none"/></lvl></abstractNum>
<num numId="1"><abstractNumId val="7"/></num><num numId="2"><abstractNumId val="8"/></num>
"""
NOTE = '<{0} id="-1"><p><r><t>rule</t></r></p></{0}><{0} id="2"><p><r><{0}Ref/><t>{1}</t></r></p></{0}>'


def part(root: str, inner: str) -> str:
    """A part of the file, in Word's namespace, which its attributes have too."""
    named = re.sub(r'(?<=[ "])(\w+)="', r'w:\1="', re.sub(r"<(/?)(\w)", r"<\1w:\2", f"<{root}>{inner}</{root}>"))
    return named.replace(
        f"<w:{root}>", f'<w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    )


def parts_of(body: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": part("document", f"<body>{body}</body>"),
        "word/styles.xml": part("styles", STYLES),
        "word/numbering.xml": part("numbering", NUMBERING),
        "word/footnotes.xml": part("footnotes", NOTE.format("footnote", "A footnote.")),
        "word/endnotes.xml": part("endnotes", NOTE.format("endnote", "An endnote.")),
    }


def packed(parts: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def article_of(content: bytes) -> Article:
    return extract_docx(Document("a.docx", "abc", content))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_blocks(case):
    article = article_of(packed(parts_of(case["body"])))
    assert [show(block, article.text) for block in article.blocks] == case["blocks"]


WORDS = "<p><r><t>Some words.</t></r></p>"


@pytest.mark.parametrize(
    ("title", "creator", "expected"),
    [
        ("The treaty", "Jane Doe", ("The treaty", "Jane Doe")),
        ("The treaty", "Jane Doe;Bo Li", ("The treaty", "Jane Doe; Bo Li")),
        ("draft-3.docx", "Microsoft Office User", ("", "")),
        ("Microsoft Word - The treaty", "python-docx", ("The treaty", "")),
        ("Document 1", " ", ("", "")),
    ],
)
def test_properties(title, creator, expected):
    stated = f"<title>{title}</title><creator>{creator}</creator><created>2020-01-02</created>"
    core = f"<coreProperties>{stated}</coreProperties>"
    metadata = article_of(packed(parts_of(WORDS) | {"docProps/core.xml": core})).metadata
    assert (metadata.title, metadata.author) == expected
    assert metadata.published == ""  # the day on which a file was made is not that of publication


def test_a_byline_comes_before_the_owner_of_the_computer():
    core = "<coreProperties><title>The treaty</title><creator>Desk 4</creator></coreProperties>"
    body = '<p><pPr><pStyle val="Title"/></pPr><r><t>The treaty</t></r></p><p><r><t>By Jane Doe</t></r></p>' + WORDS
    assert article_of(packed(parts_of(body) | {"docProps/core.xml": core})).metadata.author == "Jane Doe"


def test_margins_are_furniture():
    margins = {f"word/{kind}1.xml": part("hdr", f"<p><r><t>the {kind}</t></r></p>") for kind in ("header", "footer")}
    article = article_of(packed(parts_of(WORDS) | margins))
    lines = [show(block, article.text) for block in article.blocks]
    assert lines == ["Some words.", "furniture: the footer", "furniture: the header"]


def test_the_other_dialect_and_another_name():
    parts = parts_of(WORDS)
    parts["word/document2.xml"] = parts.pop("word/document.xml").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    content = packed(parts)
    assert EXTRACTOR.recognises(content)
    assert article_of(content).text == "Some words."


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"plain words", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        (b"PK\x03\x04" + bytes(600), "broken"),
        (packed(parts_of(WORDS))[:900], "broken"),
        (packed({"word/other.xml": "<a/>"}), "broken"),
        (packed(parts_of("<p><r><t>Words.</t></r>")), "broken"),
        (packed(parts_of(WORDS) | {"word/styles.xml": ENTITIES + "<styles>&b;</styles>"}), "broken"),
        (packed({"word/document.xml": "<d>" * 300 + "</d>" * 300}), "broken"),
        (packed(parts_of("<p/>")), "no_text"),
    ],
)
def test_rejects(content, code):
    assert code_of(article_of, content) == code


def test_an_entity_that_names_a_file_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    parts = parts_of("<p><r><t>&amp;x;</t></r></p>")
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    parts["word/document.xml"] = doctype + parts["word/document.xml"].replace("&amp;x;", "&x;")
    with pytest.raises(Reject) as caught:
        article_of(packed(parts))
    assert "secret words" not in str(caught.value.args)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (packed(parts_of(WORDS)), True),
        (packed(parts_of(WORDS))[:600], True),
        (packed({"xl/workbook.xml": "<a/>"}), False),
        (b"PK\x03\x04", False),
        (b"about word/document.xml", False),
        (b"", False),
    ],
)
def test_recognises(content, expected):
    assert EXTRACTOR.recognises(content) is expected

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.extract.decoding import declared_charset, decode
from tests.refusing import code_of

FRENCH = "Les négociations ont repris à Genève après l’échec des pourparlers."
RUSSIAN = "Переговоры в Женеве продолжаются, заявил министр иностранных дел."
POLISH = "Rozmowy w Genewie trwały dłużej niż zakładano. Następne odbędą się w środę."
JAPANESE = "条約は失効する予定である。会談はジュネーブで続いている。"


@pytest.mark.parametrize(
    ("content", "declared", "text", "encoding"),
    [
        (FRENCH.encode(), "", FRENCH, "utf-8"),
        (b"plain", "", "plain", "utf-8"),
        # a mark at the beginning decides
        (codecs.BOM_UTF8 + FRENCH.encode(), "latin-1", FRENCH, "utf-8"),
        (FRENCH.encode("utf-16"), "utf-8", FRENCH, "utf-16"),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "", FRENCH, "utf-16"),
        (FRENCH.encode("utf-32"), "", FRENCH, "utf-32"),
        # without one
        (FRENCH.encode("utf-16-le"), "", FRENCH, "utf-16-le"),
        (FRENCH.encode("utf-16-be"), "", FRENCH, "utf-16-be"),
        # what is declared
        (RUSSIAN.encode("koi8-r"), "KOI8-R", RUSSIAN, "koi8-r"),
        (FRENCH.encode("cp1252"), "iso-8859-1", FRENCH, "cp1252"),
        (JAPANESE.encode("iso2022-jp"), "iso-2022-jp", JAPANESE, "iso2022_jp"),
        # what is declared wrongly
        (FRENCH.encode(), "iso-8859-1", FRENCH, "utf-8"),
        (FRENCH.encode("cp1252"), "utf-8", FRENCH, "cp1252"),
        (b"plain", "utf-16", "plain", "utf-8"),
        (b"plain", "hex", "plain", "utf-8"),
        (b"plain +AGE-", "utf-7", "plain +AGE-", "utf-8"),
        (b"plain", "no such thing", "plain", "utf-8"),
        (b"plain", "a\0b", "plain", "utf-8"),
        # what is found
        (FRENCH.encode("cp1252"), "", FRENCH, "cp1252"),
        (RUSSIAN.encode("cp1251"), "", RUSSIAN, "cp1251"),
        (POLISH.encode("iso8859-2"), "", POLISH, "iso8859_2"),
        (JAPANESE.encode("shift_jis"), "", JAPANESE, "cp932"),
        # a few broken bytes are not another encoding
        (FRENCH.encode() + b" \xff", "", FRENCH + " \ufffd", "utf-8"),
        (RUSSIAN.encode() + b" \xed\xa0\x80.", "", RUSSIAN + " \ufffd\ufffd\ufffd.", "utf-8"),
    ],
)
def test_decode(content, declared, text, encoding):
    assert decode(content, declared) == (text, encoding)


def test_newlines_become_one():
    assert decode(b"a\r\nb\rc\nd\r\r\ne")[0] == "a\nb\nc\nd\n\ne"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF16_LE + " \n".encode("utf-16-le"), "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"text\0with zeros", "binary"),
        (b"\x01\x02\x03\x04 text", "binary"),
        (codecs.BOM_UTF16_LE + b"a\0b", "undecodable"),
        (codecs.BOM_UTF8 + b"caf\xe9", "undecodable"),
    ],
)
def test_rejects(content, code):
    assert code_of(decode, content) == code


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=windows-1251>", "windows-1251"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?>", "iso-8859-2"),
        (b"<!--" + b"x" * 3000 + b"--><meta charset=utf-8>", "utf-8"),
        (b"<!--" + b"x" * 5000 + b"--><meta charset=utf-8>", ""),
        (b"<p>charset=utf-8", ""),
        (b"", ""),
    ],
)
def test_declared_charset(content, expected):
    assert declared_charset(content) == expected


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "latin-1", "shift_jis", "utf-16", "nonsense"]))
def test_any_bytes_are_text_or_rejected(content, declared):
    try:
        text, encoding = decode(content, declared)
    except Reject:
        return
    assert "\r" not in text
    assert "\0" not in text
    assert text.encode()  # no lone surrogates
    codecs.lookup(encoding)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_is_read_as_it_is(text):
    if text.strip() and not text.startswith("\ufeff"):
        assert decode(text.encode()) == (text, "utf-8")

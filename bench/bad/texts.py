"""Texts, Markdown, RTF, tables and mails that are meant to hurt."""

import codecs
from collections.abc import Iterator

from .pages import LAST, WORDS

_MAIL = b"From: a@quay.example\nMIME-Version: 1.0\nReceived: x\nSubject: The vote\n"


def texts(n: int) -> Iterator[tuple[str, bytes]]:
    """Plain text of one thing again and again."""
    pieces = {
        "one-word": "a", "lines": "w\n", "paragraphs": "w x y\n\n", "bullets": "- item one\n", "tabs": "a\tb\tc\n",
        "bars": "|", "colons": "a: ", "emoji": "\U0001f600 a ", "dots": ". ", "quotes": '"', "marks": "“a ",
        "parentheses": "(", "addresses": "http://", "mails": "a@", "commas": "a, ", "and": "and ", "hyphens": "a-",
        "apostrophes": "a'", "capitals": "A B ", "digits": "1 ", "zero-width": "\u200b", "marks-on-one": "\u0301",
        "questions": "What is it?\nIt is that.\n", "blanks": " ", "newlines": "\n", "returns": "\r",
    }  # fmt: skip
    for name, piece in pieces.items():
        yield f"{name}.txt", f"{WORDS}{piece * n}{LAST}".encode()
    yield "table.txt", ("Topic Details\n" + "Alpha beta gamma delta epsilon\n" * n).encode()
    yield "line.txt", (WORDS * n).encode()


def encodings() -> Iterator[tuple[str, bytes]]:
    """Bytes that say, or look like, another encoding than they are in."""
    text = f"{WORDS * 4}Müller et Lefèvre ont protesté à Genève. {LAST}"
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252", "cp037", "utf-7"):
        yield f"{name}.txt", text.encode(name, "replace")
    russian = "Переговоры в Женеве продолжаются, заявил министр иностранных дел. "
    yield "koi8.txt", (russian * 9).encode("koi8-r")
    yield "mixed.txt", text.encode() + text.encode("cp1252") * 3
    yield "wrong-mark.txt", codecs.BOM_UTF16_LE + text.encode()
    yield "two-marks.txt", codecs.BOM_UTF8 * 2 + text.encode()
    yield "cut-utf-16.txt", text.encode("utf-16")[:-1]
    yield "overlong.txt", text.encode() + b"\xc0\xaf\xe0\x80\xaf" * 40
    yield "surrogates.txt", text.encode() + b"\xed\xa0\x80" * 40 + text.encode()
    yield "nul.txt", text.encode() + b"\0" + text.encode()
    yield "controls.txt", text.encode() + b"\x01\x1b[31m\x07" + text.encode()
    yield "lone-returns.txt", text.replace(". ", ".\r").encode()
    yield "declared-wrongly.html", b"<!DOCTYPE html><meta charset=utf-16><p>" + text.encode("cp1252")
    yield "empty.txt", b""
    yield "no-words.txt", b"?! ... \n\n ***\n"
    yield "binary.txt", bytes(range(256)) * 9
    yield "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(90)


def markdown(n: int) -> Iterator[tuple[str, bytes]]:
    """Marks that Markdown has to look for the end of."""
    pieces = {
        "stars": "*", "brackets": "[", "link-openings": "[a](", "images": "![", "quotes": ">", "lists": "- ",
        "references": "[a]: b\n", "tags": "<a ", "entities": "&#", "addresses": "<http://a", "emphasis": "*a **b ",
    }  # fmt: skip
    for name, piece in pieces.items():
        yield f"{name}.md", (f"# The vote\n\n{WORDS}\n\n" + piece * n + f"\n\n{LAST}\n").encode()
    yield "table.md", ("|a|b|\n|-|-|\n" + "|x|y|\n" * n).encode()
    yield "ticks.md", "".join("`" * i + "a" for i in range(n // 30)).encode()
    yield "front-matter.md", ("---\na: " + "[" * n + f"\n---\n{WORDS}").encode()
    laughs = "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
    yield "front-matter-laughs.md", f"---\na0: &a0 [x]\n{laughs}---\n\n{WORDS}\n".encode()


def rich(n: int) -> Iterator[tuple[str, bytes]]:
    """RTF with groups, signs and numbers without end."""
    pieces = {
        "groups": b"{", "signs": b"\\'41", "paragraphs": b"\\par a", "rows": b"\\trowd\\cellx100 a\\cell\\row ",
        "unicode": b"\\u-10240?", "binary": b"\\bin99999999999 ", "numbers": b"\\u" + b"9" * 400 + b" ",
    }  # fmt: skip
    for name, piece in pieces.items():
        yield f"{name}.rtf", b"{\\rtf1 " + WORDS.encode() + piece * n + b" \\par " + LAST.encode() + b"}"


def records(n: int) -> Iterator[tuple[str, bytes]]:
    """Tables, lines of JSON and mails with too much in them."""
    yield "deep.jsonl", b'{"text":' + b"[" * n + b"]" * n + b"}\n"
    yield "number.jsonl", b'{"text":"It rained on Monday.","id":' + b"1" * n + b"}\n"
    yield "surrogate.jsonl", b'{"text":"It rained \\ud800 on Monday.","title":"\\udfff","id":"\\ud800"}\n'
    yield "formula.jsonl", b'{"text":"It rained on Monday.","title":"=1+1","site":"@x","author":"-1+1","id":"+1"}\n'
    yield "columns.csv", b",".join(b"c%d" % i for i in range(n)) + b",text\n" + b"," * n + b"It rained\n"
    yield "quote.csv", b'id,text\n1,"' + b'a""' * n
    yield "parts.eml", (
        _MAIL + b"Content-Type: multipart/mixed; boundary=a\n\n"
        + b"--a\nContent-Type: text/plain\n\nIt rained.\n" * (n // 10) + b"--a--\n"
    )  # fmt: skip
    boundaries = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(n // 50))
    yield "nested.eml", _MAIL + boundaries + b"Content-Type: text/plain\n\nIt rained.\n"
    yield "words.eml", _MAIL.replace(b"The vote", b"=?utf-8?q?a?= " * n) + b"\nIt rained on Monday.\n"
    yield "comments.eml", _MAIL.replace(b"a@quay", b"(" * n + b"a@quay") + b"\nIt rained on Monday.\n"
    yield "headers.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * n
    yield "records.warc", b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" * n
    yield "objects.pdf", b"%PDF-1.4\n" + b"1 0 obj<</Type/Catalog>>endobj\n" * n

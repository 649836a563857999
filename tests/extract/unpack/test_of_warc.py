"""Web archives: as Wget and warcio write them, and as servers and crawlers spoil them."""

import gzip
import io
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.errors import Reject
from pipeline.extract.articles import extract_article
from pipeline.extract.unpack.of_warc import CONTAINER
from tests.extract.unpack.reading import contents, opened, refusals

SAMPLES = Path(__file__).parent / "samples"
PAGE = "<!DOCTYPE html><title>The mast</title><h1>The mast</h1><p>It is 84 metres tall – for now.</p>".encode()
URL = "https://quaylantern.example/mast"
HTML = ("Content-Type", "text/html; charset=utf-8")


def chunked(body: bytes, size: int = 30) -> bytes:
    pieces = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x;x=y\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def archive(
    body: bytes = PAGE,
    *headers: tuple[str, str],
    url: str = URL,
    status: str = "200 OK",
    kind: str = "response",
    warc: dict[str, str] | None = None,
    compressed: bool = False,
) -> bytes:
    """A web archive of one record, by warcio."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    http = None if kind == "resource" else StatusAndHeaders(status, list(headers or [HTML]), protocol="HTTP/1.1")
    record = writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=http,
        warc_headers_dict=warc,
        warc_content_type="text/html",
    )
    writer.write_record(record)
    return out.getvalue()


def test_what_wget_fetched() -> None:
    site = "http://quaylantern.example/"
    inside = opened("ferry.warc.gz", (SAMPLES / "ferry.warc.gz").read_bytes())
    articles = {found.path.rpartition("/")[2]: extract_article((found, None)) for found in inside.documents}
    assert {name: (a.format, a.metadata.title) for name, a in articles.items()} == {
        "index.html": ("html", "The ferry stops for ten days"),
        "mast.html": ("html", "A new mast on Tor Hill"),
        "tides.txt": ("text", "Tides at Ost"),
    }
    assert articles["mast.html"].metadata.url == site + "mast.html"
    assert articles["mast.html"].metadata.published == ""  # the page is silent, and the day of the capture is another
    assert refusals(inside) == {
        f"ferry.warc.gz#{site}robots.txt": "not_an_article",
        f"ferry.warc.gz#{site}page.css": "not_an_article",
        f"ferry.warc.gz#{site}gone.html": "http_status",
        f"ferry.warc.gz#{site}dot.png": "not_an_article",
    }


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(PAGE, [HTML], id="plain"),
        pytest.param(
            PAGE, [("content-type", "application/xhtml+xml"), ("Content-Length", str(len(PAGE)))], id="XHTML, measured"
        ),
        pytest.param(gzip.compress(PAGE), [HTML, ("Content-Encoding", "gzip")], id="gzip"),
        pytest.param(PAGE, [HTML, ("Content-Encoding", "gzip")], id="gzip that the crawler unpacked"),
        pytest.param(PAGE, [HTML, ("Content-Encoding", "br"), ("Content-Length", "9999")], id="brotli, unpacked"),
        pytest.param(chunked(PAGE), [HTML, ("Transfer-Encoding", "chunked")], id="chunked"),
        pytest.param(
            chunked(gzip.compress(PAGE)),
            [HTML, ("Transfer-Encoding", "Chunked"), ("Content-Encoding", "gzip")],
            id="gzip in chunks",
        ),
        pytest.param(PAGE, [HTML, ("Transfer-Encoding", "chunked")], id="chunks that the crawler joined"),
    ],
)
@pytest.mark.parametrize("compressed", [False, True])
def test_bodies(body: bytes, headers: list[tuple[str, str]], compressed: bool) -> None:  # noqa: FBT001 - a column of the table
    inside = opened("a.warc", archive(body, *headers, compressed=compressed))
    assert contents(inside) == {f"a.warc#{URL}": PAGE}
    assert inside.documents[0].envelope.assumed.url == URL


def test_the_server_says_the_encoding() -> None:
    body = "<!DOCTYPE html><p>It cost € 2 million.</p>".encode("cp1252")
    inside = opened("a.warc", archive(body, ("Content-Type", "text/html; charset=windows-1252")))
    article = extract_article((inside.documents[0], None))
    assert (article.encoding, article.text) == ("cp1252", "It cost € 2 million.")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(archive(status="404 Not Found"), "http_status", id="not found"),
        pytest.param(archive(b"", ("Location", "/x"), status="301 Moved"), "http_status", id="redirect"),
        pytest.param(archive(b"x", ("Content-Type", "image/png")), "not_an_article", id="picture"),
        pytest.param(archive(b"x", ("Server", "x")), "not_an_article", id="no type"),
        pytest.param(
            archive(b"User-agent: *", ("Content-Type", "text/plain"), url="https://quaylantern.example/robots.txt"),
            "not_an_article",
            id="robots.txt",
        ),
        pytest.param(archive(PAGE, HTML, ("Content-Length", str(len(PAGE) + 1))), "cut_off", id="too short"),
        pytest.param(
            archive(chunked(PAGE)[:-5], HTML, ("Transfer-Encoding", "chunked")), "cut_off", id="no last chunk"
        ),
        pytest.param(archive(chunked(PAGE)[:50], HTML, ("Transfer-Encoding", "chunked")), "cut_off", id="half a chunk"),
        pytest.param(
            archive(gzip.compress(PAGE)[:-12], HTML, ("Content-Encoding", "gzip")), "cut_off", id="gzip, cut off"
        ),
        pytest.param(archive(b"\x8b\x00\x00", HTML, ("Content-Encoding", "br")), "content_encoding", id="brotli"),
        pytest.param(
            archive(zlib.compress(PAGE), HTML, ("Content-Encoding", "deflate")), "content_encoding", id="deflate"
        ),
        pytest.param(archive(warc={"WARC-Truncated": "length"}), "cut_off", id="truncated by the crawler"),
        pytest.param(archive(kind="revisit"), "repeated", id="revisit"),
    ],
)
def test_what_is_no_article(content: bytes, code: str) -> None:
    inside = opened("a.warc", content)
    assert list(refusals(inside).values()) == [code]
    assert inside.documents == ()


def test_a_resource_is_kept_without_its_http_headers() -> None:
    assert contents(opened("a.warc", archive(kind="resource"))) == {f"a.warc#{URL}": PAGE}


@pytest.mark.parametrize("url", ["dns:quaylantern.example", "metadata://crawler/log", "urn:x"])
def test_a_crawlers_own_notes_are_no_records(url: str) -> None:
    inside = opened("a.warc", archive() + archive(url=url, kind="resource"))
    assert list(contents(inside)) == [f"a.warc#{URL}"]
    assert inside.rejects == ()


def test_captures_of_one_address() -> None:
    other = PAGE.replace(b"84", b"86")
    twice = opened("a.warc", archive() + archive(status="503 Busy") + archive())
    assert list(contents(twice)) == [f"a.warc#{URL}"]
    assert sorted(refusals(twice).values()) == ["http_status", "repeated"]
    changed = contents(opened("a.warc", archive() + archive(other)))
    assert sorted(changed.values()) == sorted([PAGE, other])
    assert all(path.startswith(f"a.warc#{URL}~") for path in changed)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (archive()[:-50], "cut_off"),
        (archive() + b"and more", "damaged"),
        (archive().replace(b"Content-Length: ", b"Content-Length: x", 1), "cut_off"),
        (gzip.compress(archive())[:-20], "cut_off"),
        (archive(gzip.compress(bytes(40_000_000)), HTML, ("Content-Encoding", "gzip")), "bomb"),
        (archive(kind="request", status="GET / HTTP/1.1"), "empty"),
    ],
    ids=["cut off", "something behind it", "no length", "gzip, cut off", "bomb", "only requests"],
)
def test_an_archive_that_is_refused_as_a_whole(content: bytes, code: str) -> None:
    with pytest.raises(Reject) as caught:
        opened("a.warc", content)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("head", "is_one"), [(b"WARC/1.1\r\nWARC-Type: warcinfo", True), (b"WARC is peace", False), (b"", False)]
)
def test_recognised(head: bytes, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert CONTAINER.recognises(head) is is_one

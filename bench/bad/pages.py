"""HTML pages that are meant to hurt: too deep, too many, too long, or torn."""

from collections.abc import Iterator

WORDS = "The council of the town voted on Monday, and the motion was lost by two votes. "
LAST = "The clerk closed the meeting at nine."  # what an article has lost if it is not there


def page(body: str, head: str = "") -> bytes:
    """An article with something bad in the middle of it."""
    return (
        f"<!DOCTYPE html><html><head><title>The vote</title>{head}</head><body><main><h1>The vote</h1>"
        f"<p>{WORDS * 4}</p>{body}<p>{WORDS * 3}{LAST}</p></main></body></html>"
    ).encode(errors="surrogatepass")


def repeated(n: int) -> Iterator[tuple[str, str]]:
    """A name, and a piece of a page so often as costs most."""
    yield "tiny-paragraphs", "".join(f"<p>w{i}</p>" for i in range(n))
    yield "tiny-divs", "<div>x</div>" * n
    yield "headings", "<h2>head</h2>" * n
    yield "attributes", "<p " + " ".join(f'a{i}="{i}"' for i in range(n)) + ">x</p>"
    yield "one-attribute", "<p" + " a=1" * n + ">x</p>"
    yield "classes", '<p class="' + " ".join(f"c{i}" for i in range(n)) + '">x</p>'
    yield "one-class", '<p class="' + "a" * 20 * n + '">x</p>'
    yield "style", '<p style="' + "display " * n + '">x</p>'
    yield "cells", "<table><tr>" + "<td>a</td>" * n + "</tr></table>"
    yield "rows", "<table>" + "<tr><td>a</td><td>b</td></tr>" * n + "</table>"
    yield "spans", "<table>" + '<tr><td rowspan="65534" colspan="1000">a</td></tr>' * (n // 200) + "</table>"
    yield "options", "<select>" + "<option>a</option>" * n + "</select>"
    yield "items", "<ul>" + "<li>item of a list</li>" * n + "</ul>"
    yield "links", "<a href=x>y z</a> " * n
    yield "breaks", "a line of text<br>" * n
    yield "stray-ends", "</div>" * n + "<x>" * (n // 10) + "</y>" * (n // 10)
    yield "openings", "<a" * n
    yield "less-than", "<" * n
    yield "ampersands", "&a" * n
    yield "comments", "<!-- -" * n
    yield "comment-openings", "<!--" * n
    yield "scripts", "<script>" * n
    yield "cdata", "<![CDATA[" * n
    yield "instructions", "<?x " * n
    yield "quotes", "<a b='" * n + '<a b="' * n
    yield "blanks", " " * 20 * n
    yield "no-break-spaces", "\u00a0" * 20 * n
    yield "dashes", "<p>" + "- " * n + "</p>"
    yield "digits", "<p>" + "1" * 20 * n + "</p>"
    yield "days", "<p>" + "1 January 2021 " * n + "</p>"
    yield "byline", "<p>By " + "Anna Maria " * n + "</p>"
    yield "quotation-marks", "<p>" + "“a " * n + "</p>"
    yield "one-word", "<p>" + "a" * 20 * n + "</p>"
    yield "one-paragraph", f"<p>{WORDS * n}</p>"


def nested(n: int) -> Iterator[tuple[str, str]]:
    """A name, and elements in each other."""
    for opening in ("<div>", "<b>", "<p>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<span hidden>", "<svg>"):
        name = opening.replace("<", " ").replace(">", "").strip().replace(" ", "-")
        yield f"nested-{name}", opening * n + "deep"
    yield "nested-and-closed", "<div>" * n + "deep" + "</div>" * n


def torn() -> Iterator[tuple[str, str]]:
    """A name, and what parsers lose the rest of a page after."""
    yield "nul", "<p>a\0b</p>"
    yield "surrogate", "<p>a\ud800b</p>"
    yield "surrogate-reference", "<p>a&#xD800;b&#55296;c&#x110000;&#99999999999;</p>"
    yield "unclosed-comment", "<p>Before.</p><!-- never closed <p>" + "Inside. " * 9
    yield "unclosed-quote", '<p title="never closed>Inside. ' + "More of it. " * 20
    yield "early-end", "</main></body></html><p>After the end.</p>"
    yield "frameset", "<frameset><frame src=a></frameset>"
    yield "plaintext", "<plaintext>"
    yield "base", '<base href="http://[">'
    yield "script", "<script>alert('x')</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>here</a>"
    yield "formula", '<h2>=HYPERLINK("http://x.example","y")</h2><p>=1+1 and @SUM(1) and +cmd|\' /C calc\'!A0</p>'
    yield "bidi", "<p>\u202eThe end is at the beginning.\u202c \u200b\u2066x\u2069\ufeff</p>"


def heads(n: int) -> Iterator[tuple[str, str]]:
    """A name, and what is bad in the head of a page."""
    yield "metas", "<meta name=author content='A B'>" * n
    yield "json-ld-deep", '<script type="application/ld+json">' + "[" * n + "</script>"
    things = ",".join(f'{{"@type":"NewsArticle","headline":"x","author":{{"name":"A {i}"}}}}' for i in range(n // 5))
    yield "json-ld-many", f'<script type="application/ld+json">[{things}]</script>'
    yield "address", '<link rel=canonical href="http://[">'


def pages(n: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every page, the worst of each with `n` pieces."""
    for name, body in (*repeated(n), *nested(n), *torn()):
        yield f"{name}.html", page(body)
    for name, head in heads(n):
        yield f"head-{name}.html", page("", head)

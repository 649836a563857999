"""What other tools give of a page's structure, each in its richest output."""

from collections.abc import Callable, Iterator

from lxml import etree, html

from structured.blocks import Seen, heading, plain, row

Reader = Callable[[str], list[Seen]]

INSTALL = "pip install trafilatura readability-lxml resiliparse"
_SIMPLE = {"p": "paragraph", "li": "list_item", "blockquote": "quote", "figcaption": "caption", "pre": "paragraph"}
_BLOCKS = frozenset(_SIMPLE) | {"h1", "h2", "h3", "h4", "h5", "h6", "div", "ul", "ol", "table", "tr", "section", "dl"}


def _text(element: etree._Element) -> str:
    return plain("".join(map(str, element.itertext())))


def _with_headers(blocks: list[Seen]) -> list[Seen]:
    """Rows with what the header row above them says, where it has as many cells: any user would do that much."""
    names: tuple[str, ...] = ()
    found: list[Seen] = []
    for block in blocks:
        if block.kind == "header_row":
            names = block.cells
            found.append(row(list(filter(None, names)), is_header=True))
        elif block.kind == "table_row":
            over = names if len(names) == len(block.cells) else ("",) * len(block.cells)
            filled = [(cell, name) for cell, name in zip(block.cells, over, strict=True) if cell]
            found.append(row([cell for cell, _ in filled], [name for _, name in filled]))
        else:
            names = ()
            found.append(block)
    return found


def _trafilatura() -> Reader:
    from trafilatura import extract  # noqa: PLC0415 - may not be installed

    kinds = {"p": "paragraph", "item": "list_item", "quote": "quote"}

    def read(page: str) -> list[Seen]:
        found = extract(page, output_format="xml", include_tables=True, include_comments=False, with_metadata=True)
        if not found:
            return []
        root = etree.fromstring(found.encode())
        blocks = [heading(root.get("title") or "", 1)]
        for element in root.iterfind("main//*"):
            if element.tag == "head":
                blocks.append(heading(_text(element), int((element.get("rend") or "h2")[1:])))
            elif element.tag == "row":
                cells = element.findall("cell")
                is_header = bool(cells) and all(cell.get("role") == "head" for cell in cells)
                blocks.append(row(list(map(_text, cells)), is_header=is_header))
            elif element.tag in kinds and not any(up.tag in {"cell", "quote"} for up in element.iterancestors()):
                blocks.append(Seen(kinds[element.tag], _text(element)))
        return _with_headers(blocks)

    return read


def _leaves(root: html.HtmlElement) -> Iterator[Seen]:
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "tr":
            cells = list(element.iterchildren("td", "th"))
            yield row(list(map(_text, cells)), is_header=all(cell.tag == "th" for cell in cells))
        elif tag in _BLOCKS and not any(inner.tag in _BLOCKS for inner in element.iterdescendants()):
            around = {up.tag for up in element.iterancestors()}
            words = _text(element)
            if not words or "tr" in around:
                continue
            kind = (
                "quote" if "blockquote" in around else "list_item" if "li" in around else _SIMPLE.get(tag, "paragraph")
            )
            yield heading(words, int(tag[1])) if tag[1:].isdigit() else Seen(kind, words)


def _readability() -> Reader:
    from readability import Document  # noqa: PLC0415 - may not be installed

    def read(page: str) -> list[Seen]:
        document = Document(page)
        return _with_headers([heading(document.short_title(), 1), *_leaves(html.fromstring(document.summary()))])

    return read


def _resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    def read(page: str) -> list[Seen]:
        lines = extract_plain_text(page, main_content=True, list_bullets=True, alt_texts=False).splitlines()
        kinds = ("list_item" if line.lstrip().startswith("•") else "paragraph" for line in lines)
        return [Seen(k, plain(line.replace("•", " ", 1))) for k, line in zip(kinds, lines, strict=True) if line.strip()]

    return read


def _beautifulsoup() -> Reader:
    from bs4 import BeautifulSoup  # noqa: PLC0415 - as the others

    def read(page: str) -> list[Seen]:
        lines = BeautifulSoup(page, "lxml").get_text("\n").splitlines()
        return [Seen("paragraph", plain(line)) for line in lines if line.strip()]

    return read


PEERS: dict[str, Callable[[], Reader]] = {
    "trafilatura": _trafilatura,
    "readability": _readability,
    "resiliparse": _resiliparse,
    "bs4 get_text": _beautifulsoup,
}

"""What the styles and the numbering of a Word document make of its paragraphs."""

from collections.abc import Iterator

from pipeline.extract.numbers import number_in
from pipeline.extract.paged.markup import Element, attribute, child, children, value
from pipeline.extract.paged.styles import PLAIN, Kind, heading, kind_named

BODY_TEXT = 9  # the outline level that means none; headings have 0 to 8
_OFF = frozenset({"0", "false", "off", "none"})


def is_on(properties: Element | None, wanted: str) -> bool | None:
    """A switch such as `b`, None where the properties are silent."""
    found = child(properties, wanted)
    return None if found is None else attribute(found, "val") not in _OFF


class Styles:
    """Looks up the styles of paragraphs, and those that they are based on."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(styles, "style")}
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}
            ),
            "",
        )
        self._formats = dict(_formats(numbering))

    def _chain(self, style_id: str) -> Iterator[Element]:
        """A style and what it is based on, each once: a broken file may go in circles."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = value(self._styles[style_id], "basedOn")

    def _paragraph_chain(self, properties: Element | None) -> list[Element]:
        return list(self._chain(value(properties, "pStyle") or self._default))

    def kind(self, properties: Element | None) -> Kind:
        """What a paragraph with these `pPr` is: by the names of its styles, then by its outline level."""
        chain = self._paragraph_chain(properties)
        if named := next(filter(None, (kind_named(value(style, "name")) for style in chain)), None):
            return named
        found = (value(given, "outlineLvl") for given in (properties, *(child(style, "pPr") for style in chain)))
        level = number_in(next(filter(None, found), ""))
        return heading(level + 1) if level is not None and level < BODY_TEXT else PLAIN

    def depth(self, properties: Element | None) -> int:
        """How deep in lists a paragraph is; 0 for none."""
        number, level = "", ""
        for given in (properties, *(child(style, "pPr") for style in self._paragraph_chain(properties))):
            number = number or value(given, "numPr", "numId")
            level = level or value(given, "numPr", "ilvl")
        depth = number_in(level) or 0
        is_none = number in {"", "0"} or self._formats.get((number, depth)) == "none"
        return 0 if is_none else depth + 1

    def is_bold(self, paragraph: Element | None, run: Element | None) -> bool:
        """Whether a run is bold, by itself, its character style or the paragraph's styles."""
        styles = [*self._chain(value(run, "rStyle")), *self._paragraph_chain(paragraph)]
        found = (is_on(given, "b") for given in (run, *(child(style, "rPr") for style in styles)))
        return next((bold for bold in found if bold is not None), False)


def _formats(numbering: Element | None) -> Iterator[tuple[tuple[str, int], str]]:
    """The format of each level of each list: "bullet", "decimal", "none" for one without a mark, and others."""
    levels = {attribute(one, "abstractNumId"): one for one in children(numbering, "abstractNum")}
    for number in children(numbering, "num"):
        for level in children(levels.get(value(number, "abstractNumId")), "lvl"):
            depth = number_in(attribute(level, "ilvl"))
            if depth is not None:
                yield (attribute(number, "numId"), depth), value(level, "numFmt")

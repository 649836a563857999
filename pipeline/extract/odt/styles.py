"""What the styles of an OpenDocument text make of its paragraphs and words."""

from collections.abc import Iterable, Iterator

from pipeline.extract.numbers import number_in
from pipeline.extract.paged.markup import Element, attribute, child, children
from pipeline.extract.paged.styles import PLAIN, Kind, kind_named

_BOLD = 600  # a weight in numbers from which on type is called bold


def _is_heavy(weight: str) -> bool:
    return weight == "bold" or (number_in(weight) or 0) >= _BOLD


class Styles:
    """Looks up styles, those that the program made for single places too, and what they are based on."""

    def __init__(self, groups: Iterable[Element | None]) -> None:
        self._styles = {
            (attribute(style, "family"), attribute(style, "name")): style
            for group in groups
            for style in children(group, "style")
        }

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """A style and what it is based on, each once: a broken file may go in circles."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = attribute(style, "parent-style-name")

    def _stated(self, family: str, name: str, wanted: str) -> str:
        """An attribute of the words' properties in the first style that has it."""
        given = (attribute(child(style, "text-properties"), wanted) for style in self._chain(family, name))
        return next(filter(None, given), "")

    def kind(self, name: str) -> Kind:
        """What a paragraph of this style is."""
        names = [name]
        for style in self._chain("paragraph", name):
            names += [attribute(style, "display-name"), attribute(style, "name"), attribute(style, "parent-style-name")]
        return next(filter(None, map(kind_named, names)), PLAIN)

    def is_bold(self, paragraph: str, text: str) -> bool:
        """Whether words are bold, by their own style or the paragraph's."""
        weight = self._stated("text", text, "font-weight") or self._stated("paragraph", paragraph, "font-weight")
        return _is_heavy(weight)

    def is_raised(self, text: str) -> bool:
        """Whether words stand above the line."""
        return self._stated("text", text, "text-position").startswith("super")

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether words are not printed."""
        return self._stated(family, name, "display") == "none"

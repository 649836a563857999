"""SVG elements. Nothing that comes from an article can be more than a text or an attribute's value."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from pipeline.report.page.unseen import plain

CHARACTER = 7.2  # pixels, of the average letter in text of 13 pixels, in wide fonts


def element(tag: str, *content: Markup, **attributes: str | float) -> Markup:
    """`class_` is the attribute `class`, `data_place` is `data-place`; numbers are cut to a tenth of a pixel.

    >>> element("rect", x=1.25, class_="agree")
    Markup('<rect x="1.2" class="agree"/>')
    """
    html = Markup("<") + tag
    for name, value in attributes.items():
        if value != "":
            written = value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
            html += Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), written)
    inside = Markup().join(content)
    return html + (Markup(">{}</{}>").format(inside, tag) if content else Markup("/>"))


def text(words: str, x: float, y: float, width: float = 0, **attributes: str | float) -> Markup:
    """`words` on one line, cut to about `width` pixels, with the whole as a tooltip where it is cut."""
    line = plain(words)
    most = int(width / CHARACTER)
    if not width or len(line) <= most:
        return element("text", escape(line), x=x, y=y, **attributes)
    short = escape(f"{line[: most - 1].rstrip()}…")
    return element("text", short, element("title", escape(line)), x=x, y=y, **attributes)


def slanted(words: str, x: float, y: float, width: float) -> Markup:
    """`words` over a column, rising to the right from (x, y)."""
    return text(words, 0, 0, width, transform=f"translate({x:.1f} {y:.1f}) rotate(-45)")


def drawing(parts: Iterable[Markup], width: float, height: float, title: str, alternative: str, name: str) -> Markup:
    """A picture with its title and description for those who do not see it."""
    size = f"0 0 {width:.0f} {height:.0f}"
    named = element("title", escape(title), id=f"{name}-title")
    described = element("desc", escape(alternative), id=f"{name}-words")
    return element(
        "svg", named, described, *parts, viewBox=size, width=round(width), height=round(height), role="img",
        aria_labelledby=f"{name}-title {name}-words",
    )  # fmt: skip

"""What the source of a page says by itself: its words, got without a parser, and whether it ends before its end."""

import re
from collections import Counter
from functools import lru_cache
from html import unescape

from pipeline.extract.html.tree import NOT_TEXT

_HIDING = "|".join(sorted(NOT_TEXT - {"meta", "option", "rp", "annotation"}))
_HIDES = re.compile(rf"<!--|<({_HIDING})\b", re.IGNORECASE)
_NESTING = frozenset({"audio", "canvas", "object", "svg", "template", "video"})  # the others end at their first end tag
# A quotation mark that is missing ends a value at the opening one of another attribute: at its equals sign.
_VALUE = r"""(?:"(?:[^"<>]*+"|[^"]*+(?<!=)(?<!=\s)")|'(?:[^'<>]*+'|[^']*+(?<!=)(?<!=\s)')|[^\s"'<>]++)"""
# Where what is between the brackets is no list of attributes, the first bracket that comes is taken for the end; where
# that one opens a tag, the bracket before it is all that is taken for markup.
_MARKUP = re.compile(
    rf"""</?([a-z][\w:-]*+)(?:(?:[\s/]*+[^\s"'<>/=]++(?:\s*+=\s*+{_VALUE})?)*+[\s/]*+>|[^<>]*+>|)|<[!?][^<>]*+>?""",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?<!\S)\S{0,40}://\S*")
_LOOKS = frozenset("b i em strong span sup sub font small u s mark abbr code wbr".split())  # they divide no words
_ENDED = "article|aside|blockquote|div|ol|section|span|table|ul"  # elements whose end nobody leaves out
_TAGS = re.compile(rf"<(/?)({_ENDED}|html|body)\b", re.IGNORECASE)
_PAGE_ENDS = re.compile(r"</(?:html|body)\b", re.IGNORECASE)


class _Ends:
    """Finds where what is hidden ends. What never ends hides nothing here: it may have swallowed the article."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._next: dict[str, tuple[re.Match[str] | None, int]] = {}  # and up to where that was looked for
        self._torn: set[str] = set()  # kinds that do not nest on this page as they should

    def of(self, kind: str, at: int) -> int | None:
        """The place behind the element `kind`, or the comment, whose first tag ends before `at`."""
        comment = kind == "!--"
        first = self._following("-->" if comment else rf"</{kind}\b[^<>]*+>?", at, len(self._html))
        if first is None:
            return None
        if kind in _NESTING:
            return self._outermost(kind, at) or first.end()
        # Nobody writes two of them in each other, but for what scripts write: a tag of that kind right behind an end
        # tag shows that this one had lost its own.
        another = "<!--" if comment else rf"</[a-z][a-z\d]*+>\s*+<{kind}\b[^<>]*+>(?!['\"\\])"
        again = self._following(another, at, first.end())
        return None if again and again.start() < first.start() else first.end()

    def _following(self, expression: str, at: int, end: int) -> re.Match[str] | None:
        """The next of its kind before `end`; it is looked for once, however many begin before it."""
        known, looked = self._next.get(expression, (None, 0))
        if looked < end if known is None else known.start() < at:
            known = re.compile(expression, re.IGNORECASE).search(self._html, at, end)
            self._next[expression] = known, end
        return known

    def _outermost(self, kind: str, at: int) -> int | None:
        depth = 1
        if kind in self._torn:
            return None
        for tag in re.compile(rf"<(/?){kind}\b[^<>]*+>?", re.IGNORECASE).finditer(self._html, at):
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.end()
        self._torn.add(kind)
        return None


@lru_cache(1)  # of a page it is asked twice
def shown(html: str) -> str:
    """The page without what no reader sees."""
    ends, kept, at = _Ends(html), [], 0
    for begin in _HIDES.finditer(html):
        if begin.start() < at:
            continue
        if (end := ends.of((begin[1] or "!--").lower(), begin.end())) is not None:
            kept.append(html[at : begin.start()])
            at = end
    return " ".join([*kept, html[at:]])


def source_text(html: str) -> str:
    """All that a page shows, and more: what looks like markup is taken out, and no tree is made.

    >>> source_text("<p title='a > b'>One <b>T</b>wo<script>if (a < b) c()</script>").split()
    ['One', 'Two']
    >>> source_text('<p title="One.</p><p class="x">Two.').split()
    ['title="One.', 'Two.']
    """
    texts = _MARKUP.split(shown(html))  # every second one is what a tag is called
    instead = {kind: "" if kind and kind.lower() in _LOOKS else " " for kind in {*texts[1::2]}}
    texts[1::2] = [instead[kind] for kind in texts[1::2]]
    return unescape("".join(texts))


def says_as_much(html: str, plain: str) -> bool:
    """Whether a page has at least half the words of what goes with it as the same text without markup.

    Else it is a teaser, or asks to be opened elsewhere, and the text is the article.
    """
    return 2 * len(_WORD.findall(source_text(html))) >= len(_WORD.findall(_ADDRESS.sub(" ", plain)))


def ends_early(html: str) -> bool:
    """Whether a page was cut off: it never ends, and neither does an element in it whose end nobody leaves out.

    Of 711 real pages 4 never end, and all such elements of theirs do.
    """
    if _PAGE_ENDS.search(seen := shown(html)):
        return False
    tags = Counter((tag[2].lower(), tag[1]) for tag in _TAGS.finditer(seen))
    if not (tags["html", ""] or tags["body", ""]):
        return False
    return any(tags[name, ""] > tags[name, "/"] for name in _ENDED.split("|"))

"""Characters that nobody sees, made visible: they may hide words, split them, or turn the order of a line around."""

import re

from markupsafe import Markup, escape

# Controls, zero-width spaces and joiners, marks that override the direction of writing, tags. Joiners and direction
# marks belong to how Persian, Hindi, Hebrew or an emoji is written: behind a Latin letter or a digit they do not.
UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
    "|(?<=[0-9A-Za-z])[\u200c-\u200f\u061c]"
)
"""A pattern that Python and JavaScript (with its flag `u`) read alike: the page's script has it from here."""

_UNSEEN = re.compile(UNSEEN)


def _code(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"


def plain(text: str) -> str:
    r"""`text` on one line, with codes in the place of what nobody sees.

    >>> plain("pay\u200bments"), plain("a\u202egnp.exe")
    ('pay⟨U+200B⟩ments', 'a⟨U+202E⟩gnp.exe')
    """
    return " ".join(_UNSEEN.sub(lambda match: f"⟨{_code(match)}⟩", text).split())


def flagged(text: str) -> Markup:
    r"""`text` as HTML, with a flag in the place of each character that nobody sees.

    >>> flagged("a<b\u202ec")
    Markup('a&lt;b<span class="unseen">U+202E</span>c')
    """
    html, end = Markup(), 0
    for match in _UNSEEN.finditer(text):
        html += escape(text[end : match.start()]) + Markup('<span class="unseen">{}</span>').format(_code(match))
        end = match.end()
    return html + escape(text[end:])

"""JSON inside HTML: readable by `JSON.parse`, and unable to end the element that holds it or to begin another."""

import json
from typing import Any

from markupsafe import Markup

# `<` begins `</script>` and `<!--`; the two separators end a line in old readers of JavaScript.
_HARMLESS = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def embedded(data: Any) -> Markup:
    r"""`data` as JSON without white space.

    >>> embedded({"title": "</script><!-- &"})
    Markup('{"title":"\\u003c/script\\u003e\\u003c!-- \\u0026"}')
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_HARMLESS))  # noqa: S704 - what HTML could take for markup is escaped above

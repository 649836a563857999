"""Addresses inside the page, behind `#`: what is looked at, and by which filters. `script/state.js` reads them."""

from urllib.parse import quote, urlencode


def place(kind: str, name: str) -> str:
    """The address of one thing.

    >>> place("claim", "c1"), place("article", "a b&c")
    ('claim-c1', 'article-a%20b%26c')
    """
    return f"{kind}-{quote(name, safe='')}"


def filtered(**filters: str) -> str:
    """The address of a selection.

    >>> filtered(status="unique", article="a&b")
    'status=unique&article=a%26b'
    """
    return urlencode(filters, quote_via=quote, safe="")

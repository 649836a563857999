"""How the browser is started, and what opens a page in it."""

from collections.abc import Callable

from playwright.sync_api import Page

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

Open = Callable[..., Page]
"""`open_page(fragment="", of=file, **options of the browser's context)`."""

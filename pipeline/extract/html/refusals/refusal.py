"""Whether a page holds an article at all, or what a server, a script or a paywall puts in its place."""

from pipeline.errors import Reject
from pipeline.extract.html.refusals.notices import NOTICES, holds
from pipeline.extract.html.refusals.page_view import PageView, is_full
from pipeline.extract.html.refusals.paywall import PAYWALL, is_stub


def refuse_without_article(page: PageView) -> None:
    """Raises `Reject` with the code of the notice or wall that a page is; else it may be an article."""
    if is_full(page):
        return
    notice = next((notice for notice in NOTICES if holds(notice, page)), PAYWALL if is_stub(page) else None)
    if notice:
        raise Reject(notice.code, notice.message, notice.hint)

"""The page put together: templates, style and script, and a policy that lets nothing else run or load."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.records import Result, Status
from pipeline.report.page.data import page_data
from pipeline.report.page.embedding import embedded
from pipeline.report.page.figures import figures
from pipeline.report.page.glance import cards, lead, topics
from pipeline.report.page.left_out import left_out
from pipeline.report.page.unseen import flagged, plain
from pipeline.report.page.view import View, counted, is_web, speakers

STATIC_GROUPS = 150  # shown without the script; claim_groups.csv has all

# What later ones build on comes first.
_STYLE = ("base", "controls", "groups", "reader", "figures", "paper")
_SCRIPT = (
    "data",
    "building",
    "state",
    "selection",
    "groups",
    "list",
    "reader",
    "left_out",
    "export",
    "controls",
    "page",
)

STATUSES = (
    (Status.DISPUTED, "Disputed", "The sides cannot both be true."),
    (Status.DIFFERING, "Differing", "The accounts differ, and all can be true."),
    (Status.SHARED, "Agreed", "Two origins or more say so."),
    (Status.SINGLE_ORIGIN, "One origin", "Several articles say so, all of them copies of one source."),
    (Status.UNIQUE, "One article", "No other article speaks of it."),
)


@cache
def _together(folder: str, names: tuple[str, ...], ending: str) -> str:
    room = files("pipeline.report.page") / folder
    return "\n".join((room / f"{name}{ending}").read_text(encoding="utf-8") for name in names)


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(style: str, script: str) -> str:
    """The page's own style and script, by their hashes, and nothing from anywhere else."""
    return (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; base-uri 'none'; "
        "form-action 'none'"
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.report.page"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"words": flagged, "plain": plain, "counted": counted, "is_web": is_web}
    return environment


def _context(view: View) -> dict[str, Any]:
    ids = [tagged.clean.article.article_id for tagged in view.articles]
    return {
        "view": view,
        "topics": topics(view),
        "lead": lead(view),
        "cards": cards(view),
        "figures": figures(view),
        "left_out": left_out(view),
        "statuses": STATUSES,
        "static": view.groups[:STATIC_GROUPS],
        "speakers": speakers,
        "hrefs": {name: f"text/{quote(name, safe='')}.txt" for name in ids},
        "data": embedded(page_data(view)),
    }


def page_of(result: Result) -> str:
    """The whole page."""
    style, script = _together("style", _STYLE, ".css"), _together("script", _SCRIPT, ".js")
    page = (
        _environment()
        .get_template("page.html.jinja")
        .render(
            _context(View(result)),
            policy=policy(style, script),
            style=Markup(style),  # noqa: S704 - our own files
            script=Markup(script),  # noqa: S704 - our own files
        )
    )
    return f"{page.strip()}\n"

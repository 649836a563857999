"""docs/reference.md: settings, JSON and exit codes, made from the code that decides them."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from pipeline.commands.settings import in_toml
from pipeline.judgements import Judgements
from pipeline.plan import Plan
from pipeline.reasons import reasons
from pipeline.records import Rejected
from pipeline.report.differences import Cell, Difference
from pipeline.settings import CONFIG_NAME, Columns, Settings
from pipeline.summary import Dispute, Side, Summary, Warned

RUN_KEYS = {
    "tellings": "the version",
    "changed": "whether the run did anything; `false` where nothing had changed since the last one",
    **reasons(Summary),
}
DIFF_KEYS = {
    "not_compared": "tables that one of the two outputs has not, or has from another version",
    "differences": "the rows that came, went or changed, table by table",
}

_PAGE = """\
# Reference

Made from the code. `tellings COMMAND --help` tells every option.

## Settings

`{config}` in the folder where you type `tellings` may have any of these; `--config` names another file, and options
go before it. An unknown name is refused, with the one that was probably meant. `tellings settings` prints what holds
now, as a file to begin with: `tellings settings > {config}`.

{settings}

The table `[columns]` names the columns of CSV files and JSONL records, in any case; the first name that is there and
filled wins.

{columns}

## What `--json` prints

One object on stdout; progress and errors go to stderr. Where a command cannot go on, stdout stays empty.

`tellings run --json`, which `run.json` holds too, but for `changed`:

{run}

`tellings run --dry-run --json`:

{plan}

`tellings diff OLD NEW --json`:

{diff}

## Exit codes

| code | meaning |
| --- | --- |
| 0 | done |
| 1 | a bug |
| 2 | usage: a wrong option, setting or `sources.csv`, or a folder that cannot be written |
| 3 | more rejects than `--max-rejects`, a flaw under `--strict`, a file that `add` refused |
| 4 | no usable input |
| 5 | another run holds the lock |
| 130, 143 | stopped |

A flaw, to `--strict`, is a rejected input, an article with a warning in `articles.csv` (a copy that it contains is
none), or a path in `sources.csv` that is not there. The output is written all the same.
"""


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows))


def _settings(kind: type[Settings | Columns], prefix: str = "") -> str:
    defaults, why = kind(), reasons(kind)
    rows = (
        (f"`{prefix}{field.name}`", f"`{in_toml(value)}`", why[field.name])
        for field in fields(kind)
        if not isinstance(value := getattr(defaults, field.name), Columns | Judgements)
    )
    return _table(("setting", "default", "what it is for, and why it is so"), rows)


def _keys(keys: Mapping[str, str], **lists: type) -> str:
    """A table of the keys of an object, then one for the items of each of the `lists` in it."""
    tables = [_table(("key", "what it holds"), ((f"`{key}`", why) for key, why in keys.items()))]
    tables += [f"Each of `{name}`:\n\n{_keys(reasons(kind))}" for name, kind in lists.items()]
    return "\n\n".join(tables)


def reference() -> str:
    """Markdown: every setting, every key of the JSON objects, every exit code."""
    return _PAGE.format(
        config=CONFIG_NAME,
        settings=_settings(Settings),
        columns=_settings(Columns, "columns."),
        run=_keys(RUN_KEYS, disputed=Dispute, sides=Side, rejects=Rejected, warnings=Warned),
        plan=_keys(reasons(Plan)),
        diff=_keys(DIFF_KEYS, differences=Difference, cells=Cell),
    )

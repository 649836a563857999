"""`tellings settings`: what a run would go by, as a file that it would read."""

import json
from dataclasses import fields
from typing import Any

import typer

from pipeline.commands.options import Config
from pipeline.judgements import Judgements
from pipeline.reasons import reasons
from pipeline.settings import CONFIG_NAME, Columns, Settings, load_settings


def settings(config: Config = None) -> None:
    """Print the settings that a run would go by, each with its reason, as a pipeline.toml."""
    typer.echo(as_toml(load_settings(config)), nl=False)


def in_toml(value: Any) -> str:
    """A value as TOML has it.

    >>> in_toml("é"), in_toml(False), in_toml(60.0), in_toml(("a", "b")), in_toml({"fr": "x"})
    ('"é"', 'false', '60.0', '["a", "b"]', '{fr = "x"}')
    """
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {in_toml(one)}' for key, one in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)


def _lines(values: Settings | Columns) -> list[str]:
    why = reasons(type(values))
    lines = []
    for field in fields(values):
        if not isinstance(value := getattr(values, field.name), Columns | Judgements):
            lines += [f"# {why[field.name]}"] if why[field.name] else []
            lines += [f"{field.name} = {in_toml(value)}"]
    return lines


def as_toml(values: Settings) -> str:
    """A settings file that says all that `values` do."""
    above = f"# The settings of a run: {CONFIG_NAME} beside the folder of articles. What it leaves out has its default."
    columns = [f"# {reasons(Settings)['columns']}", "[columns]", *_lines(values.columns)]
    return "\n".join([above, "", *_lines(values), "", *columns, ""])

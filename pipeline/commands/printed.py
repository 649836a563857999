"""How results become text: JSON for programs, counted words for people."""

import json

import msgspec
import typer


def print_json(value: object) -> None:
    """One object on stdout, in ASCII: no locale can break it."""
    typer.echo(json.dumps(msgspec.to_builtins(value), indent=1))


def plural(count: int, noun: str) -> str:
    """The count and its noun.

    >>> plural(1, "claim"), plural(2_000, "claim"), plural(0, "article")
    ('1 claim', '2,000 claims', '0 articles')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def shortened(text: str, limit: int) -> str:
    """On one line, of at most `limit` characters, cut between words.

    >>> shortened("Two bridges  were closed.", 99), shortened("Two bridges were closed.", 12)
    ('Two bridges were closed.', 'Two bridges …')
    """
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit + 1].rsplit(" ", 1)[0] + " …"

"""How results become text: JSON for programs, counted words for people."""

import json

import msgspec
import typer
from rich import markup

LONGEST_MESSAGE = 1_001  # characters; none of our own has so many

# They move, paint and erase on a terminal, or give it a name.
_COMMANDS = {code: f"\\x{code:02x}" for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def print_json(value: object) -> None:
    """One object on stdout, in ASCII: no locale can break it."""
    typer.echo(json.dumps(msgspec.to_builtins(value), indent=1))


def visible(text: str) -> str:
    r"""The text with what would command a terminal written out: names of files and articles are not ours.

    >>> print(visible("\x1b[2Jgone"))
    \x1b[2Jgone
    """
    return text.translate(_COMMANDS)


def abridged(text: str) -> str:
    """A message with its middle left out where what a file says is too long to read: it begins with the place.

    >>> abridged("It rained."), len(abridged("x" * 1_000_000)) == LONGEST_MESSAGE
    ('It rained.', True)
    """
    if len(text) <= LONGEST_MESSAGE:
        return text
    half = (LONGEST_MESSAGE - 3) // 2
    return f"{text[:half]} … {text[-half:]}"


def escape(text: str) -> str:
    """The same on one line, with nothing in it that is markup for the console."""
    return markup.escape(visible(text).replace("\n", "\\n"))


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

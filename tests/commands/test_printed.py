"""What comes from files is printed, and never commands the terminal."""

import re

import pytest
from rich.console import Console

from pipeline.commands.printed import escape, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]0;a title\x07", "\\x1b]0;a title\\x07"),
        ("\x9b2Jgone", "\\x9b2Jgone"),
        ("over\rwritten\x08", "over\\x0dwritten\\x08"),
        ("one\ntwo: a line of our own", "one\\ntwo: a line of our own"),
        ("[bold]loud[/bold]", "[bold]loud[/bold]"),
        ("near miss: Zoë's 50 % \N{CENT SIGN} café 日本 🏴", "near miss: Zoë's 50 % \N{CENT SIGN} café 日本 🏴"),
    ],
)
def test_a_text_of_somebody_else(text: str, seen: str) -> None:
    console = Console(width=200, color_system=None)
    with console.capture() as said:
        console.print(escape(text))
    assert said.get() == seen + "\n"
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", visible(text))

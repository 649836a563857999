"""What a shell is told when Tab is pressed."""

import pytest
from typer.testing import CliRunner

from pipeline.cli import COMMANDS, app
from pipeline.commands.options import STAGE_NAMES


def asked(instruction: str, *words: str) -> list[str]:
    """The answer to a shell that has `words` before the cursor, the last of them unfinished."""
    shell = {
        "_TELLINGS_COMPLETE": instruction,
        "COMP_WORDS": " ".join(("tellings", *words)),
        "COMP_CWORD": str(len(words)),
        "_TYPER_COMPLETE_ARGS": " ".join(("tellings", *words)),
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = CliRunner().invoke(app, [], env=shell, prog_name="tellings")
    assert not done.exception or isinstance(done.exception, SystemExit)
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(shell: str) -> None:
    script = "\n".join(asked(f"source_{shell}"))
    assert f"_TELLINGS_COMPLETE=complete_{shell}" in script
    assert "tellings" in script


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_the_options_that_give_it_are_there(option: str) -> None:
    assert option in CliRunner().invoke(app, ["--help"]).stdout


def test_commands() -> None:
    names = [command.__name__ for command in COMMANDS]
    assert asked("complete_bash", "") == names
    assert asked("complete_bash", "se") == ["settings"]
    assert [line.split()[0] for line in asked("complete_fish", "s")] == ["show", "settings"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["run", "--until", ""], [*STAGE_NAMES]),
        (["run", "--until", "c"], ["clean", "compare"]),
        (["show", "a.txt", "--stage", "e"], ["extract"]),
        (["run", "--until", "x"], []),
        (["run", "--d"], ["--dry-run"]),
        (["diff", "--j"], ["--json"]),
        (["add", "--pub"], ["--publisher", "--published"]),
    ],
)
def test_stages_and_options(words: list[str], offered: list[str]) -> None:
    assert asked("complete_bash", *words) == offered

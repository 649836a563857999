"""The two ways in which something can go wrong that is not a bug.

`Reject` costs one input: it becomes a row of `rejects.csv`. `Stop` ends the run with a message and an exit code.
Anything else that is raised is a bug here and exits with 1.
"""

from enum import IntEnum


class Exit(IntEnum):
    """What the process tells the shell."""

    DONE = 0
    BUG = 1
    USAGE = 2
    TOO_MANY_REJECTS = 3
    NO_INPUT = 4
    LOCKED = 5


class Reject(Exception):  # noqa: N818 - it names what happens to the input, not an error of ours
    """An input that cannot be used. `code` is a short stable name, `hint` says what a person can do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)  # all of them, so that it survives the way back from a worker
        self.code, self.message, self.hint = code, message, hint


class Stop(Exception):  # noqa: N818
    """The run cannot go on. `what` happened and where, `hint` says what to do."""

    def __init__(self, what: str, hint: str, exit_code: Exit = Exit.USAGE) -> None:
        super().__init__(what, hint, exit_code)
        self.what, self.hint, self.exit_code = what, hint, exit_code

    def __str__(self) -> str:
        return f"{self.what} {self.hint}"

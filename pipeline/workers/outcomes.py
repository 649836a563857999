"""What the work on one record came to, a result or a refusal, and how the store keeps it."""

from typing import TypeVar

import msgspec

from pipeline.errors import Reject
from pipeline.workers.pool import Died

Out = TypeVar("Out")
_pack = msgspec.msgpack.encode

# Refused for what this machine could not do now; another time it may.
MAY_PASS = frozenset({"too_slow", "too_heavy", "crashed", "failed"})
_DONE, _REFUSED = b"+", b"-"


def kept(outcome: bytes | Reject) -> bytes:
    """An outcome as the store keeps it."""
    return _DONE + outcome if isinstance(outcome, bytes) else _REFUSED + _pack(outcome.args)


def unkept(value: bytes, result: type[Out]) -> Out | Reject:
    """The outcome in a value of the store; `result` is the type of a result."""
    if value[:1] == _REFUSED:
        return Reject(*msgspec.msgpack.decode(value[1:], type=tuple[str, str, str]))
    return msgspec.msgpack.decode(memoryview(value)[1:], type=result)


def may_pass(value: bytes) -> bool:
    """Whether it is a refusal that another run may not come to: it is not worth keeping."""
    return value[:1] == _REFUSED and msgspec.msgpack.decode(value[1:], type=tuple[str, str, str])[0] in MAY_PASS


def refusal(error: Exception) -> Reject:
    """Whatever a worker raised, as a row of `rejects.csv` tells it."""
    match error:
        case Reject():
            return error
        case TimeoutError():
            return Reject(
                "too_slow",
                "Reading it took too long.",
                "Raise seconds_per_input in pipeline.toml if it is worth the wait.",
            )
        case MemoryError():
            return Reject(
                "too_heavy", "Reading it took more memory than a worker may have.", "Split it into smaller files."
            )
        case Died():
            return Reject(
                "crashed",
                f"Reading it ended the process that did it, twice: {error}.",
                "Leave it out, or divide it. Please report it with the file, if you may share it.",
            )
        case _:
            what = f"Reading it failed here: {type(error).__name__}: {error}"[:500]
            return Reject(
                "failed", what, "This is a fault of Tellings. Please report it with the file, if you may share it."
            )

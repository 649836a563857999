"""What goes between a run and its processes: items packed on their way there, and what came of them on the way back."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from pipeline.errors import Exit, Stop
from pipeline.workers.outcomes import kept, refusal

_STOP = b"!"  # in the place of an outcome: the run has to end
pack = partial(msgspec.msgpack.encode, order="deterministic")  # a set is in another order in every process


def _outcome(function: Callable[..., object], extra: tuple[object, ...], packed: bytes) -> bytes:
    """What the function makes of a packed record, as the store keeps it. Raises `Stop` and `MemoryError`."""
    kind = function.__annotations__[next(iter(function.__annotations__))]
    try:
        return kept(pack(function(msgspec.msgpack.decode(packed, type=kind), *extra)))
    except (Stop, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a record brings about becomes a row of rejects.csv
        return kept(refusal(error))


def done_here(function: Callable[..., object], extra: tuple[object, ...], packed: bytes) -> bytes:
    """Without a worker: the same, and what takes too much memory is refused."""
    try:
        return _outcome(function, extra, packed)
    except MemoryError as error:
        return kept(refusal(error))


def sent(function: Callable[..., object], extra: tuple[object, ...], packed: bytes) -> bytes:
    """In the worker: the same, with a `Stop` packed too."""
    try:
        return _outcome(function, extra, packed)
    except Stop as stop:
        return _STOP + pack(stop.args)


def received(answer: bytes | Exception) -> bytes:
    """What a worker came to, as the store keeps it. Raises a `Stop` that it met."""
    if isinstance(answer, Exception):
        return kept(refusal(answer))
    if answer.startswith(_STOP):
        what, hint, code = msgspec.msgpack.decode(answer[1:], type=tuple[str, str, Exit])
        raise Stop(what, hint, code)
    return answer


class Packed:
    """Items packed one by one as they are asked for: the bytes of all of a folder's pages are not held twice."""

    def __init__(self, items: Sequence[object]) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: int) -> bytes:
        return pack(self._items[at])

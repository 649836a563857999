"""SIGTERM and Ctrl-C end the run, with exit code 143 and 130.

Every step of a run may be its last, so nothing has to be finished first: the run unwinds for the sake of the terminal
and of the file that says who holds the lock, and where a library keeps it from that, it ends all the same.
"""

import os
import signal
import time
from threading import Thread
from types import FrameType

GRACE = 3.0  # seconds to unwind in


def _unwind(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _end(told: int) -> None:
    number = os.read(told, 1)[0]
    time.sleep(GRACE)
    os._exit(128 + number)


def stop_when_told() -> None:
    """From now on. To be called in the main thread, before the imports that take long."""
    told, telling = os.pipe()
    os.set_blocking(telling, False)
    signal.set_wakeup_fd(telling, warn_on_full_buffer=False)  # written to even while a library keeps Python waiting
    Thread(target=_end, args=(told,), daemon=True).start()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _unwind)

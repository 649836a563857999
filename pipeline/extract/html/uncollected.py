"""The collection of garbage, put off until a page is read.

A page becomes a hundred thousand objects that refer to each other and live until it is done. To look through them again
and again for what could be freed took three tenths of the time that a page takes.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do what is done inside without looking for garbage, as it was before afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

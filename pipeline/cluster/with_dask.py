"""Dask: tasks on a cluster that runs already, on any machines, or on one that is started here for the run."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TypeVar

import dask
from distributed import Client, KilledWorker, LocalCluster, as_completed

from pipeline.errors import Stop
from pipeline.settings import Settings, worker_count

Out = TypeVar("Out")

DEATHS = 3  # workers that one task may be lost with: after so many it is the task
SECONDS = 30  # to find a scheduler


class Dask:
    """Tasks as Dask's futures."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def each(self, work: Callable[[int], Out], parts: Sequence[int]) -> Iterator[Out]:
        """As `Engine.each`. Raises `Stop` for a task that costs one worker after the other."""
        futures = self._client.map(work, parts, pure=False)
        try:
            for future in as_completed(futures, loop=self._client.loop):
                yield future.result()
        except KilledWorker as error:
            hint = "Give the workers more memory, or look into their logs for what ended them."
            raise Stop(f"A task was lost with {DEATHS + 1} workers in a row: {error}.", hint) from error
        finally:
            self._client.cancel(futures)


@contextmanager
def _opened(address: str, settings: Settings) -> Iterator[Dask]:
    # A worker starts processes that it can kill, which a daemon may not.
    logging.getLogger("distributed").setLevel(logging.WARNING)  # it says more of itself than of the run
    choices = {"distributed.worker.daemon": False, "distributed.scheduler.allowed-failures": DEATHS}
    with dask.config.set(choices), ExitStack() as stack:
        if not address:
            count = worker_count(settings)
            cluster = LocalCluster(
                n_workers=count, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", memory_limit=0
            )
            address = stack.enter_context(cluster).scheduler_address
        try:
            client = Client(address, timeout=SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise Stop(
                f"There is no scheduler at {address}: {error}.", "docs/scale.md shows how to start one."
            ) from error
        yield Dask(stack.enter_context(client))


ENGINE = _opened

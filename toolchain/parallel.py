"""Work that falls into independent parts, on all cores."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Part = TypeVar("Part")
Each = Callable[[Callable[[int], Part], int], list[Part]]

_work: Callable[[int], Any] | None = None
"""What forked processes do; they have it from their parent, since closures cannot be sent."""


def one_by_one(work: Callable[[int], Part], parts: int) -> list[Part]:
    """work(0), work(1), ... in this process."""
    return [work(part) for part in range(parts)]


def on_all_cores(work: Callable[[int], Part], parts: int) -> list[Part]:
    """The same in as many processes as there are cores, where the system can fork. No thread may be running: a fork
    would take its locks along. Results must be picklable; the first exception is raised here."""
    cores = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, parts)
    if cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return one_by_one(work, parts)
    with _given(work), multiprocessing.get_context("fork").Pool(cores) as pool:
        return pool.map(_do, range(parts), chunksize=1)


@contextmanager
def _given(work: Callable[[int], Any]) -> Iterator[None]:
    global _work
    _work = work
    try:
        yield
    finally:
        _work = None


def _do(part: int) -> Any:
    assert _work is not None
    return _work(part)

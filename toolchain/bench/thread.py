"""The main thread: its longest task, and the longest time it spends inside Python."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from playwright.sync_api import Page

from toolchain.bench import pictures
from toolchain.bench.chromium import browser, first_photo, fresh, next_photo, probed
from toolchain.bench.figures import MILLISECONDS, Figure
from toolchain.bench.sites import Site, ours, peer
from toolchain.bench.speed import LARGE

OBSERVED = 50.0
"""ms; shorter tasks are not reported by the browser."""
VISITS = 5
"""In which tasks and Python's steps are timed."""
IN, OUT = "python:in", "python:out"
"""Marks of the probe."""


def tasks(_: int) -> list[Figure]:
    """Longest task of a visit: first photo cold, a second one, a large one. The median of VISITS, for the same reason
    as below: which of two cores is free when the page is first laid out is chance. For comparison one visit of
    human."""
    longest = sorted(_longest_task(ours(pictures.FOLDER)) for _visit in range(VISITS))
    over = [task for task in longest if task]
    note = f"over {OBSERVED:g} ms in {len(over)} of {VISITS} visits"
    if over:
        note += f": {_listed(over)}"
    figures = {"human": _longest_task(peer("human", pictures.FOLDER))}
    return [Figure("thread.task", longest[VISITS // 2], MILLISECONDS, figures, note)]


def _longest_task(site: Site) -> float:
    """Ms; 0 where none is over OBSERVED."""
    with visit(site, python=False) as page:
        return max((float(task["ms"]) for task in probed(page, "tasks")), default=0.0)


def python_steps(_: int) -> list[Figure]:
    """Longest uninterrupted stay inside MicroPython in such a visit, what Python calls in the page included: the median
    of VISITS, since one step in thousands waits for a core. And, of the same visits, the most that one such stay had of
    the processor, which is what is left of it without waiting."""
    longest: list[dict[str, float]] = []
    worked: list[float] = []
    for _visit in range(VISITS):
        with visit(ours(pictures.FOLDER), python=True) as page:
            steps: Sequence[dict[str, float]] = probed(page, "steps")
            running = page.context.browser
            assert running is not None
            worked.append(max(_work(running.stop_tracing())))
        longest.append(max(steps, key=lambda step: step["ms"]))
    longest.sort(key=lambda step: step["ms"])
    worked.sort()
    note = "by visit " + ", ".join(f"{step['ms']:.1f} at {step['start']:,.0f} ms" for step in longest)
    return [
        Figure("thread.python", longest[VISITS // 2]["ms"], MILLISECONDS, note=note),
        Figure("thread.python.work", worked[VISITS // 2], MILLISECONDS, note="by visit " + _listed(worked)),
    ]


def _work(trace: bytes) -> Iterator[float]:
    """Ms of the thread's clock between each two marks of the probe."""
    marks = [event for event in json.loads(trace)["traceEvents"] if event["name"] in (IN, OUT) and "tts" in event]
    marks.sort(key=lambda event: event["ts"])
    for entered, left in pairwise(marks):
        if (entered["name"], left["name"]) == (IN, OUT):
            yield (left["tts"] - entered["tts"]) / 1000


def _listed(values: Sequence[float]) -> str:
    return ", ".join(f"{value:.1f}" for value in values)


@contextmanager
def visit(site: Site, python: bool) -> Iterator[Page]:
    """A whole visit, just over; with `python` it is traced, and whoever asked ends that."""
    pictures.portrait()
    pictures.large()
    with site.server, browser() as running:
        if python:
            running.start_tracing(categories=["blink.user_timing"])
        with fresh(running, site, first=True, python=python) as page:
            first_photo(page)
            next_photo(page)
            next_photo(page, LARGE)
            yield page

"""Photos a second on the command line's engine: one process, and two at once."""

import json
import subprocess
import sys
from collections.abc import Sequence

from toolchain.bench import pictures
from toolchain.bench.figures import Figure
from toolchain.bench.sites import DOCUMENT
from toolchain.paths import ROOT

SECONDS = 4.0
ROUNDS = 3


def throughput(_: int) -> list[Figure]:
    """Best of a few rounds, one and two processes in turns: what else the machine does only ever takes away."""
    rounds = [(_together(1), _together(2)) for _ in range(ROUNDS)]
    one, two = (max(rates) for rates in zip(*rounds, strict=True))
    return [
        Figure("native.one", one, "photos/s"),
        Figure("native.two", two / one, "x", note=f"{two:.1f} photos/s together"),
    ]


def _together(count: int) -> float:
    """Whole verdicts a second of `count` processes that work at the same time, one thread each."""
    command = [sys.executable, "-m", "toolchain.bench.native_loop", str(pictures.portrait()), DOCUMENT, str(SECONDS)]
    workers = [subprocess.Popen(command, cwd=ROOT, stdin=-1, stdout=-1, text=True) for _ in range(count)]
    for worker in workers:
        _read(worker)  # it has its sessions open
    return sum(_finish(workers))


def _finish(workers: Sequence[subprocess.Popen[str]]) -> list[float]:
    for worker in workers:
        assert worker.stdin is not None  # asked for above
        worker.stdin.write("go\n")
        worker.stdin.flush()
    rates = [float(json.loads(_read(worker))["rate"]) for worker in workers]
    for worker in workers:
        worker.communicate()
    return rates


def _read(worker: subprocess.Popen[str]) -> str:
    assert worker.stdout is not None  # asked for above
    line = worker.stdout.readline()
    if not line:
        raise RuntimeError(f"the native loop ended with exit code {worker.wait()}")
    return line

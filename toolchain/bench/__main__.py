"""`python3 build.py bench [options]`, or after a build: python -m toolchain.bench [options].

Nothing here fails because something is slow: the table says what is met and what is not.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

from toolchain import system
from toolchain.bench import agreement, building, memory, native, report, sizes, speed, thread
from toolchain.bench.figures import BUDGETS, Figure
from toolchain.errors import BuildError
from toolchain.paths import DIST

RUNS = 7

MEASURES: Mapping[str, Callable[[int], list[Figure]]] = {
    "cold": speed.cold,
    "warm": speed.warm,
    "bytes": sizes.before_verdict,
    "models": sizes.models,
    "landing": sizes.landing,
    "large": speed.large,
    "task": thread.tasks,
    "python": thread.python_steps,
    "memory": memory.peak,
    "backdrop": memory.backdrop,
    "native": native.throughput,
    "agree": agreement.agreement,
    "page": building.page,
    "again": building.again,
    "clean": building.clean,
}


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 once everything asked for is measured, 2 where it cannot be."""
    options = _parsed(arguments)
    if not (DIST / "index.html").exists():
        raise BuildError("There is no site to measure: run python3 build.py.")
    about, figures = report.machine(_version()), []
    for name in options.only or MEASURES:
        print(f"Measuring {name} ...", file=sys.stderr, flush=True)
        figures += MEASURES[name](options.runs)
    figures.sort(key=lambda figure: list(BUDGETS).index(figure.id))
    print(report.text(figures))
    everything = report.keep(figures, about)
    if options.document:
        report.write_document(everything, about)
    return 0


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py bench", description="Speed and size, beside peers and budgets.")
    parser.add_argument("--only", nargs="+", choices=MEASURES, metavar="NAME", help=f"of {', '.join(MEASURES)}")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs behind each median (default {RUNS})")
    parser.add_argument("--document", action="store_true", help="write docs/performance.md too")
    return parser.parse_args(arguments)


def _version() -> str:
    """The browser's version."""
    executable = system.chromium()
    if executable is None:
        raise BuildError(f"The benchmark needs Chromium: {system.line(system.CHROMIUM_PACKAGES)}")
    said = subprocess.run([executable, "--version"], capture_output=True, text=True).stdout
    return next((word for word in said.split() if word[0].isdigit()), "unknown")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BuildError as problem:
        print(f"bench: {problem}", file=sys.stderr)
        sys.exit(2)

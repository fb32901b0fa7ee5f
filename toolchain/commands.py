"""What follows the build for each command."""

import subprocess
import sys
from collections.abc import Sequence

from toolchain import checks, serve
from toolchain.errors import BuildError
from toolchain.paths import ROOT


def run(command: str, options: Sequence[str]) -> int:
    """Carry out what the command adds to the build; returns the exit code."""
    if command == "build":
        return _build(options)
    if command == "serve":
        return serve.run(options)
    if command == "test":
        return checks.run(options)
    return _measure(command, options)


def _build(options: Sequence[str]) -> int:
    if options:
        raise BuildError(f"build takes no options, so '{' '.join(options)}' means nothing.")
    print("Built dist/ and build/wheels/. See it with: python3 build.py serve")
    return 0


def _measure(command: str, options: Sequence[str]) -> int:
    """`tests/bench/` and `tests/accuracy/` are packages that run as programs."""
    if not (ROOT / "tests" / command / "__main__.py").exists():
        raise BuildError(f"There is nothing to run for '{command}': tests/{command}/__main__.py is missing.")
    return subprocess.run([sys.executable, "-m", f"tests.{command}", *options], cwd=ROOT).returncode

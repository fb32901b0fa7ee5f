"""What follows the build for each command."""

import subprocess
import sys
from collections.abc import Sequence

from toolchain import checks, serve
from toolchain.errors import BuildError
from toolchain.paths import ROOT

PROGRAMS = {"bench": "toolchain.bench", "accuracy": "tests.accuracy"}
"""Packages that run as programs once everything is built."""


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
    return subprocess.run([sys.executable, "-m", PROGRAMS[command], *options], cwd=ROOT).returncode

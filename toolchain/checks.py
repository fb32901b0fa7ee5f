"""`python3 build.py test`: style, types, then every test; all of them run even if an earlier one failed."""

import os
import subprocess
import sys
from collections.abc import Sequence

from toolchain import system
from toolchain.paths import ROOT

FAILED = 1
NO_BROWSER = 3  # everything else passed, but that is not a pass


def run(options: Sequence[str]) -> int:
    """Exit code of ruff, mypy and pytest together; `options` go to pytest."""
    browser = system.chromium()
    environment = dict(os.environ)
    if browser:
        environment["PIXID_CHROMIUM"] = browser
    tests = [*options] if browser else ["--ignore=tests/browser", *options]
    steps = (["ruff", "check", "."], ["mypy"], ["pytest", *tests])
    failed = [step[0] for step in steps if not _passes(step, environment)]
    if failed:
        print(f"Failed: {', '.join(failed)}.", flush=True)
        return FAILED
    if not browser:
        print(f"The tests in a browser did not run. For a browser: {system.line(system.CHROMIUM_PACKAGES)}", flush=True)
        return NO_BROWSER
    return 0


def _passes(step: Sequence[str], environment: dict[str, str]) -> bool:
    print(f"--- {step[0]}", flush=True)
    return subprocess.run([sys.executable, "-m", *step], cwd=ROOT, env=environment).returncode == 0

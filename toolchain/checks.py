"""`python3 build.py test`: style, types, then every test; all of them run even if an earlier one failed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack

from toolchain import system
from toolchain.paths import ROOT

FAILED = 1
NO_BROWSER = 3  # everything else passed, but that is not a pass
NO_BROWSER_TESTS = "--ignore=tests/browser"


def run(options: Sequence[str]) -> int:
    """Exit code of ruff, mypy and pytest together; `options` go to pytest."""
    browser = system.chromium()
    environment = dict(os.environ)
    if browser:
        environment["PIXID_CHROMIUM"] = browser
    steps = [["ruff", "check", "."], ["mypy"]]
    failed = [step[0] for step in steps if not _passes(step, environment)]
    if not _tests_pass(options, environment, browser is not None):
        failed.append("pytest")
    if failed:
        print(f"Failed: {', '.join(failed)}.", flush=True)
        return FAILED
    if not browser:
        print(f"The tests in a browser did not run. For a browser: {system.line(system.CHROMIUM_PACKAGES)}", flush=True)
        return NO_BROWSER
    return 0


def _tests_pass(options: Sequence[str], environment: dict[str, str], browser: bool) -> bool:
    """Tests in a browser wait much of their time, so they run in two halves and the others beside them; what the first
    half says is shown as it comes, what the rest says afterwards."""
    if options or not browser:
        return _passes(["pytest", *([] if browser else [NO_BROWSER_TESTS]), *options], environment)
    files = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "tests" / "browser").glob("test_*.py"))]
    first, *rest = (["pytest", *files[::2]], ["pytest", *files[1::2]], ["pytest", NO_BROWSER_TESTS])
    with ExitStack() as stack:
        running = []
        for step in rest:
            words = stack.enter_context(tempfile.TemporaryFile())
            started = subprocess.Popen(
                _command(step), cwd=ROOT, env=environment, stdout=words, stderr=subprocess.STDOUT
            )
            running.append((step, stack.enter_context(started), words))
        passed = [_passes(first, environment)]
        for step, started, words in running:
            passed.append(started.wait() == 0)
            words.seek(0)
            print(f"--- {' '.join(step[:2])}", flush=True)
            sys.stdout.buffer.write(words.read())
            sys.stdout.flush()
    return all(passed)


def _passes(step: Sequence[str], environment: dict[str, str]) -> bool:
    print(f"--- {' '.join(step[:2])}", flush=True)
    return subprocess.run(_command(step), cwd=ROOT, env=environment).returncode == 0


def _command(step: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", *step]

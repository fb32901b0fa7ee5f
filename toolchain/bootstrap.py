"""Makes `.venv` from the pinned and hashed lock and continues the command inside it. Needs only the standard library.

The environment is made again when the lock changed or its Python is gone, and topped up when only the tests' extra
packages are missing. pip runs as the machine has set it up (mirrors, certificates): nothing of that is overridden.
"""

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from toolchain import system
from toolchain.errors import BuildError
from toolchain.paths import BUILD, ROOT, VENV

LOCKS = {"build": ROOT / "requirements" / "build.txt", "test": ROOT / "requirements" / "test.txt"}
NEEDS = {"build": "build", "serve": "build", "test": "test", "bench": "test", "accuracy": "test"}
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "pixid-locks.json"


def enter(command: str) -> None:
    """Return inside an up-to-date `.venv`; outside, replace this process by the same command inside it."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime reports to its maker otherwise; inherited by all
    level, inside = NEEDS[command], Path(sys.prefix) == VENV
    if level == "test" and not inside:
        system.want_chromium()
    with _alone():
        if not _satisfied(level):
            _make(level)
    if not inside:
        sys.stdout.flush()
        os.execv(PYTHON, [str(PYTHON), *sys.argv])


def _satisfied(level: str) -> bool:
    return PYTHON.exists() and _recorded().get(level) == _digest(level)


def _make(level: str) -> None:
    kept = _satisfied("build") and "test" not in _recorded()
    if not kept:
        system.need_venv()
        print(f"Making {VENV.relative_to(ROOT)} (once per change of the lock) ...", flush=True)
        subprocess.run([_base_python(), "-m", "venv", "--clear", str(VENV)], check=True)
    _install(LOCKS[level])
    included = ("build", "test") if level == "test" else ("build",)
    STAMP.write_text(json.dumps({name: _digest(name) for name in included}, indent=1) + "\n")


def _install(lock: Path) -> None:
    """pip install everything in the lock; wheels only, so nothing of a package runs while it is installed."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    if subprocess.run(command).returncode != 0:
        raise BuildError(f"pip could not install {lock.relative_to(ROOT)}; its own message stands above.")


def _recorded() -> dict[str, str]:
    try:
        recorded: dict[str, str] = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return recorded


def _digest(level: str) -> str:
    """Changes with the lock; the version of Python is that of the environment itself, kept in its folder names."""
    return hashlib.sha256(LOCKS[level].read_bytes()).hexdigest()


def _base_python() -> str:
    """The Python outside any virtual environment: making `.venv` anew must not run on the one being cleared."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


@contextmanager
def _alone() -> Iterator[None]:
    """Only one command at a time prepares the environment."""
    BUILD.mkdir(exist_ok=True)
    with open(BUILD / "bootstrap.lock", "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield

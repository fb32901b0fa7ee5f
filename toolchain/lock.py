"""Makes requirements/*.txt from requirements/*.in: `python3 -m toolchain.lock [--upgrade]`. Run by hand only.

Runs under the oldest supported Python, whose releases newer Pythons can still install; then test with the newest.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from toolchain.errors import BuildError
from toolchain.paths import ROOT

OLDEST = (3, 11)
COMPILER = "pip-tools==7.6.2"
OPTIONS = (
    "--quiet --generate-hashes --strip-extras --allow-unsafe --annotation-style=line --no-header "
    # nothing about the machine that made the lock
    "--no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host"
).split()


def main(options: list[str]) -> None:
    """Write both locks; versions stay as they are unless `--upgrade` is among the options."""
    if sys.version_info[:2] != OLDEST:
        raise BuildError(f"Locks are made with Python {OLDEST[0]}.{OLDEST[1]}.")
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", COMPILER], check=True)
        for level in ("build", "test"):
            command = [python, "-m", "piptools", "compile", *OPTIONS, *options]
            subprocess.run(
                [*command, f"--output-file={level}.txt", f"{level}.in"], cwd=ROOT / "requirements", check=True
            )


if __name__ == "__main__":
    main(sys.argv[1:])

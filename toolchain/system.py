"""What the operating system must bring: Python's venv module, and Chromium for browser tests.

Missing parts are installed through apt when we are root; otherwise the person gets the one line to run.
"""

import os
import shutil
import subprocess
from importlib.util import find_spec

from toolchain.errors import BuildError

VENV_PACKAGES = ("python3-venv",)
CHROMIUM_PACKAGES = ("chromium", "fonts-liberation")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def venv_works() -> bool:
    """Whether this Python can make virtual environments; Debian's cannot until python3-venv brings ensurepip."""
    return find_spec("venv") is not None and find_spec("ensurepip") is not None


def chromium() -> str | None:
    """The browser: $PIXID_CHROMIUM if set (it must exist), else the first one on the path; None if there is none."""
    wanted = os.environ.get("PIXID_CHROMIUM")
    if wanted is not None:
        found = shutil.which(wanted)
        if found is None:
            raise BuildError(f"PIXID_CHROMIUM names {wanted}, which is not an executable file.")
        return found
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def line(packages: tuple[str, ...]) -> str:
    """The one line a person who is not root has to run."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def can_install() -> bool:
    """Whether we may install system packages ourselves."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: tuple[str, ...]) -> bool:
    """Install system packages as root; False if apt refused (its own words are on the terminal)."""
    print(f"Installing {', '.join(packages)} through apt ...", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "-qq", "update"]
    add = ["apt-get", "-qq", "-y", "--no-install-recommends", "install", *packages]
    return all(subprocess.run(command, env=environment).returncode == 0 for command in (update, add))


def need_venv() -> None:
    """Make sure virtual environments can be made; raises BuildError with the line to run if they cannot."""
    if venv_works() or (can_install() and install(VENV_PACKAGES)):
        return
    raise BuildError(f"Python's venv module is missing. Run: {line(VENV_PACKAGES)}")


def want_chromium() -> None:
    """Try to have a browser. Going on without one is allowed: the tests then run without it and exit 3."""
    if chromium() or (can_install() and install(CHROMIUM_PACKAGES)):
        return
    print(f"No Chromium found, so browser tests cannot run. To have one: {line(CHROMIUM_PACKAGES)}", flush=True)

"""The `pixid` distribution: its wheel in build/wheels/, and the install that puts `pixid` into `.venv/bin/`."""

import subprocess
import sys

from toolchain import backend, stamp
from toolchain.errors import BuildError
from toolchain.paths import ROOT, VENV, WHEELS

DEFINITION = (ROOT / "pyproject.toml", ROOT / "toolchain" / "backend.py", ROOT / "toolchain" / "wheel.py")
CONTENTS = (ROOT / "LICENSE", ROOT / "NOTICE", *(ROOT / name for name in backend.PACKAGES))


def build() -> None:
    """Write the wheel and install the work tree, each only if something it depends on has changed."""
    contents = stamp.fingerprint([*DEFINITION, *CONTENTS])
    if not (stamp.fresh("wheel", contents, []) and any(WHEELS.glob("pixid-*.whl"))):
        for outdated in WHEELS.glob("pixid-*.whl"):
            outdated.unlink()
        WHEELS.mkdir(parents=True, exist_ok=True)
        backend.build_wheel(str(WHEELS))
        stamp.done("wheel", contents)
    # the installed copy only points here: nothing but its own definition can outdate it
    definition = stamp.fingerprint(DEFINITION)
    if not stamp.fresh("editable", definition, [VENV / "bin" / "pixid"]):
        _install()
        stamp.done("editable", definition)


def _install() -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)]
    if subprocess.run(command).returncode != 0:
        raise BuildError("pip could not install the work tree; its own message stands above.")

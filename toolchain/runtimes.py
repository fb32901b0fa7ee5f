"""Browser runtimes as local wheels: npm tarball -> wheel -> installed in `.venv`. The site reads them only from there.

Each wheel holds one folder, named like the distribution, with the wanted files of the tarball and `source.json`, which
says exactly what was packed: an installed wheel with the same source.json is what pyproject.toml asks for.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from toolchain import npm, wheel
from toolchain.errors import BuildError
from toolchain.paths import WHEELS
from toolchain.settings import NpmPackage, npm_packages

SOURCE = "source.json"


def install() -> None:
    """Bring the installed runtimes in line with pyproject.toml; does nothing when they are."""
    stale = [package for package in npm_packages("runtimes") if not installed(package)]
    if not stale:
        return
    wheels = [str(pack(package, npm.contents(package), WHEELS / "runtimes")) for package in stale]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-index", "--no-deps", "--force-reinstall", *wheels]
    if subprocess.run(command).returncode != 0:
        raise BuildError("pip could not install the browser runtimes; its own message stands above.")


def installed(package: NpmPackage) -> bool:
    """Whether the virtual environment holds exactly this package, from this tarball, with these files."""
    try:
        found = metadata.distribution(package.name).locate_file(f"{_module(package)}/{SOURCE}")
        return Path(str(found)).read_text() == _source(package)
    except (metadata.PackageNotFoundError, OSError):
        return False


def pack(package: NpmPackage, contents: Mapping[str, bytes], folder: Path) -> Path:
    """Write the wheel of a runtime."""
    inside = {f"{_module(package)}/{name}": data for name, data in contents.items()}
    inside[f"{_module(package)}/{SOURCE}"] = _source(package).encode()
    summary = f"{package.package} {package.version} from npm, packed for the PixID site"
    # npm's 1.28.0-6 is 1.28.0.post6 in PEP 440
    version = re.sub(r"-(\d+)$", r".post\1", package.version)
    return wheel.write(folder, wheel.Metadata(package.name, version, summary, package.licence), inside)


def files(package: NpmPackage) -> dict[str, Path]:
    """The installed files of a runtime: path below /vendor/<name>/<version>/ -> file on disk."""
    if not installed(package):
        raise BuildError(f"{package.name} {package.version} is not installed: run python3 build.py.")
    distribution = metadata.distribution(package.name)
    folder = Path(str(distribution.locate_file(_module(package))))
    names = [str(name.relative_to(_module(package))) for name in distribution.files or () if _is_ours(package, name)]
    return {name: folder / name for name in names}


def file(name: str, path: str) -> Path:
    """One installed file, e.g. `file("micropython", "micropython.mjs")`."""
    (package,) = (package for package in npm_packages("runtimes") if package.name == name)
    return files(package)[path]


def _is_ours(package: NpmPackage, name: metadata.PackagePath) -> bool:
    return name.parts[0] == _module(package) and name.name != SOURCE


def _module(package: NpmPackage) -> str:
    return package.name.replace("-", "_")


def _source(package: NpmPackage) -> str:
    return json.dumps(package._asdict(), indent=1, sort_keys=True) + "\n"

"""Copies the installed browser runtimes to /vendor/<name>/<version>/, and tells pages where they are."""

import shutil
from pathlib import Path

from toolchain import jumps, micropython_loader, pyscript_library, runtimes
from toolchain.paths import ROOT
from toolchain.settings import npm_packages


def addresses() -> dict[str, str]:
    """Short name of each runtime -> its absolute address on the site, with a slash at the end."""
    return {package.name: f"/vendor/{package.name}/{package.version}/" for package in npm_packages("runtimes")}


def write(dist: Path) -> None:
    """Make `dist/vendor/` hold exactly the runtimes of pyproject.toml, and the licences that travel with them."""
    vendor = dist / "vendor"
    if vendor.exists():
        shutil.rmtree(vendor)
    for package in npm_packages("runtimes"):
        for name, source in runtimes.files(package).items():
            target = vendor / package.name / package.version / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_changed(package.name, source))
            shutil.copystat(source, target)  # with its time, so that browsers and the dev server keep their copies
    shutil.copyfile(ROOT / "NOTICE", vendor / "NOTICE.txt")
    shutil.copyfile(ROOT / "LICENSE", vendor / "LICENSE.txt")


def _changed(runtime: str, source: Path) -> bytes:
    """What pages get of a file."""
    if runtime == "pyscript" and source.suffix == ".js":
        return pyscript_library.without(source.read_text(encoding="utf-8")).encode()
    if runtime == "micropython" and source.suffix == ".wasm":
        return jumps.kept_inside(source.read_bytes())
    if runtime == "micropython" and source.suffix == ".mjs":
        return micropython_loader.changed(source.read_text(encoding="utf-8")).encode()
    return source.read_bytes()

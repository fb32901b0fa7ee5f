"""The build backend of the `pixid` distribution (PEP 517 and 660), in the tree: installing needs nothing but pip.

The graphs and the rulebook are package data made by `python3 build.py`: without them there is nothing to install.
"""

import io
import sys
import tarfile
from pathlib import Path
from typing import Any

from toolchain import settings, wheel

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("pixid", "pixid_native")
NEEDED_DATA = ("pixid_native/data/graphs.json", "pixid_native/data/documents.json")
IN_SOURCE_ARCHIVE = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", "toolchain", *PACKAGES)
NOT_BUILT = (
    "PixID's graphs are not built in this tree: run python3 build.py first, or install the wheel that it writes."
)


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """Nothing has to be installed to build; the first hook pip calls, so the place to refuse."""
    _need_data()
    return []


get_requires_for_build_editable = get_requires_for_build_sdist = get_requires_for_build_wheel


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    """Write the wheel with both packages, the graphs and the compiled rulebook; returns its file name."""
    _need_data()
    contents = {str(path.relative_to(ROOT)): path.read_bytes() for name in PACKAGES for path in _files(ROOT / name)}
    info = f"{_metadata().stem}.dist-info"
    contents |= {f"{info}/licenses/{name}": (ROOT / name).read_bytes() for name in ("LICENSE", "NOTICE")}
    return wheel.write(Path(wheel_directory), _metadata(), contents, compress=True).name


def build_editable(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    """Write a wheel that only points here; returns its file name."""
    _need_data()
    return wheel.write(Path(wheel_directory), _metadata(), {"pixid.pth": f"{ROOT}\n".encode()}).name


def build_sdist(sdist_directory: str, config_settings: Any = None) -> str:
    """Write a source archive that can be installed: the packages with their built data, and this backend."""
    _need_data()
    stem = _metadata().stem
    path = Path(sdist_directory) / f"{stem}.tar.gz"
    with tarfile.open(path, "w:gz", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo(f"{stem}/PKG-INFO")
        text = wheel.metadata_text(_metadata())
        info.size = len(text)
        archive.addfile(info, io.BytesIO(text))
        for file in (file for name in IN_SOURCE_ARCHIVE for file in _files(ROOT / name)):
            archive.add(file, f"{stem}/{file.relative_to(ROOT)}")
    return path.name


def _metadata() -> wheel.Metadata:
    project = settings.read(ROOT / "pyproject.toml")["project"]
    return wheel.Metadata(
        name=project["name"],
        version=project["version"],
        summary=project["description"],
        licence=project["license"],
        requires=project["dependencies"],
        requires_python=project["requires-python"],
        console_scripts=project["scripts"],
    )


def _need_data() -> None:
    """Leave with one sentence, not with a traceback, when the tree is not built."""
    if not all((ROOT / name).exists() for name in NEEDED_DATA):
        sys.exit(NOT_BUILT)


def _files(path: Path) -> list[Path]:
    found = [path] if path.is_file() else sorted(path.rglob("*"))
    return [file for file in found if file.is_file() and "__pycache__" not in file.parts]

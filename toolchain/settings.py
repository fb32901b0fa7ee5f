"""What pyproject.toml pins for the build: browser runtimes, peers of the benchmark, source networks."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from toolchain.errors import BuildError
from toolchain.paths import ROOT

PYPROJECT = ROOT / "pyproject.toml"


class NpmPackage(NamedTuple):
    """One published npm tarball and what we take from it."""

    name: str  # our short name: folder of /vendor/<name>/<version>/ and name of the local wheel
    package: str  # its name on npm
    version: str
    integrity: str  # sha512-<base64>, npm's dist.integrity
    root: str  # folder inside the package that `files` are relative to
    files: tuple[str, ...]  # empty: everything
    licence: str  # SPDX expression


class ModelWheel(NamedTuple):
    """The published wheel the source networks are unpacked from."""

    requirement: str
    platform: str
    python: str
    file: str
    sha256: str
    licence: str
    licence_file: str
    models: Mapping[str, tuple[str, str]]  # our name -> (path inside the wheel, sha256:...)


def read(path: Path = PYPROJECT) -> dict[str, Any]:
    """pyproject.toml as a dictionary."""
    with open(path, "rb") as handle:
        return tomllib.load(handle)


def npm_packages(group: str, path: Path = PYPROJECT) -> list[NpmPackage]:
    """The packages of `[tool.pixid.<group>]`, `group` being "runtimes" (shipped), "tools" (build only) or "peers"
    (benchmark only)."""
    return [_npm_package(name, entry, group) for name, entry in read(path)["tool"]["pixid"][group].items()]


def model_wheel(path: Path = PYPROJECT) -> ModelWheel:
    """`[tool.pixid.models]`."""
    entry = dict(read(path)["tool"]["pixid"]["models"])
    files = {name: (model["path"], model["sha256"]) for name, model in entry.pop("files").items()}
    return ModelWheel(models=files, **entry)


def _npm_package(name: str, entry: dict[str, Any], group: str) -> NpmPackage:
    known = {"package", "version", "integrity", "root", "files", "licence"}
    if wrong := sorted((set(entry) - known) | ({"package", "version", "integrity", "licence"} - set(entry))):
        raise BuildError(f"pyproject.toml, [tool.pixid.{group}.{name}]: unknown or missing {', '.join(wrong)}.")
    files = tuple(entry.get("files", ()))
    return NpmPackage(
        name, entry["package"], entry["version"], entry["integrity"], entry.get("root", ""), files, entry["licence"]
    )

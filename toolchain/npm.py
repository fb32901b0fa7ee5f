"""Published npm tarballs: fetched by npm itself, checked against the pinned integrity, read in memory."""

import tarfile
from pathlib import Path, PurePosixPath

from toolchain import cache, node
from toolchain.errors import BuildError
from toolchain.paths import BUILD
from toolchain.settings import NpmPackage, npm_packages

DONE = ".unpacked"


def tarball(package: NpmPackage) -> Path:
    """The verified tarball in the cache."""

    def download(folder: Path) -> Path:
        print(f"Fetching {package.package} {package.version} ...", flush=True)
        arguments = ["pack", f"{package.package}@{package.version}", "--ignore-scripts"]
        node.npm([*arguments, "--pack-destination", str(folder)], cwd=folder)
        (packed,) = folder.glob("*.tgz")
        return packed

    return cache.fetch(f"npm/{package.name}-{package.version}.tgz", package.integrity, download)


def folder(group: str, name: str) -> Path:
    """The unpacked package `[tool.pixid.<group>.<name>]`, in build/<group>/<name>/<version>/: for what only we use."""
    found = [package for package in npm_packages(group) if package.name == name]
    if not found:
        raise BuildError(f"pyproject.toml names no '{name}' among its {group}.")
    (package,) = found
    target = BUILD / group / name / package.version
    if not (target / DONE).exists():
        for inside, data in contents(package).items():
            file = target / inside
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        (target / DONE).touch()  # last: a folder that was left half full is filled again
    return target


def contents(package: NpmPackage) -> dict[str, bytes]:
    """The wanted files of the package: path relative to its `root` -> bytes. BuildError if one is not there."""
    found = {}
    with tarfile.open(tarball(package)) as archive:
        for member in archive:
            # every npm tarball has one top folder, usually but not always called "package"
            inside = PurePosixPath(*PurePosixPath(member.name).parts[1:])
            if member.isfile() and (not package.root or inside.is_relative_to(package.root)):
                name = str(inside.relative_to(package.root))
                if not package.files or name in package.files:
                    handle = archive.extractfile(member)
                    assert handle is not None  # it is a regular file
                    found[name] = handle.read()
    if missing := [name for name in package.files if name not in found]:
        raise BuildError(f"{package.package} {package.version} has no {', '.join(missing)} below '{package.root}'.")
    return found

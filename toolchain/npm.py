"""Published npm tarballs: fetched by npm itself, checked against the pinned integrity, read in memory."""

import tarfile
from pathlib import Path, PurePosixPath

from toolchain import cache, node
from toolchain.errors import BuildError
from toolchain.settings import NpmPackage


def tarball(package: NpmPackage) -> Path:
    """The verified tarball in the cache."""

    def download(folder: Path) -> Path:
        print(f"Fetching {package.package} {package.version} ...", flush=True)
        arguments = ["pack", f"{package.package}@{package.version}", "--ignore-scripts"]
        node.npm([*arguments, "--pack-destination", str(folder)], cwd=folder)
        (packed,) = folder.glob("*.tgz")
        return packed

    return cache.fetch(f"npm/{package.name}-{package.version}.tgz", package.integrity, download)


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

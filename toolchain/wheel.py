"""Writes wheels (PEP 427), the same bytes for the same contents on every machine."""

import base64
import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TAG = "py3-none-any"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
REGULAR_FILE = 0o100644 << 16  # where a zip keeps Unix file modes


class Metadata(NamedTuple):
    """The few fields of core metadata 2.1 that our wheels use."""

    name: str
    version: str  # as PEP 440 writes it
    summary: str
    licence: str
    requires: Sequence[str] = ()
    requires_python: str = ""
    console_scripts: Mapping[str, str] = {}

    @property
    def stem(self) -> str:
        """`name-version` as file names spell it."""
        return f"{re.sub(r'[-_.]+', '_', self.name).lower()}-{self.version}"


def write(folder: Path, metadata: Metadata, files: Mapping[str, bytes], compress: bool = False) -> Path:
    """Write `folder/<name>-<version>-py3-none-any.whl` holding `files` (archive path -> bytes) and return its path.

    `compress` deflates: smaller, and the same bytes only where zlib is the same.
    """
    info = f"{metadata.stem}.dist-info"
    entries = dict(sorted(files.items()))
    entries[f"{info}/METADATA"] = metadata_text(metadata)
    entries[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: pixid\nRoot-Is-Purelib: true\nTag: {TAG}\n".encode()
    if metadata.console_scripts:
        scripts = "".join(f"{name} = {target}\n" for name, target in sorted(metadata.console_scripts.items()))
        entries[f"{info}/entry_points.txt"] = f"[console_scripts]\n{scripts}".encode()
    entries[f"{info}/RECORD"] = _record(entries, f"{info}/RECORD")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{metadata.stem}-{TAG}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = REGULAR_FILE
            entry.create_system = 3  # Unix, wherever it is built
            entry.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
            archive.writestr(entry, data)
    return path


def metadata_text(metadata: Metadata) -> bytes:
    """The METADATA (or PKG-INFO) file."""
    lines = ["Metadata-Version: 2.1", f"Name: {metadata.name}", f"Version: {metadata.version}"]
    lines += [f"Summary: {metadata.summary}", f"License: {metadata.licence}"]
    if metadata.requires_python:
        lines.append(f"Requires-Python: {metadata.requires_python}")
    lines += [f"Requires-Dist: {requirement}" for requirement in metadata.requires]
    return ("\n".join(lines) + "\n").encode()


def _record(entries: Mapping[str, bytes], own_name: str) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name, data in entries.items():
        value = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.writerow([name, f"sha256={value}", len(data)])
    rows.writerow([own_name, "", ""])
    return text.getvalue().encode()

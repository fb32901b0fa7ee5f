"""dist/sw.js: the service worker (site/worker) with the list of what this release consists of, each with its hash."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from toolchain import esbuild
from toolchain.pages.bundle import EVERYWHERE, PAGE_SCRIPTS, START, reached
from toolchain.pages.language import Language
from toolchain.paths import SITE

NAME = "sw.js"
ENTRY = "sw.mjs"
FOLDERS = ("app", "assets", "graphs", "rulebook", "vendor")
"""Where addresses change with their content."""
NOT_NEEDED = re.compile(
    r"vendor/(NOTICE|LICENSE)\.txt|assets/(icon-(512|maskable)|share-)"
    r"|vendor/onnxruntime-web/[^/]+/ort-wasm-simd-threaded\.wasm$"
)
"""Read by people or taken by the system, not by pages; and the whole runtime, wanted only where its part fails."""
SPOKEN = re.compile(r"\.([A-Za-z-]{2,7})\.[0-9a-f]{12}\.(?:json|txt)$")
"""The end of a file that belongs to one language (toolchain.languages.telling, toolchain.pages.tool_rest)."""
DIGITS = 12


def write(dist: Path, languages: Iterable[Language]) -> None:
    """Write the worker of everything that stands in `dist`; the same files give the same bytes."""
    modules = {path.name: path.read_bytes() for path in sorted((SITE / "worker").glob("*.mjs"))}
    modules["release.mjs"] = (
        f"export const release = {json.dumps(release(dist, languages), separators=(',', ':'))};\n".encode()
    )
    (dist / NAME).write_bytes(esbuild.bundle(ENTRY, modules))


def release(dist: Path, languages: Iterable[Language]) -> dict[str, Any]:
    """What the worker knows: its `id`, the hash of each file, and the tiers as lists of addresses."""
    files = {f"/{path.relative_to(dist).as_posix()}": _hash(path) for path in _files(dist)}
    prefixes = {language.id: language.address("").lstrip("/") for language in languages}
    spoken = {prefix: [path for path in files if _tag(path) == id] for id, prefix in prefixes.items()}
    common = [path for path in files if not _tag(path)]
    shell = [path for path in common if _is_shell(dist, path)]
    total = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()
    return {
        "id": total[:DIGITS],
        "files": files,
        "shell": shell,
        "tool": [path for path in common if path not in shell],
        "spoken": spoken,
    }


def _is_shell(dist: Path, path: str) -> bool:
    """Style, signs, rulebook, and the scripts that pages start with."""
    folder, name = path.split("/")[1], path.rsplit("/", 1)[1]
    if folder == "app":
        modules = {file.name: file.read_bytes() for file in (dist / path.lstrip("/")).parent.glob("*.mjs")}
        return name in reached((START, EVERYWHERE, *PAGE_SCRIPTS), modules)
    return folder == "assets"


def _tag(path: str) -> str:
    """The language a file belongs to, "" for all: /rulebook/search.ru.0123456789ab.json is "ru"."""
    found = SPOKEN.search(path)
    return found[1] if found else ""


def _files(dist: Path) -> Iterable[Path]:
    for folder in FOLDERS:
        for path in sorted((dist / folder).rglob("*")):
            if path.is_file() and not NOT_NEEDED.match(path.relative_to(dist).as_posix()):
                yield path


def _hash(path: Path) -> str:
    return base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()

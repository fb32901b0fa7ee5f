"""What the dev server sends for a file: its type, its validator, its bytes, compressed where the client accepts it."""

import threading
from pathlib import Path
from typing import NamedTuple

import brotli

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".onnx": "application/octet-stream",
    ".png": "image/png",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",  # streaming compilation refuses any other
    ".webmanifest": "application/manifest+json",
    ".weights": "application/octet-stream",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
ALREADY_COMPRESSED = (".ico", ".jpg", ".png", ".woff2")
# 11, what a CDN stores, takes half a minute for the engine's 14 MB; 5 takes a good half second, once
QUALITY = 5


class Body(NamedTuple):
    """Bytes to send and what to say about them."""

    data: bytes
    kind: str
    encoding: str | None
    tag: str  # entity tag, in its quotes


class Contents:
    """Reads files, and keeps their compressed form in memory for as long as the file on disk is the same."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[str, bytes]] = {}
        self._lock = threading.Lock()

    def body(self, path: Path, brotli_accepted: bool) -> Body:
        """The file as it is now. Raises OSError if it cannot be read."""
        kind = TYPES.get(path.suffix, "application/octet-stream")
        state = path.stat()
        tag = f"{state.st_mtime_ns:x}-{state.st_size:x}"
        if not brotli_accepted or path.suffix in ALREADY_COMPRESSED:
            return Body(path.read_bytes(), kind, None, f'"{tag}"')
        return Body(self._compressed(path, tag), kind, "br", f'"{tag}-br"')

    def _compressed(self, path: Path, tag: str) -> bytes:
        with self._lock:  # held while compressing: browsers ask for the same file several times at once
            kept = self._kept.get(path)
            if kept is None or kept[0] != tag:
                kept = self._kept[path] = (tag, brotli.compress(path.read_bytes(), quality=QUALITY))
        return kept[1]

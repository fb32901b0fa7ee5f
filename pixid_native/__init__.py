"""PixID under CPython: check and make identity photos with the pipeline that also runs in the browser.

    import pixid_native
    report = pixid_native.check("portrait.jpg", "schengen-visa")
    print(report.data()["verdict"])
    made, jpeg = pixid_native.make("portrait.jpg", "schengen-visa")

Both calls are synchronous and need no event loop. They share one engine per thread (its sessions take 0.3 s to open);
pass your own `NativeEngine` to choose folder or threads.
"""

import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixid.document import Document
    from pixid.pipeline import Made
    from pixid.verdict import Report
    from pixid_native.engine import NativeEngine

    Photo = str | os.PathLike[str] | bytes

__all__ = ["check", "make"]

# onnxruntime's published wheels for Linux and macOS report to their maker unless this is set before they are imported;
# PixID sends nothing anywhere
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

_thread = threading.local()

# Imports stand inside the functions: onnxruntime, NumPy and Pillow take most of the 0.3 s that `pixid --help` saves.


def check(
    photo: "Photo", document: "str | Document", *, as_is: bool = False, engine: "NativeEngine | None" = None
) -> "Report":
    """Judge a photo (path or bytes) for a document (id or Document).

    as_is: judge the file as it stands, not what it can become under the document's edit policy.
    Raises PhotoError for a photo that cannot be used, UnknownDocument, MissingData.
    """
    from pixid import drive, pipeline

    engine = engine or _shared_engine()
    try:
        return drive.finish(pipeline.check(engine, photo, _document(document), as_is))
    finally:
        engine.clear()


def make(
    photo: "Photo", document: "str | Document", *, engine: "NativeEngine | None" = None
) -> "tuple[Made, bytes | None]":
    """Judge a photo and make the document's file: what was made, and its bytes.

    The bytes are None where the document's rules leave nothing to make. Raises as `check` does.
    """
    from pixid import drive, pipeline

    engine = engine or _shared_engine()
    try:
        report = drive.finish(pipeline.check(engine, photo, _document(document)))
        made = drive.finish(pipeline.make(engine, report))
        return made, None if made.file is None else engine.contents(made.file.handle)
    finally:
        engine.clear()


def _document(document: "str | Document") -> "Document":
    from pixid_native import rulebook

    return rulebook.document(document) if isinstance(document, str) else document


def _shared_engine() -> "NativeEngine":
    from pixid_native.engine import NativeEngine

    engine: NativeEngine | None = getattr(_thread, "engine", None)
    if engine is None:
        engine = _thread.engine = NativeEngine()
    return engine

"""Writing a result so that nothing is ever lost: not the photo, not an earlier file when the disk is full."""

import os
from pathlib import Path

from pixid_native.stop import Stop
from pixid_native.words import STOPS


def writable(output: Path, photo: str) -> None:
    """Raises Stop where `output` cannot be written or is the photo itself, before any work is done."""
    if output.is_dir():
        raise Stop(STOPS["file.folder"].format(file=output))
    if not output.parent.is_dir():
        raise Stop(STOPS["file.nowhere"].format(folder=output.parent))
    if output.exists() and os.path.exists(photo) and output.samefile(photo):
        raise Stop(STOPS["file.photo"].format(file=output))


def write(output: Path, data: bytes) -> None:
    """Write beside the target, then rename: readers see the old file or the whole new one. Raises Stop."""
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with open(part, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Stop(STOPS["file.failed"].format(file=output, reason=error.strerror or error)) from error

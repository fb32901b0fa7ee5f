"""Writing a result so that nothing is ever lost: not the photo, not an earlier file when the disk is full."""

import os
from pathlib import Path

from pixid_native.stop import Stop


def writable(output: Path, photo: str) -> None:
    """Raises Stop where `output` cannot be written or is the photo itself, before any work is done."""
    if output.is_dir():
        raise Stop(f"{output} is a folder. Name a file in it.")
    if not output.parent.is_dir():
        raise Stop(f"There is no folder {output.parent} to write to.")
    if output.exists() and os.path.exists(photo) and output.samefile(photo):
        raise Stop(f"{output} is the photo itself. Name another file for -o.")


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
        raise Stop(f"{output} cannot be written: {error.strerror or error}.") from error

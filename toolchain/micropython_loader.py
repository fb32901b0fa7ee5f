"""MicroPython's JavaScript as pages get it. PyScript has no word for two things that it can be given:

A heap as large as a photo's work, so that nothing is collected in the middle of it. MicroPython for WebAssembly starts
with 1 MB; what does not fit is taken from further heaps, and for each of them everything is collected once.

A read-only file system with the compiled modules (romfs.py), which the page leaves in IMAGE before Python starts.
"""

from toolchain.errors import BuildError

HEAP = 16 * 2**20
"""Bytes. A photo's work leaves 2 to 4 MB behind; site/app/boot.mjs says from when on they are collected."""
IMAGE = "globalThis.pixidModules"
BEFORE = f"heapsize:{2**20},"
AFTER = f"heapsize:{HEAP},romfs:{IMAGE},"


def changed(loader: str) -> str:
    """MicroPython's JavaScript with both.

    Raises BuildError where it does not name its heap's size once, or knows no such file system.
    """
    if loader.count(BEFORE) != 1 or "mp_js_register_romfs" not in loader:
        raise BuildError("MicroPython's JavaScript takes its heap or its modules otherwise than micropython_loader.py.")
    return loader.replace(BEFORE, AFTER)

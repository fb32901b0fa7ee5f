"""MicroPython's heap in the page: as large as a photo's work, so that nothing is collected in the middle of it.

MicroPython for WebAssembly starts with 1 MB, and PyScript has no word for another size. What does not fit is taken from
further heaps, and for each of them everything is collected once.
"""

from toolchain.errors import BuildError

BYTES = 16 * 2**20
"""A photo's work leaves 2 to 4 MB behind; site/app/boot.mjs says from when on they are collected."""
NAME = "heapsize:"
BEFORE = f"{NAME}{2**20}"


def roomy(loader: str) -> str:
    """MicroPython's JavaScript, which starts with BYTES.

    Raises BuildError where it does not name its heap's size once.
    """
    if loader.count(BEFORE) != 1:
        raise BuildError("MicroPython's JavaScript names the size of its heap otherwise than micropython_heap.py.")
    return loader.replace(BEFORE, f"{NAME}{BYTES}")

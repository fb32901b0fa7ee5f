"""Pillow without its warnings and without its own limit on pixels.

Pillow warns about odd EXIF, cut palettes and "decompression bombs" and refuses pictures over 179 megapixels. Our own
limit is in `decode`, and what a user should know is said as a `PhotoError`. Both switches are global in Pillow and in
`warnings`, so nested and parallel uses are counted: the first one in sets them, the last one out puts them back.
"""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

_lock = threading.Lock()
_inside = 0
_pillows_limit: int | None = None
_warnings = warnings.catch_warnings()


@contextmanager
def quiet() -> Iterator[None]:
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _inside, _pillows_limit, _warnings
    with _lock:
        if _inside == 0:
            _warnings = warnings.catch_warnings()
            _warnings.__enter__()
            warnings.simplefilter("ignore")
            _pillows_limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        _inside += 1


def _leave() -> None:
    global _inside
    with _lock:
        _inside -= 1
        if _inside == 0:
            Image.MAX_IMAGE_PIXELS = _pillows_limit
            _warnings.__exit__(None, None, None)

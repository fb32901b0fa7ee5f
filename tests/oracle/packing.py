"""Whole numbers as short text: little-endian int32, bytes of equal weight together, zlib, base64."""

from __future__ import annotations

import base64
import zlib

import numpy as np
import numpy.typing as npt


def pack(values: npt.ArrayLike, per_unit: int) -> str:
    """`values` rounded to 1/per_unit; the shape is not kept."""
    whole = np.rint(np.asarray(values, dtype=np.float64) * per_unit).astype("<i4")
    planes = whole.reshape(-1).view(np.uint8).reshape(-1, 4).T
    return base64.b64encode(zlib.compress(planes.tobytes(), 9)).decode("ascii")


def unpack(text: str, per_unit: int, shape: tuple[int, ...]) -> npt.NDArray[np.float64]:
    """Inverse of `pack`. Raises ValueError when the count does not fit the shape."""
    planes = np.frombuffer(zlib.decompress(base64.b64decode(text)), dtype=np.uint8).reshape(4, -1)
    whole = np.ascontiguousarray(planes.T).view("<i4").reshape(shape)
    return whole.astype(np.float64) / per_unit

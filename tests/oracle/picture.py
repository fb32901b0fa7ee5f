"""Test pictures as arrays: decoded as the product decodes them, but with code of their own.

All arrays are uint8 [height, width, 3] RGB in sRGB. The recorder and the tests share this file, so both
look at the same pixels; that the product's decoder gives them too is itself a test.
"""

from __future__ import annotations

import functools
import hashlib
import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms, ImageOps

RGB = npt.NDArray[np.uint8]


def decode(path: Path) -> RGB:
    """The photo at `path`: EXIF orientation applied, embedded ICC profile converted to sRGB."""
    with Image.open(path) as file:
        profile = file.info.get("icc_profile")
        upright = ImageOps.exif_transpose(file)
    if profile and upright.mode == "RGB":
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(upright, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        assert converted is not None
        upright = converted
    return np.asarray(upright.convert("RGB"))


def astronaut() -> RGB:
    """512 x 512 px, NASA, public domain; scikit-image carries it as package data."""
    from skimage import data

    rgb: RGB = data.astronaut()  # type: ignore[no-untyped-call, unused-ignore]
    return rgb


def montage(tiles: list[RGB], columns: int) -> RGB:
    """Equal tiles side by side, row by row: a picture with several faces."""
    rows = [np.hstack(tiles[start : start + columns]) for start in range(0, len(tiles), columns)]
    return np.vstack(rows)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def area_weights(length: int, cells: int) -> npt.NDArray[np.float64]:
    """[cells, length]: share of each of `length` pixels in the mean of each of `cells` equal stretches."""
    edges = np.arange(cells + 1) * length / cells
    covered = np.minimum(edges[1:, None], np.arange(1, length + 1)) - np.maximum(edges[:-1, None], np.arange(length))
    shares: npt.NDArray[np.float64] = np.clip(covered, 0, None) * cells / length
    return shares


def linear_weights(source: int, wanted: int) -> npt.NDArray[np.float64]:
    """[wanted, source]: linear interpolation between pixel centres, the outermost ones repeated."""
    place = np.clip((np.arange(wanted) + 0.5) * source / wanted - 0.5, 0, source - 1)
    shares: npt.NDArray[np.float64] = np.clip(1 - np.abs(place[:, None] - np.arange(source)), 0, None)
    return shares


def area_mean(mask: npt.NDArray[np.floating], cells: int) -> npt.NDArray[np.float64]:
    """Exact area mean of mask [height, width] on a grid [cells, cells] over the whole picture."""
    height, width = mask.shape
    return np.asarray(area_weights(height, cells) @ mask.astype(np.float64) @ area_weights(width, cells).T)


def area_mean_enlarged(mask: npt.NDArray[np.floating], height: int, width: int, cells: int) -> npt.NDArray[np.float64]:
    """`area_mean` of the mask brought to height x width first, bilinearly."""
    rows = _enlarged_weights(mask.shape[0], height, cells)
    columns = _enlarged_weights(mask.shape[1], width, cells)
    return np.asarray(rows @ mask.astype(np.float64) @ columns.T)


@functools.cache
def _enlarged_weights(source: int, wanted: int, cells: int) -> npt.NDArray[np.float64]:
    weights: npt.NDArray[np.float64] = area_weights(wanted, cells) @ linear_weights(source, wanted)
    return weights

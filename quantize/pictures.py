"""Pictures to calibrate and to judge on: portraits where PIXID_PHOTOS names some, and always the astronaut's crops."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from skimage import data

Array = NDArray[Any]

PHOTOS = Path(__file__).parents[2] / "shared" / "photos"
SIDE = 1600
"""Long side of the working copy, px."""
PATTERNS = ("london_*_03.jpg", "congress_*.jpg", "pif_*", "webmorph_*", "ukho_image-*")
"""Frontal portraits of several sources and sizes."""
FACE = (224, 112)
"""Middle of the astronaut's face, px of 512."""


def pictures(count: int, start: int = 0) -> Iterator[tuple[str, Array]]:
    """`count` pictures uint8 [h, w, 3] with their names; another even `start` gives others of the same kinds."""
    photos = sorted(_photos()[start // 2 :: 2], key=lambda path: path.stem[::-1])  # sources mixed
    chosen = photos[:: max(1, len(photos) // count)][: count - 2] if photos else []
    for path in chosen:
        yield path.name, _read(path)
    for number in range(count - len(chosen)):
        yield f"astronaut, crop {start + number}", astronaut(start + number)


def sources() -> str:
    """In words, what `pictures` gives."""
    return "portraits of PIXID_PHOTOS and crops of skimage's astronaut" if _photos() else "crops of skimage's astronaut"


def astronaut(number: int) -> Array:
    """A crop around the astronaut's face, of another size and place for each number."""
    random = np.random.default_rng(number)
    half = int(random.integers(100, 190))
    x, y = (int(place + random.integers(-25, 26)) for place in FACE)
    whole: Array = data.astronaut()  # type: ignore[no-untyped-call, unused-ignore]
    return np.ascontiguousarray(whole[max(0, y - half) : y + half, max(0, x - half) : x + half])


def _photos() -> Sequence[Path]:
    folder = Path(os.environ.get("PIXID_PHOTOS", PHOTOS))
    return [path for pattern in PATTERNS for path in sorted(folder.glob(pattern))]


def _read(path: Path) -> Array:
    with Image.open(path) as file:
        upright = ImageOps.exif_transpose(file).convert("RGB")
    upright.thumbnail((SIDE, SIDE))
    return np.asarray(upright)

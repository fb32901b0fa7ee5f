"""The photos of the benchmark: one portrait of 1350 x 1350 px, and a 12-megapixel one made from it."""

import os
import shutil
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from toolchain.paths import BUILD, ROOT

FOLDER = BUILD / "bench"
SIDE = 1350
LARGE = (4000, 3000)
NOISE = 3.0  # levels, about what a phone leaves at ISO 200
QUALITY = {"portrait": 95, "large": 92}
SEED = 12


@cache
def portrait() -> Path:
    """A frontal portrait of PIXID_PHOTOS where there is one, else scikit-image's astronaut, as JPEG."""
    folder = Path(os.environ.get("PIXID_PHOTOS", ROOT.parent / "shared" / "photos"))
    photos = sorted(folder.glob("london_*_03.jpg"))
    if photos:
        FOLDER.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copyfile(photos[0], FOLDER / "portrait.jpg"))
    from skimage import data

    astronaut = Image.fromarray(data.astronaut())  # type: ignore[no-untyped-call, unused-ignore]
    return _write(ImageOps.fit(astronaut, (SIDE, SIDE)), "portrait")


@cache
def large() -> Path:
    """The portrait as a camera's 12-megapixel JPEG: enlarged, its edges drawn out to 4:3, with a sensor's noise."""
    with Image.open(portrait()) as file:
        enlarged = np.asarray(ImageOps.fit(file.convert("RGB"), (LARGE[1], LARGE[1])))
    beside = (LARGE[0] - LARGE[1]) // 2
    wide = np.pad(enlarged, ((0, 0), (beside, beside), (0, 0)), mode="edge").astype(np.float32)
    wide += np.random.default_rng(SEED).normal(0, NOISE, wide.shape).astype(np.float32)
    return _write(Image.fromarray(np.clip(np.round(wide), 0, 255).astype(np.uint8)), "large")


def _write(picture: Image.Image, name: str) -> Path:
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.jpg"
    picture.save(path, "JPEG", quality=QUALITY[name])
    return path

"""Read the recorded results; find the photo they belong to, or skip the test that needs it."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pytest

from tests.oracle import picture
from tests.oracle.packing import unpack

ROOT = Path(__file__).parents[2]
ASTRONAUT = "skimage.data.astronaut()"
Numbers = npt.NDArray[np.float64]


class Detection(NamedTuple):
    """One face: score 0..1, box (x0, y0, x1, y1) and six keypoints [6, 2] in photo px."""

    score: float
    box: Numbers
    keypoints: Numbers


class Recorded(NamedTuple):
    """What MediaPipe found in one picture; lengths in photo px."""

    key: str
    name: str
    width: int
    height: int
    pixels: str
    short: list[Detection]
    full: list[Detection]
    landmarks: Numbers | None
    mask: Numbers

    @property
    def ied(self) -> float:
        """Distance of the iris centres 468 and 473, px; 0 without a face."""
        if self.landmarks is None:
            return 0.0
        return float(np.linalg.norm(self.landmarks[468, :2] - self.landmarks[473, :2]))


class Montage(NamedTuple):
    """Detections in a picture put together from recorded photos, `columns` in a row."""

    tiles: list[str]
    columns: int
    short: list[Detection]
    full: list[Detection]


def photo_folder() -> Path:
    """PIXID_PHOTOS, or shared/photos beside the repository; need not exist."""
    return Path(os.environ.get("PIXID_PHOTOS", ROOT.parent / "shared" / "photos"))


@functools.cache
def photo_paths() -> dict[str, Path]:
    """sha256 of every file in the photo folder -> its path."""
    folder = photo_folder()
    files = sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    return {picture.sha256(path.read_bytes()): path for path in files}


@functools.cache
def photos() -> dict[str, Recorded]:
    return {key: _recorded(key, row) for key, row in _document()["photos"].items()}


@functools.cache
def montages() -> list[Montage]:
    rows = _document()["montages"]
    return [Montage(row["tiles"], row["columns"], _faces(row["short"]), _faces(row["full"])) for row in rows]


def present(choose: Callable[[Recorded], bool] = lambda recorded: True) -> list[Recorded]:
    """The recorded photos that can be read here. Skips the calling test when there is none."""
    chosen = [recorded for recorded in photos().values() if choose(recorded)]
    here = [recorded for recorded in chosen if recorded.name == ASTRONAUT or recorded.key in photo_paths()]
    if not here:
        pytest.skip(f"none of the {len(chosen)} recorded photos is in PIXID_PHOTOS={photo_folder()}")
    return here


def path_of(key: str) -> Path:
    """Where the photo with this sha256 lies. Skips the calling test when it is not here."""
    if key not in photo_paths():
        pytest.skip(f"photo {photos()[key].name} (sha256 {key[:12]}...) is not in PIXID_PHOTOS={photo_folder()}")
    return photo_paths()[key]


def pixels(recorded: Recorded) -> picture.RGB:
    """The picture itself. Fails when it does not decode to the pixels MediaPipe was given."""
    rgb = picture.astronaut() if recorded.name == ASTRONAUT else picture.decode(path_of(recorded.key))
    assert picture.sha256(rgb.tobytes())[:16] == recorded.pixels, f"{recorded.name} decodes to other pixels"
    return rgb


def montage_pixels(montage: Montage) -> picture.RGB:
    return picture.montage([picture.decode(path_of(key)) for key in montage.tiles], montage.columns)


@functools.cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(Path(__file__).with_name("mediapipe.json").read_text())
    return document


def _recorded(key: str, row: dict[str, Any]) -> Recorded:
    landmarks = None if row["landmarks"] is None else unpack(row["landmarks"], 100, (478, 3))
    return Recorded(
        key, row["name"], row["width"], row["height"], row["pixels"], _faces(row["short"]), _faces(row["full"]),
        landmarks, unpack(row["mask"], 1000, (32, 32)),
    )  # fmt: skip


def _faces(rows: list[list[float]]) -> list[Detection]:
    return [Detection(row[0], np.array(row[1:5]), np.array(row[5:]).reshape(6, 2)) for row in rows]

"""The hand-placed points of the Face Research Lab London portraits (*.tem) and the measured tops of their hair."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

LEFT_RING, RIGHT_RING = slice(2, 10), slice(10, 18)
"""Eight points each around the iris; points 0 and 1 sit on the reflection of the flash, not on the pupil."""
CHIN = 129
SKULL = 151
"""The top of the skull as the annotator guessed it under the hair."""
POINTS = 189


class Annotation(NamedTuple):
    """One portrait's truth in photo px; left and right are the image's. `hair_top` is a row y, None if unknown."""

    photo: Path
    eye_left: Numbers
    eye_right: Numbers
    chin: Numbers
    skull: Numbers
    hair_top: float | None

    @property
    def ied(self) -> float:
        return float(np.linalg.norm(self.eye_right - self.eye_left))

    @property
    def eyes(self) -> Numbers:
        """Midpoint of the eye centres."""
        middle: Numbers = (self.eye_left + self.eye_right) / 2
        return middle

    @property
    def unit(self) -> float:
        """T: eye midpoint to chin, px."""
        return float(np.linalg.norm(self.chin - self.eyes))


def portraits(folder: Path) -> list[Annotation]:
    """Every annotated London portrait in `folder`, by name."""
    tops = hair_tops(folder / "hair_tops.csv")
    return [read(path, tops.get(path.stem.split("_")[1])) for path in sorted(folder.glob("london_*.tem"))]


def read(template: Path, hair_top: float | None) -> Annotation:
    """A .tem file: the number of points, then one `x y` per line."""
    rows = [line.split() for line in template.read_text().splitlines()]
    if rows[0] != [str(POINTS)]:
        raise ValueError(f"{template.name} does not hold {POINTS} points")
    points = np.array([[float(value) for value in row] for row in rows[1 : POINTS + 1]])
    rings = (middle(points[LEFT_RING]), middle(points[RIGHT_RING]))
    return Annotation(template.with_suffix(".jpg"), *rings, points[CHIN], points[SKULL], hair_top)


def middle(points: Numbers) -> Numbers:
    """Centre of the bounding box: unlike the mean it does not depend on how the points are spread along the ring."""
    centre: Numbers = (points.min(axis=0) + points.max(axis=0)) / 2
    return centre


def hair_tops(path: Path) -> dict[str, float]:
    """Portrait number -> y of the top of the hair, px; empty without the file."""
    if not path.is_file():
        return {}
    with path.open(newline="") as file:
        return {row["id"]: float(row["hair_top_y_by_background_difference"]) for row in csv.DictReader(file)}

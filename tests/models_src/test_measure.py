"""Every named measure of the graphs against NumPy and OpenCV.

On a portrait that everybody has (skimage's astronaut), as it is, enlarged beyond the working copy and in poor light,
and on real portraits where they are at hand.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from models_src import face_map, measure_places
from pixid import face, measures
from pixid_native.data import FOLDER
from tests.browser import portrait
from tests.models_src.measures.taken import Taken
from tests.oracle import picture
from tests.oracle.recorded import photo_folder

WITHIN = {
    "codes": (1.2, 0.005),
    "share": (0.0012, 0.003),
    "": (0.006, 0.003),
    "log": (0.001, 0.003),
    "bits": (0.003, 0.001),
    "1/T": (0.0001, 0.001),
    "eye widths": (0.0001, 0.001),
}
"""By the unit in the graph's metadata: absolute and relative difference. A single cell of an eye (0.001 of its patch)
or texel that lies on a limit takes the most of it; no limit of ours is finer."""

STEADY = ("wall.fine", "wall.broad", "wall.shadow.left", "wall.shadow.right", "aside.left", "aside.right")
"""Shares without a single cell on a limit: means over smooth weights."""

DRAWN: dict[str, Callable[[], Image.Image]] = {
    "astronaut": lambda: Image.fromarray(picture.astronaut()),
    "enlarged": lambda: portrait.image(6),
    "dark": lambda: portrait.image(3).point(lambda level: round(level * 0.4 + 3)),
    "lit from one side": lambda: Image.fromarray(shaded(np.asarray(portrait.image(2)))),
}
REAL = (
    "london_002_03.jpg",
    "london_082_03.jpg",
    "webmorph_zoom_45cm.jpg",
    "ukho_image-m1-flash-shadow.jpg",
    "ukho_image-m2-glasses-reflection.jpg",
    "congress_H000666.jpg",
)
"""Light and dark skin, a large and small pictures, a shadow on the wall, reflections on glasses."""


def shaded(pixels: picture.RGB) -> picture.RGB:
    """The right half lit by a third, a grain of 6 codes over all."""
    ramp = np.linspace(1.0, 0.33, pixels.shape[1])[None, :, None]
    grain = np.random.default_rng(1).normal(0, 6, pixels.shape)
    return np.asarray(np.clip(np.round(pixels * ramp + grain), 0, 255), np.uint8)


@functools.cache
def published() -> dict[str, str]:
    """Every measure of the graphs as they are shipped: name -> unit."""
    graphs = json.loads((FOLDER / "graphs.json").read_text())["graphs"]
    outputs = [output for graph in graphs.values() for output in graph["outputs"].values() if "names" in output]
    return {name: unit for output in outputs for name, unit in zip(output["names"], output["units"], strict=True)}


@functools.cache
def drawn(name: str) -> Taken:
    return Taken(portrait.encoded(DRAWN[name](), "PNG"))


def test_every_measure_has_a_reference() -> None:
    """A measure added to a graph without its twin in tests/models_src/measures fails here, and so does a leftover."""
    assert set(drawn("astronaut").expected) == set(published())


@pytest.mark.parametrize("name", DRAWN)
def test_drawn(name: str) -> None:
    agree(drawn(name))


@pytest.mark.parametrize("name", REAL)
def test_real(name: str) -> None:
    path = photo_folder() / name
    if not path.is_file():
        pytest.skip(f"{name} is not in PIXID_PHOTOS")
    agree(Taken(str(path)))


def agree(taken: Taken) -> None:
    wrong = {}
    for name, unit in published().items():
        found, expected = taken.evidence.measures[name], taken.expected[name]
        absolute, relative = (0.0001, 0.003) if name in STEADY else WITHIN[unit]
        if abs(found - expected) > absolute + relative * abs(expected):
            wrong[name] = (found, expected)
    assert not wrong
    assert np.abs(taken.kept["shading"] - taken.shading).max() < 0.02


def test_the_cut_is_small_and_on_the_grid() -> None:
    for ied in (30.0, 230.0, 900.0):
        head = face.Axis((2000.0, 2500.0), (2000.0, 2500.0 + 1.8 * ied), ied, 1.8 * ied)
        left, top, right, bottom = measures.cut(head, 4000, 6000)
        assert left % 8 == top % 8 == 0
        assert 0 < (right - left) * (bottom - top) <= 1.02 * measures.MOST_PIXELS


def test_unit_of_the_head_map() -> None:
    """The mean face and the head map share their unit, T."""
    mean = face_map.mean_face()
    assert mean[468][1] == pytest.approx(0, abs=0.01)
    assert mean[152][1] == pytest.approx(1, abs=0.02)
    assert pytest.approx(1.8, abs=0.1) == measure_places.PER_T / face_map.PER_T

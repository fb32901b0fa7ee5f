"""The measuring graphs against NumPy and OpenCV, on a portrait that everybody has (skimage's astronaut)."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from models_src import face_map, measure_places
from pixid import face, measures, pipeline
from pixid.drive import finish
from pixid.evidence import Evidence
from pixid.surroundings import around
from pixid_native.engine import NativeEngine
from tests.models_src import measure_reference as reference
from tests.oracle import picture
from tests.pixid_native.pictures import encoded


class Taken:
    """The astronaut examined, with what the graphs saw."""

    def __init__(self) -> None:
        engine = NativeEngine()
        self.pixels = picture.astronaut()
        self.evidence: Evidence = finish(pipeline.examine(engine, encoded(Image.fromarray(self.pixels), "PNG")))
        self.alpha = engine.kept(self.evidence.picture)["alpha"]
        self.head = face.axis(self.evidence.points)
        self.region = around(self.head, self.evidence.picture)
        mesh = np.array(self.evidence.points).reshape(-1, 3)[:, :2]
        self.map, corner, per = reference.head_map(self.pixels, self.region, self.head.t)
        self.points = (mesh - corner) * per


@pytest.fixture(scope="module")
def taken() -> Taken:
    return Taken()


def agree(found: dict[str, float], expected: dict[str, float], absolute: float, relative: float) -> None:
    wrong = {k: (found[k], v) for k, v in expected.items() if abs(found[k] - v) > absolute + relative * abs(v)}
    assert not wrong


def test_tone(taken: Taken) -> None:
    expected = reference.tone(taken.map, taken.points)
    codes = {
        k: v for k, v in expected.items() if k.split(".")[0] not in ("ofiq",) and k not in ("skin.hot", "face.shade")
    }
    agree(taken.evidence.measures, codes, 1.5, 0.01)
    agree(taken.evidence.measures, {k: v for k, v in expected.items() if k not in codes}, 0.004, 0.02)


@pytest.mark.parametrize(("name", "side"), [("eye_left", 0), ("eye_right", 1)])
def test_eyes(taken: Taken, name: str, side: int) -> None:
    expected = reference.eye(taken.map, taken.points, face_map.LIDS[side], (468, 473)[side])
    agree(taken.evidence.measures, {f"{name}.{k}": v for k, v in expected.items()}, 2.0, 0.05)


def test_wall(taken: Taken) -> None:
    eyes = (taken.points[468] + taken.points[473]) / 2
    agree(taken.evidence.measures, reference.wall(taken.map, taken.alpha, eyes), 0.01, 0.03)


def test_detail(taken: Taken) -> None:
    crop = measures.cut(taken.head, taken.evidence.picture.width, taken.evidence.picture.height)
    zones = {
        "eyes": measures.zone(measures.EYES, taken.head, crop),
        "skin": measures.zone(measures.SKIN, taken.head, crop),
    }
    cut = taken.pixels[crop[1] : crop[3], crop[0] : crop[2]]
    expected = reference.detail(cut, taken.head.ied / measures.EYE_DISTANCE_MM, zones)
    agree(taken.evidence.measures, expected, 0.02, 0.03)


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

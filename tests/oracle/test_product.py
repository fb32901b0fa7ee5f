"""The pipeline itself, through the native engine, against MediaPipe: the graphs are proved in tests/models_src."""

from __future__ import annotations

import numpy as np

from models_src.mesh_points import SECOND_LOOK_SHIFT
from pixid.drive import finish
from pixid.pipeline import examine, roi
from pixid_native.engine import NativeEngine
from tests.oracle import chain, recorded
from tests.oracle.recorded import Recorded

EVERY = 6


def studio(photo: Recorded) -> bool:
    return photo.name.startswith("london_")


def test_eyes_are_mediapipes_less_the_correction() -> None:
    engine = NativeEngine()
    for photo in recorded.present(studio)[::EVERY]:
        evidence = finish(examine(engine, recorded.path_of(photo.key)))
        engine.clear()
        assert len(evidence.faces) == 1
        region = np.array(roi(evidence.faces[0]))
        assert np.abs(region - chain.region(photo.short[0])).max() < 0.01, photo.name
        _, _, side, turn = region
        shift = SECOND_LOOK_SHIFT * side / chain.CROP
        moved = shift * np.array([np.cos(turn) - np.sin(turn), np.sin(turn) + np.cos(turn)])
        assert photo.landmarks is not None
        for eye, row in ((evidence.measured.eye_left, 468), (evidence.measured.eye_right, 473)):
            assert np.abs(np.array(eye) + moved - photo.landmarks[row, :2]).max() < 0.002 * photo.ied, photo.name

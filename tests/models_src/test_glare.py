"""Reflections in lenses are seen alike on light and dark faces: the measure is held against the face's own skin."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from models_src.training.alterations import ALTERATIONS, Subject
from pixid import pipeline
from pixid.drive import finish
from pixid.evidence import Evidence
from pixid.thresholds import THRESHOLDS
from pixid_native.engine import NativeEngine
from tests.browser import portrait
from tests.oracle.picture import RGB


def glare(evidence: Evidence) -> float:
    """Share of the brighter eye's surroundings, %."""
    return 100 * max(evidence.measures["eye_left.glare"], evidence.measures["eye_right.glare"])


def examined(pixels: RGB) -> Evidence:
    return finish(pipeline.examine(NativeEngine(), portrait.encoded(Image.fromarray(pixels), "BMP")))


@pytest.mark.parametrize("light", [1.0, 0.6, 0.35])
def test_lamps_in_lenses(light: float) -> None:
    """The same lamp (white) before a face in full, half and a third of its codes."""
    face = np.asarray(np.round(np.asarray(portrait.image(3)) * light), np.uint8)
    plain = examined(face)
    assert glare(plain) < THRESHOLDS["glasses-glare"].risk
    points = np.array(plain.points).reshape(-1, 3)[:, :2]
    subject = Subject(face, points, np.zeros(face.shape[:2], np.float32), 1)
    assert glare(examined(ALTERATIONS["glasses"](subject, 2))) < THRESHOLDS["glasses-glare"].risk
    assert glare(examined(ALTERATIONS["lens_glare"](subject, 2))) > 3 * THRESHOLDS["glasses-glare"].risk

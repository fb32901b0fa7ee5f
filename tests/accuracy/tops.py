"""The two tops of the head: on busy backgrounds, by cross-validation over people, and how true our uncertainty is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image

from pixid import face as measures
from pixid import pipeline
from pixid.drive import finish
from pixid.evidence import Evidence
from pixid.face import Face
from pixid.surroundings import around
from pixid_native.engine import NativeEngine
from tests.accuracy import composed
from tests.accuracy.annotations import Annotation, Numbers
from tests.accuracy.composed import Pixels

QUALITY = 92
"""JPEG quality of a composed photo, as a phone writes it."""


BUSY = tuple(composed.BACKGROUNDS)
OWN_HAIR = "own hair"


class Terms(NamedTuple):
    """What the crown's rule reads of one portrait, and the truth, all heights over the eyes in T."""

    hair: float
    mesh_top: float
    truth: float


def terms(truth: Annotation, evidence: Evidence, mesh: list[float]) -> Terms:
    """`mesh`: flat 478 x 3 of the same photo."""
    face = evidence.measured
    up = (np.array(face.eyes) - np.array(face.chin)) / face.t

    def over_eyes(point: Numbers) -> float:
        return float((point - np.array(face.eyes)) @ up / face.t)

    top = np.array(mesh[3 * measures.FOREHEAD : 3 * measures.FOREHEAD + 2])
    return Terms(over_eyes(np.array(face.hair_top)), over_eyes(top), over_eyes(truth.skull))


def cross_validated(people: list[Terms]) -> Numbers:
    """Error of the rule for each person when its constants are fitted to all the others, T."""
    known = np.array([[1.0, min(one.hair, measures.HIGHEST_HAIR), one.mesh_top] for one in people])
    truth = np.array([one.truth for one in people])
    errors = []
    for k, one in enumerate(people):
        others = np.arange(len(people)) != k
        factors = np.linalg.lstsq(known[others], truth[others], rcond=None)[0]
        errors.append(min(float(known[k] @ factors), one.hair - measures.LEAST_HAIR) - one.truth)
    return np.array(errors)


class Busy(NamedTuple):
    """A portrait before another wall: the face measured on it, and the row of the top of the hair as composed, px."""

    face: Face
    hair_top: float


def before_busy_walls(engine: NativeEngine, truth: Annotation) -> Iterator[tuple[str, Busy]]:
    """By background: the three drawn ones, and a wall of the hair's own colour."""
    evidence = finish(pipeline.examine(engine, truth.photo))
    pixels = np.asarray(Image.open(truth.photo).convert("RGB"))
    alpha = composed.matte(pixels, spread(engine, evidence, pixels))
    engine.clear()
    walls = {name: draw(*alpha.shape) for name, draw in composed.BACKGROUNDS.items()}
    walls[OWN_HAIR] = np.full_like(pixels, hair_colour(pixels, evidence.measured))
    for name, background in walls.items():
        file = io.BytesIO()
        Image.fromarray(composed.before(pixels, alpha, background)).save(file, "JPEG", quality=QUALITY)
        face = finish(pipeline.examine(engine, file.getvalue())).measured
        yield name, Busy(face, composed.top(alpha, truth.unit))
        engine.clear()


def spread(engine: NativeEngine, evidence: Evidence, pixels: Pixels) -> Numbers:
    """The person's mask over the whole photo."""
    face, picture = evidence.measured, evidence.picture
    left, top, width, height = (round(side) for side in around(measures.axis_of(face), picture))
    masks = engine.kept(picture)  # a doubted mask was replaced by one of the head alone
    kept = masks.get("alpha_wide", masks["alpha"]).reshape(256, 256)
    mask = np.zeros(pixels.shape[:2])
    mask[top : top + height, left : left + width] = cv2.resize(kept, (width, height))
    return mask


def hair_colour(pixels: Pixels, face: Face) -> Pixels:
    """The median of a patch just under the top of the hair."""
    x, y, side = round(face.hair_top[0]), round(face.hair_top[1] + 0.12 * face.t), round(0.06 * face.t)
    patch = pixels[y - side : y + side, x - 2 * side : x + 2 * side]
    colour: Pixels = np.median(patch, axis=(0, 1)).astype(np.uint8)
    return colour

"""Our graphs as MediaPipe chains them: detection -> region -> landmarks; segmentation with its own crop.

Written from mediapipe's graph options, apart from the product's own chaining.
"""

from __future__ import annotations

import numpy as np

from models_src.mesh_points import SECOND_LOOK_SHIFT, SHIFTED
from tests.oracle.graphs import Array, Working, run, shipped
from tests.oracle.recorded import Detection, Numbers

ROI_GROWTH = 1.5
CROP = 192
MASK = 256


def detections(graph: str, working: Working) -> list[Detection]:
    return as_detections(run(shipped(graph), image=working.image, scale=working.scale))


def as_detections(found: dict[str, Array]) -> list[Detection]:
    """A detector graph's outputs face by face; photo px."""
    faces = zip(found["scores"], found["boxes"], found["points"], strict=True)
    return [Detection(float(score), box, points.reshape(6, 2)) for score, box, points in faces]


def region(face: Detection) -> Array:
    """[4]: centre x, y and side in photo px, turn in radians; the eyes (keypoints 0 and 1) come to lie level."""
    x0, y0, x1, y1 = face.box
    along = face.keypoints[1] - face.keypoints[0]
    side = ROI_GROWTH * max(x1 - x0, y1 - y0)
    return np.array([(x0 + x1) / 2, (y0 + y1) / 2, side, np.arctan2(along[1], along[0])], dtype=np.float32)


def landmarks(working: Working, roi: Array) -> Numbers:
    """478 x (x, y, z) in photo px as MediaPipe has them: our correction of irises, lids and lips is undone."""
    points = run(shipped("mesh"), image=working.image, scale=working.scale, roi=roi)["points"].astype(np.float64)
    turn, pixel = float(roi[3]), float(roi[2]) / CROP
    down_right = np.array([np.cos(turn) - np.sin(turn), np.sin(turn) + np.cos(turn)])
    points[list(SHIFTED), :2] += SECOND_LOOK_SHIFT * pixel * down_right
    return points


def mask(working: Working) -> Numbers:
    """Person probability [256, 256] over the whole photo, cropped as MediaPipe's CPU code does.

    Half a cell up and left; blended with black where a photo of less than 256 px is enlarged over its last pixel.
    """
    height, width = (n * float(s) for n, s in zip(working.image.shape[:2], working.scale[::-1], strict=True))
    corner = [(1 - width / MASK) / 2, (1 - height / MASK) / 2]
    whole = np.array([*corner, width, height], dtype=np.float32)
    head = np.array([width / 2, height / 2, width / 2, height * 0.75], dtype=np.float32)
    framed = np.pad(working.image, ((0, 1), (0, 1), (0, 0)))
    made = run(shipped("person"), image=framed, scale=working.scale, region=whole, head=head)
    return made["alpha"].astype(np.float64)

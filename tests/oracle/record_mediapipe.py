"""Record what MediaPipe itself finds in the test photos, as numbers: writes tests/oracle/mediapipe.json.

Needs an environment of its own, because mediapipe wants numpy < 2 and protobuf < 5 and Python 3.11 or 3.12:

    python3.11 -m venv oracle
    oracle/bin/pip install mediapipe==0.10.21 scikit-image==0.26.0 "numpy<2" pillow==13.0.0
    PIXID_PHOTOS=../shared/photos oracle/bin/python -m tests.oracle.record_mediapipe

Settings: FaceMesh(static_image_mode, refine_landmarks, max_num_faces=1, min_detection_confidence=0.5);
FaceDetection keeps its built-in thresholds, 0.5 for short and 0.6 for full range, whatever it is asked for
(in this wheel the option is dead); SelfieSegmentation(model_selection=0), the square network.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mediapipe  # type: ignore[import-not-found, unused-ignore]
import numpy as np

from tests.oracle import picture
from tests.oracle.packing import pack

LANDMARKS_PER_PX = 100
MASK_CELLS = 32
MASK_PER_UNIT = 1000
MONTAGE_TILES, MONTAGE_COLUMNS = 6, 3
RECORD = Path(__file__).with_name("mediapipe.json")
CONGRESS_STEP = 3  # every third of the 77 portraits, by name
PATTERNS = ("london_*_03.jpg", "pif_*", "ukho_*", "webmorph_*", "facerec_*", "gsa_*")


def chosen(folder: Path) -> list[Path]:
    congress = sorted(folder.glob("congress_*.jpg"))[::CONGRESS_STEP]
    return congress + [path for pattern in PATTERNS for path in sorted(folder.glob(pattern))]


class Oracle:
    """MediaPipe's four solutions on one picture."""

    def __init__(self) -> None:
        solutions = mediapipe.solutions
        self.short = solutions.face_detection.FaceDetection(model_selection=0)
        self.full = solutions.face_detection.FaceDetection(model_selection=1)
        self.mesh = solutions.face_mesh.FaceMesh(
            static_image_mode=True, refine_landmarks=True, max_num_faces=1, min_detection_confidence=0.5
        )
        self.selfie_options = {"model_selection": 0}

    def detections(self, rgb: picture.RGB) -> dict[str, Any]:
        return {"short": self._faces(self.short, rgb), "full": self._faces(self.full, rgb)}

    @staticmethod
    def _faces(detector: Any, rgb: picture.RGB) -> list[list[float]]:
        """Per face, best first: score, box x0 y0 x1 y1, six keypoints x y; photo px."""
        height, width = rgb.shape[:2]
        faces = []
        for detection in detector.process(rgb).detections or []:
            box = detection.location_data.relative_bounding_box
            numbers = [box.xmin * width, box.ymin * height]
            numbers += [(box.xmin + box.width) * width, (box.ymin + box.height) * height]
            for point in detection.location_data.relative_keypoints:
                numbers += [point.x * width, point.y * height]
            faces.append([round(detection.score[0], 5), *(round(number, 3) for number in numbers)])
        return faces

    def landmarks(self, rgb: picture.RGB) -> str | None:
        """478 x (x, y, z) in photo px, packed; None without a face."""
        height, width = rgb.shape[:2]
        faces = self.mesh.process(rgb).multi_face_landmarks
        if not faces:
            return None
        points = [(point.x * width, point.y * height, point.z * width) for point in faces[0].landmark]
        return pack(points, LANDMARKS_PER_PX)

    def mask(self, rgb: picture.RGB) -> str:
        """Person probability, area mean on 32 x 32 cells, packed. A fresh network each: no earlier mask enters."""
        with mediapipe.solutions.selfie_segmentation.SelfieSegmentation(**self.selfie_options) as selfie:
            mask = np.asarray(selfie.process(rgb).segmentation_mask)
        return pack(picture.area_mean(mask, MASK_CELLS), MASK_PER_UNIT)

    def record(self, name: str, rgb: picture.RGB) -> dict[str, Any]:
        height, width = rgb.shape[:2]
        return {
            "name": name, "width": width, "height": height, "pixels": picture.sha256(rgb.tobytes())[:16],
            **self.detections(rgb), "landmarks": self.landmarks(rgb), "mask": self.mask(rgb),
        }  # fmt: skip


def records(oracle: Oracle, paths: list[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in paths:
        yield picture.sha256(path.read_bytes()), oracle.record(path.name, picture.decode(path))
    rgb = picture.astronaut()
    yield picture.sha256(rgb.tobytes()), oracle.record("skimage.data.astronaut()", rgb)


def montages(oracle: Oracle, paths: list[Path]) -> Iterator[dict[str, Any]]:
    """Detections in pictures of six Congress portraits each (225 x 275 px tiles)."""
    portraits = [path for path in paths if path.name.startswith("congress_")]
    for start in range(0, len(portraits) - MONTAGE_TILES + 1, MONTAGE_TILES):
        group = portraits[start : start + MONTAGE_TILES]
        rgb = picture.montage([picture.decode(path) for path in group], MONTAGE_COLUMNS)
        tiles = [picture.sha256(path.read_bytes()) for path in group]
        yield {"tiles": tiles, "columns": MONTAGE_COLUMNS, **oracle.detections(rgb)}


def main() -> None:
    paths = chosen(Path(os.environ.get("PIXID_PHOTOS", "../shared/photos")))
    oracle = Oracle()
    about = {
        "mediapipe": mediapipe.__version__,
        "faces": "score, x0, y0, x1, y1, then x, y of six keypoints; photo px",
        "landmarks": f"478 x (x, y, z), 1/{LANDMARKS_PER_PX} photo px, tests/oracle/packing.py",
        "mask": f"{MASK_CELLS} x {MASK_CELLS} area means, 1/{MASK_PER_UNIT}, tests/oracle/packing.py",
    }
    found = dict(records(oracle, paths))
    lines = [f' "about": {json.dumps(about)}', ' "photos": {\n' + _rows(found) + "\n }"]
    lines.append(' "montages": [\n' + ",\n".join("  " + _line(row) for row in montages(oracle, paths)) + "\n ]")
    RECORD.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(f"{len(found)} pictures, {RECORD.stat().st_size} bytes")


def _rows(found: dict[str, dict[str, Any]]) -> str:
    return ",\n".join(f"  {json.dumps(key)}: {_line(row)}" for key, row in found.items())


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, separators=(",", ":"))


if __name__ == "__main__":
    main()

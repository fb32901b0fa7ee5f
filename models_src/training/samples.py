"""Every picture that training and accuracy look at, examined once and kept in build/samples.

A sample is a portrait as it is, or one of the alterations of a neutral London portrait in one strength.
"""

import csv
import hashlib
import io
import os
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
from PIL import Image

from models_src.mesh import LOOKS
from models_src.training.alterations import ALTERATIONS, Subject
from pixid import face as faces
from pixid import pipeline
from pixid.drive import finish
from pixid.errors import PhotoError
from pixid.evidence import Evidence
from pixid.surroundings import around
from pixid_native.data import FOLDER
from pixid_native.engine import NativeEngine

ROOT = Path(__file__).parents[2]
CACHE = ROOT / "build" / "samples"
KEPT = (*LOOKS, "shading", "alpha")
STRENGTHS = (1, 2, 3)
MIDDLE = 2
"""The strength that promises are about; the others are drawn on a third as many people."""


class Sample(NamedTuple):
    """`kept`: what the graphs left in the engine (float16), `evidence` None where no face was found."""

    photo: str
    alteration: str
    strength: int
    evidence: Evidence | None
    kept: dict[str, Any]

    @property
    def person(self) -> str:
        """Pictures of one person never stand on both sides of a cross-validation."""
        stem = self.photo.split(".")[0]
        if stem.startswith("london_"):
            return stem.rsplit("_", 1)[0]
        return stem.rsplit("-", 2)[0] if stem.startswith("ukho_image-") else stem

    @property
    def london(self) -> bool:
        return self.photo.startswith("london_")

    @property
    def neutral(self) -> bool:
        """A neutral London portrait, unaltered: the compliant set."""
        return self.london and self.photo.endswith("_03.jpg") and not self.alteration


def photo_folder() -> Path:
    """PIXID_PHOTOS. Raises SystemExit without it."""
    folder = os.environ.get("PIXID_PHOTOS")
    if not folder:
        raise SystemExit("PIXID_PHOTOS names no folder of portraits (labels.csv tells what is in it).")
    return Path(folder)


def portraits(folder: Path) -> list[str]:
    """Names of the photographs, paintings left out."""
    with (folder / "labels.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return sorted(row["file"] for row in rows if "painting" not in (row.get("label") or ""))


def all_samples(
    people: int,
    strengths: Sequence[int] = STRENGTHS,
    names: Sequence[str] = tuple(ALTERATIONS),
    kept_only: bool = False,
) -> Iterator[Sample]:
    """The portraits, then every alteration of at most `people` neutral London portraits, spread evenly over them.

    `kept_only`: alterations that were examined before, no new ones (an hour's work on a small machine).
    """
    folder, engine = photo_folder(), NativeEngine()
    for name in portraits(folder):
        yield _cached(folder, engine, name, "", 0)
    neutral = sorted(path.name for path in folder.glob("london_*_03.jpg"))
    chosen = [neutral[i * len(neutral) // people] for i in range(min(people, len(neutral)))]
    for alteration in names:
        for strength in strengths:
            for name in chosen if strength == MIDDLE else chosen[::3]:
                if not kept_only or _path(name, alteration, strength).exists():
                    yield _cached(folder, engine, name, alteration, strength)


def _path(name: str, alteration: str, strength: int) -> Path:
    return CACHE / _digest() / f"{name}.{alteration}.{strength}.pickle"


def _cached(folder: Path, engine: NativeEngine, name: str, alteration: str, strength: int) -> Sample:
    path = _path(name, alteration, strength)
    if path.exists():
        return Sample(*pickle.loads(path.read_bytes()))
    source: object = folder / name
    if alteration:
        source = _bmp(ALTERATIONS[alteration](_subject(folder, engine, name), strength))
    sample = _examined(engine, source, name, alteration, strength)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(tuple(sample)))
    return sample


def _examined(engine: NativeEngine, source: object, name: str, alteration: str, strength: int) -> Sample:
    try:
        evidence = finish(pipeline.examine(engine, source))
    except PhotoError:
        return Sample(name, alteration, strength, None, {})
    kept = engine.kept(evidence.picture)
    kept["alpha"] = kept.get("alpha_wide", kept["alpha"])  # a doubted mask was replaced by one of the head alone
    engine.clear()
    return Sample(name, alteration, strength, evidence, {key: kept[key].astype(np.float16) for key in KEPT})


def _subject(folder: Path, engine: NativeEngine, name: str) -> Subject:
    if name not in _SUBJECTS:
        sample = _cached(folder, engine, name, "", 0)
        assert sample.evidence is not None
        picture = np.asarray(Image.open(folder / name).convert("RGB"))
        head = faces.axis(sample.evidence.points)
        x, y, width, height = (round(side) for side in around(head, sample.evidence.picture))
        alpha = np.zeros(picture.shape[:2], np.float32)
        resized = np.asarray(cv2.resize(sample.kept["alpha"].astype(np.float32), (width, height)))
        alpha[y : y + height, x : x + width] = resized[: picture.shape[0] - y, : picture.shape[1] - x]
        points = np.array(sample.evidence.points).reshape(-1, 3)[:, :2]
        _SUBJECTS[name] = Subject(picture, points, alpha, int(name.split("_")[1]) // 2)
    return _SUBJECTS[name]


_SUBJECTS: dict[str, Subject] = {}


def _bmp(picture: Any) -> bytes:
    """Lossless and quick."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "BMP")
    return file.getvalue()


def _digest() -> str:
    """Of what the samples depend on: the graphs (the measuring one by its sources: its file holds the heads, which
    are fitted on the samples), the alterations, the pipeline's measures."""
    if not _DIGEST:
        hashed = hashlib.sha256()
        for name in ("find", "find_far", "mesh", "person", "detail", "reduce"):
            hashed.update((FOLDER / "graphs" / f"{name}.onnx").read_bytes())
        graphs = ROOT / "models_src"
        sources = [path for pattern in MEASURING for path in sorted(graphs.glob(pattern))]
        sources += sorted(Path(__file__).with_name("alterations").glob("*.py"))
        for source in [*sources, ROOT / "pixid" / "measures.py"]:
            hashed.update(source.read_bytes())
        _DIGEST.append(hashed.hexdigest()[:12])
    return _DIGEST[0]


MEASURING = ("measure*.py", "face_map.py", "shading.py", "sampling.py", "reduce.py", "graph.py", "*.json")
"""Sources of graph measure."""
_DIGEST: list[str] = []

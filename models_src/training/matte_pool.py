"""Composed portraits to train the matte's network on, as it will see them: the grid's colours, the segmenter's mask of
the composed photo, the classic matte, and the truth.

`python -m models_src.training.matte_pool [PER_PHOTO]` fills build/samples; run by hand, with PIXID_PHOTOS set.
"""

from __future__ import annotations

import functools
import io
import sys

import cv2
import numpy as np
import numpy.typing as npt
import onnxruntime
from PIL import Image

from models_src import matte
from models_src.graph import FLOAT, UINT8, Graph
from models_src.training import mattes, scenes
from models_src.training.mattes import Portrait
from models_src.training.samples import CACHE, photo_folder
from pixid import face as faces
from pixid import pipeline
from pixid.drive import finish
from pixid.errors import PhotoError
from pixid.matte import take
from pixid.surroundings import CLOSE_SIDE, around
from pixid_native.engine import NativeEngine
from pixid_native.sessions import Tensor

FOLDER = CACHE / "matte-pool"
PER_PHOTO = 12
CHANNELS = 6
"""Red, green, blue, mask, classic matte, truth: bytes."""


def main(per_photo: int) -> None:
    engine = NativeEngine()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for photo in sorted(photo_folder().glob("london_*.jpg")):
        path = FOLDER / f"{photo.stem}.npz"
        if not path.exists():
            portrait = mattes.portrait(engine, photo)
            dice = np.random.default_rng([int(portrait.person), int(photo.stem.split("_")[2])])
            made = [one for one in (sample(engine, portrait, dice) for _ in range(per_photo)) if one is not None]
            np.savez(path, **{f"s{k}": one for k, one in enumerate(made)})
            print(photo.stem, len(made), flush=True)


def sample(engine: NativeEngine, portrait: Portrait, dice: np.random.Generator) -> npt.NDArray[np.uint8] | None:
    """[rows, columns, CHANNELS], None where no face was found."""
    pixels = composed(portrait, dice)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=int(dice.integers(55, 97)))
    try:
        evidence = finish(pipeline.examine(engine, file.getvalue()))
    except PhotoError:
        return None
    head, picture = faces.axis(evidence.points), evidence.picture
    finish(take(engine, picture, head))
    kept = engine.kept(evidence.picture)
    engine.clear()
    feed = {
        "image": np.asarray(Image.open(file).convert("RGB")),
        "scale": np.ones(2, np.float32),
        "region": np.array(around(head, picture), np.float32),
        "close_region": np.array(around(head, picture, CLOSE_SIDE), np.float32),
        "head": np.array([*head.eyes, *head.chin], np.float32),
        "softness": np.array([evidence.softness], np.float32),
        "alpha": kept["alpha"],
        "alpha_wide": kept["alpha_wide"],
    }
    return stacked(feed, portrait.alpha)


def stacked(feed: dict[str, Tensor], truth: npt.NDArray[np.float32]) -> npt.NDArray[np.uint8]:
    """What the grid holds for one feed of graph `matte`, and the truth on it."""
    colours, mask, share, area = _grid().run(["colours", "mask", "share", "area"], feed)
    left, top, width, height = area.round().astype(int)
    small = cv2.resize(
        truth[top : top + height, left : left + width], colours.shape[:1:-1], interpolation=cv2.INTER_AREA
    )
    planes = np.concatenate([colours[0], mask[0], matte.stretched(share[0]), small[None]])
    return np.clip(planes.transpose(1, 2, 0) * 255, 0, 255).round().astype(np.uint8)


@functools.cache
def _grid() -> onnxruntime.InferenceSession:
    """The graph's values on its grid, as outputs."""
    g = Graph("matte")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    given = {name: g.input(name, FLOAT, shape) for name, shape in matte.GIVEN.items()}
    grid = matte.on_grid(g, image, **given)
    for name, planes in (("colours", 3), ("mask", 1), ("share", 1)):
        g.output(getattr(grid, name), name, FLOAT, [1, planes, "rows", "columns"])
    g.output(grid.area, "area", FLOAT, [4])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(g.build().SerializeToString(), options, providers=["CPUExecutionProvider"])


def composed(portrait: Portrait, dice: np.random.Generator) -> npt.NDArray[np.uint8]:
    """The person before a scene, with its colour thrown on the person's edge at times, in other light, with grain."""
    height, width = portrait.alpha.shape
    scene, alpha = scenes.scene(height, width, dice), portrait.alpha[..., None]
    person = portrait.pixels
    if dice.random() < 0.3:
        thrown = cv2.GaussianBlur(scene * (1 - alpha), (0, 0), 0.15 * portrait.t)
        person = person * (1 - 0.25 * thrown) + 0.25 * thrown * person.mean()
    made = person + (1 - alpha) * (scene - portrait.wall)
    if dice.random() < 0.4:
        made = made * dice.uniform(0.4, 1.1) * np.exp(dice.normal(0, 0.06, 3))
    if dice.random() < 0.25:
        made = cv2.GaussianBlur(made, (0, 0), float(dice.uniform(0.5, 1.6)))
    made = made * 255 + dice.normal(0, np.exp(dice.uniform(-0.5, 2.2)), made.shape)
    return np.clip(made, 0, 255).round().astype(np.uint8)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PER_PHOTO)

"""Composed portraits to train the matte's network on, as it will see them: the grid's colours, both looks of the
segmenter at the composed photo, the classic matte, and the truth.

Every sample is drawn anew: a person mirrored, turned and in other light, before a scene of their own.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
import onnxruntime
from PIL import Image

from models_src import corrected, matte
from models_src.graph import FLOAT, UINT8, Graph
from models_src.training import scenes
from models_src.training.covers import covered
from models_src.training.cutouts import Cutout, bent, lit, moved, shaded, whole
from models_src.training.dressed import dressed
from models_src.training.lent import lent
from models_src.training.mattes import Numbers
from models_src.training.tufts import tufted
from pixid.engine import Picture
from pixid.face import Axis
from pixid.surroundings import CLOSE_SIDE, MASK_SIDE, around
from pixid_native.sessions import Sessions, Tensor

CHANNELS = 9
"""Red, green, blue, place to the side and down (corrected.places), the two masks, classic matte, truth: bytes."""
WIDE, CLASSIC, TRUTH = 5, 7, 8
COVERED = 0.08
"""Part of the heads that are covered or bald."""
ASTRAY = 0.02
"""T by which eyes and chin are off at random, as the mesh finds them."""


class Style(NamedTuple):
    """How samples are drawn: before which `kinds` of scenes, and the parts of the people who are given another outline
    (`bent`), a bunch of hair that they have not got (`tufted`), somebody else's hair (`lent`) and light that differs
    from place to place (`shaded`); `blurred` and `alike`: parts of the scenes that are out of focus and in the
    person's colours, `dressed` of the people who wear other clothes."""

    kinds: scenes.Kinds
    bent: float = 0.0
    tufted: float = 0.0
    lent: float = 0.0
    shaded: float = 0.0
    blurred: float = 0.6
    alike: float = 0.2
    dressed: float = 0.0
    whole: bool = False
    """Are holes in clothes closed?"""


def sample(
    looks: Sessions, cut: Cutout, others: Sequence[Cutout], style: Style, dice: np.random.Generator
) -> npt.NDArray[np.uint8]:
    """[rows, columns, CHANNELS] of a person before a new scene; `others`: whose hair may be lent."""
    cut = moved(whole(cut) if style.whole else cut, dice)
    if style.lent and dice.random() < style.lent:
        other = others[int(dice.integers(len(others)))]
        cut = lent(cut, whole(other) if style.whole else other, dice)
    if style.bent and dice.random() < style.bent:
        cut = bent(cut, dice)
    if style.tufted and dice.random() < style.tufted:
        cut = tufted(cut, dice)
    if style.dressed and dice.random() < style.dressed:
        cut = dressed(cut, dice)
    cut = lit(covered(cut, dice) if dice.random() < COVERED else cut, dice)
    if style.shaded and dice.random() < style.shaded:
        cut = shaded(cut, dice)
    file = io.BytesIO()
    Image.fromarray(composed(cut, style, dice)).save(file, "JPEG", quality=int(dice.integers(55, 97)))
    pixels = np.asarray(Image.open(file))
    height, width = pixels.shape[:2]
    eyes, chin = (tuple(np.add(place, dice.normal(0, ASTRAY * cut.t, 2))) for place in (cut.eyes, cut.chin))
    head, picture = Axis(eyes, chin, 0.0, cut.t), Picture(0, width, height, width, height, "jpeg", 0, "")
    feed: dict[str, Tensor] = {"image": pixels, "scale": np.ones(2, np.float32)}
    feed["head"] = np.array([*eyes, *chin], np.float32)
    region, close = (np.array(around(head, picture, side), np.float32) for side in (MASK_SIDE, CLOSE_SIDE))
    wide = looks.run("person", {**feed, "region": region})
    near = looks.run("person", {**feed, "region": close})
    feed |= {"window": region, "region": region, "close_region": close, "softness": wide["softness"]}
    return stacked({**feed, "alpha_wide": wide["alpha"], "alpha": near["alpha"]}, cut.alpha)


def stacked(feed: dict[str, Tensor], truth: Numbers) -> npt.NDArray[np.uint8]:
    """What the grid holds for one feed of graph `matte`, and the truth on it."""
    names = ["colours", "places", "wide", "close", "share", "area"]
    colours, places, wide, close, share, area = _grid().run(names, feed)
    left, top, width, height = area.round().astype(int)
    small = cv2.resize(
        truth[top : top + height, left : left + width], colours.shape[:1:-1], interpolation=cv2.INTER_AREA
    )
    planes = np.concatenate([colours[0], places[0], wide[0], close[0], matte.stretched(share[0]), small[None]])
    return np.clip(planes.transpose(1, 2, 0) * 255, 0, 255).round().astype(np.uint8)


@functools.cache
def _grid() -> onnxruntime.InferenceSession:
    """The graph's values on its grid, as outputs."""
    g = Graph("matte")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    given = {name: g.input(name, FLOAT, shape) for name, shape in matte.GIVEN.items()}
    grid = matte.on_grid(g, image, **given)
    for name, planes in (("colours", 3), ("wide", 1), ("close", 1), ("share", 1)):
        g.output(getattr(grid, name), name, FLOAT, [1, planes, "rows", "columns"])
    g.output(grid.area, "area", FLOAT, [4])
    places = corrected.places(g, grid.colours, grid.area, given["head"])
    g.output(places, "places", FLOAT, [1, 2, "rows", "columns"])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(g.build().SerializeToString(), options, providers=["CPUExecutionProvider"])


def composed(cut: Cutout, style: Style, dice: np.random.Generator) -> npt.NDArray[np.uint8]:
    """The person before a scene, with its colour thrown on the person's edge at times, in other light, with grain."""
    height, width = cut.alpha.shape
    scene = scenes.scene(height, width, dice, _own(cut, dice), style.kinds, style.blurred, style.alike)
    alpha = cut.alpha[..., None]
    person = cut.person
    if dice.random() < 0.3:
        thrown = cv2.GaussianBlur(scene * (1 - alpha), (0, 0), 0.15 * cut.t)
        person = person * (1 - 0.25 * thrown) + 0.25 * thrown * alpha * float(person.mean())
    made = person + (1 - alpha) * scene
    if dice.random() < 0.4:
        made = made * dice.uniform(0.4, 1.1) * np.exp(dice.normal(0, 0.06, 3)).astype(np.float32)
    if dice.random() < 0.25:
        made = cv2.GaussianBlur(made, (0, 0), float(dice.uniform(0.4, 1.1)))
    grain = np.float32(np.exp(dice.uniform(-0.5, 2.0)))
    made = made * 255 + grain * dice.standard_normal(made.shape, np.float32)
    return np.clip(made, 0, 255).round().astype(np.uint8)


def _own(cut: Cutout, dice: np.random.Generator) -> Numbers:
    """[n, 3] colours of the person, from anywhere on them."""
    shown = cut.person[cut.alpha > 0.95]
    return shown[dice.integers(len(shown), size=8)] if len(shown) else np.full((1, 3), 0.5, np.float32)

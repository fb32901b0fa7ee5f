"""The matte's graphs against numpy in double precision, against pymatting, and in onnxruntime-web."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import pymatting
import pytest
from PIL import Image

from models_src import backdrop, carried, corrected, guided, matte
from models_src.graph import FLOAT, Graph
from quantize import web
from quantize.optimise import optimise
from tests.models_src import matte_reference as reference
from tests.models_src import networks, pieces
from tests.oracle import picture

Array = npt.NDArray[Any]
SIDE = 96
LEVELS = np.tile(np.arange(256, dtype=np.float32), (3, 1))


def planes(colours: Array) -> Array:
    return np.ascontiguousarray(colours.transpose(2, 0, 1)[None], np.float32)


def face(side: int = SIDE) -> Array:
    """Colours 0..1 of a real face and its surroundings."""
    cut = Image.fromarray(picture.astronaut()).crop((60, 0, 380, 320)).resize((side, side))
    return np.asarray(np.asarray(cut, float) / 255)


def smooth_wall() -> Array:
    """A wall whose variance float32 cannot hold: a ramp of a thousandth over the whole."""
    y, x = np.mgrid[0 : 1 : SIDE * 1j, 0 : 1 : SIDE * 1j]
    return np.stack([0.8 + 0.001 * x, 0.8 + 0.0007 * y, 0.79 + 0.0005 * x], axis=2)


def blob() -> Array:
    """A soft disc, the coarse mask of a head."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    return np.asarray(np.clip((34 - np.hypot(x - 48, y - 52)) / 8 + 0.5, 0, 1))


@functools.cache
def filter_graph() -> onnxruntime.InferenceSession:
    def write(g: Graph, colours: str, plane: str) -> Any:
        made = guided.Guide(g, colours, matte.REACH).functions(plane)
        return {"made": (made, FLOAT, [1, 4, "h", "w"])}

    return pieces.piece({"colours": (FLOAT, [1, 3, "h", "w"]), "plane": (FLOAT, [1, 1, "h", "w"])}, write)


@pytest.mark.parametrize("colours", [face(), smooth_wall()], ids=["face", "smooth wall"])
def test_guided_filter(colours: Array) -> None:
    """What the functions give differs by less than a level from double precision, on a wall without variance too."""
    made = pieces.run(filter_graph(), colours=planes(colours), plane=blob()[None, None])["made"][0].transpose(1, 2, 0)
    centred = colours - 0.5
    wanted = reference.functions(centred, blob(), matte.REACH)
    off = np.abs(reference.applied(made.astype(float), centred) - reference.applied(wanted, centred))
    assert off.max() < 1 / 255


@functools.cache
def solver() -> onnxruntime.InferenceSession:
    def write(g: Graph, colours: str, mask: str, softness: str) -> Any:
        made = matte._solved(g, guided.Guide(g, colours, matte.REACH), mask, softness)
        return {"made": (made, FLOAT, [1, 4, "h", "w"])}

    given: dict[str, tuple[int, list[int | str]]] = {
        "colours": (FLOAT, [1, 3, "h", "w"]), "mask": (FLOAT, [1, 1, "h", "w"]), "softness": (FLOAT, [1]),
    }  # fmt: skip
    return pieces.piece(given, write)


@pytest.mark.parametrize("softness", [1.0, 5.0, 9.0])
@pytest.mark.parametrize("colours", [face(), smooth_wall()], ids=["face", "smooth wall"])
def test_solver(colours: Array, softness: float) -> None:
    given = {"colours": planes(colours), "mask": blob()[None, None], "softness": np.array([softness])}
    made = pieces.run(solver(), **given)["made"][0].transpose(1, 2, 0).astype(float)
    wanted = reference.solved(colours - 0.5, blob(), softness, matte.STEPS)
    off = np.abs(reference.applied(made, colours - 0.5) - reference.applied(wanted, colours - 0.5))
    assert off.mean() < 0.2 / 255 and off.max() < 2 / 255


def test_few_steps_are_enough() -> None:
    """Six steps are as near to the solution as the eye can tell."""
    few, many = (reference.solved(face() - 0.5, blob(), 1.0, steps) for steps in (matte.STEPS, 60))
    off = np.abs(reference.applied(few, face() - 0.5) - reference.applied(many, face() - 0.5))
    assert off.mean() < 0.01


def strands() -> tuple[Array, Array]:
    """A dark head with strands of a few px before a light wall, 0..1, and its true share."""
    side = 4 * SIDE
    y, x = np.mgrid[0:side, 0:side] / 4
    far = np.hypot(x - 48, y - 56)
    head = (far < 30).astype(float)
    turn = np.arctan2(y - 56, x - 48)
    hair = ((np.abs(np.sin(16 * turn)) < 0.18) & (far < 40) & (y < 60)).astype(float)
    share = np.maximum(head, hair).reshape(SIDE, 4, SIDE, 4).mean(axis=(1, 3))
    colours = share[..., None] * np.array([0.22, 0.15, 0.1]) + (1 - share[..., None]) * np.array([0.82, 0.83, 0.84])
    return colours, share


def test_strands_come_back() -> None:
    """From a mask that knows nothing of strands, they are found; as well as pymatting's closed form finds them."""
    colours, share = strands()
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    mask = np.clip((33 - np.hypot(x - 48, y - 56)) / 6 + 0.5, 0, 1)
    given = {"colours": planes(colours), "mask": mask[None, None], "softness": np.array([1.0])}
    made = pieces.run(solver(), **given)["made"][0].transpose(1, 2, 0)
    ours = matte.stretched(reference.applied(made, colours - 0.5))
    far = np.hypot(x - 48, y - 56)
    trimap = np.where(far < 27, 1.0, np.where(far > 43, 0.0, 0.5))
    theirs = pymatting.estimate_alpha_cf(colours, trimap)
    error, raw = (float(((one - share) ** 2).mean()) for one in (ours, mask))
    assert error < 0.15 * raw
    assert float(np.abs(ours - theirs).mean()) < 0.02


def test_colours_are_carried() -> None:
    """Known in one corner and along an edge: there they stay, elsewhere they are what lies nearest, never anything
    new."""
    known = np.zeros((50, 70))
    known[:10, :10], known[:, 60:] = 1, 1
    colours = np.zeros((50, 70, 3))
    colours[:10, :10], colours[:, 60:] = (0.9, 0.2, 0.1), (0.1, 0.3, 0.8)

    def write(g: Graph, colours: str, known: str) -> Any:
        return {"made": (carried.carried(g, colours, known), FLOAT, [1, 3, "h", "w"])}

    session = pieces.piece({"colours": (FLOAT, [1, 3, "h", "w"]), "known": (FLOAT, [1, 1, "h", "w"])}, write)
    made = pieces.run(session, colours=planes(colours), known=known[None, None])["made"][0].transpose(1, 2, 0)
    assert np.abs(made - colours)[known == 1].max() < 0.03
    assert np.abs(made[11:15, 2:8] - (0.9, 0.2, 0.1)).max() < 0.2
    assert np.abs(made[30:, 50:] - (0.1, 0.3, 0.8)).max() < 0.15
    assert made.min() > -0.01 and made.max() < 0.91


@functools.cache
def painter() -> onnxruntime.InferenceSession:
    return networks.session(backdrop.build().SerializeToString())


def painted(image: Array, share: Array, person: Array, wall: Array, colour: tuple[int, int, int], **more: Any) -> Array:
    """A raster before `colour` whose matte says `share` on every pixel whatever its colour."""
    height, width = share.shape
    haze = matte.HAZE + (1 - 2 * matte.HAZE) * share
    kept = np.concatenate(
        [np.zeros((3, height, width)), haze[None], person.transpose(2, 0, 1), wall.transpose(2, 0, 1)]
    )
    given = {
        "image": image, "inverse": np.array([1.0, 0, 0, 0, 1, 0]), "matte": kept[None].astype(np.float32),
        "matte_area": np.array([0.0, 0, width, height]), "matte_busy": np.zeros(1),
        "colour": np.array(colour, float), "tables": LEVELS,
    }  # fmt: skip
    return pieces.run(painter(), **{**given, **more})["raster"]


def test_the_person_stays_and_the_wall_is_the_colour() -> None:
    dice = np.random.default_rng(2)
    image = dice.integers(0, 256, (40, 60, 3), dtype=np.uint8)
    share = np.zeros((40, 60))
    share[:, 30:] = 1
    other = dice.random((40, 60, 3))
    made = painted(image, share, other, 1 - other, (12, 130, 250))
    assert np.array_equal(made[:, 31:], image[:, 31:])
    assert (made[:, :29] == (12, 130, 250)).all()


def test_no_old_wall_bleeds_through() -> None:
    """An edge mixed of a dark person and a light wall: before the same wall it is what it was, before another one it
    holds nothing of the old, in linear light."""
    share = np.broadcast_to(np.linspace(0, 1, 60), (20, 60))
    person, wall = np.full((20, 60, 3), (0.25, 0.16, 0.1)), np.full((20, 60, 3), (0.85, 0.86, 0.87))
    image = np.rint(255 * (share[..., None] * person + (1 - share[..., None]) * wall)).astype(np.uint8)
    same = painted(image, share, person, wall, (217, 219, 222))
    off = np.abs(same.astype(int) - image)
    assert off.max() <= 2
    blue = painted(image, share, person, wall, (20, 40, 220))
    assert (np.diff(blue[10].astype(int), axis=0)[:, 0] >= -1).all(), "a light rim"
    assert blue[10, 0].tolist() == [20, 40, 220] and np.abs(blue[10, -1] - 255 * person[0, 0]).max() < 1


def test_what_the_yardstick_takes_for_shown_is_what_the_graph_shows() -> None:
    def write(g: Graph, share: str, busy: str) -> Any:
        return {"made": (backdrop.steepened(g, share, busy), FLOAT, [1, 1, "h", "w"])}

    session = pieces.piece({"share": (FLOAT, [1, 1, "h", "w"]), "busy": (FLOAT, [1])}, write)
    share = np.linspace(0, 1, 201)[None]
    for busy in (0.0, 0.3, 1.0):
        made = pieces.run(session, share=share[None, None], busy=np.array([busy]))["made"][0, 0]
        assert np.abs(made - backdrop.crisp(share, busy)).max() < 1e-6


def test_before_a_busy_wall_edges_are_shown_half_as_wide() -> None:
    """Nothing of the wall at a sixteenth, nothing but the person at fifteen; the middle stays, and so does what is
    shown before an even wall."""
    share = np.broadcast_to(np.linspace(0, 1, 65), (4, 65))
    person, wall, white = np.zeros((4, 65, 3)), np.full((4, 65, 3), 0.5), (255, 255, 255)
    image = np.rint(255 * (1 - share[..., None]) * wall).astype(np.uint8)
    even, between, busy = (
        painted(image, share, person, wall, white, matte_busy=np.array([part])).astype(int)[2, :, 0]
        for part in (0.0, 0.5, 1.0)
    )
    assert (busy[:5] == 255).all() and (busy[60:] <= image[2, 60:, 0]).all()
    assert abs(busy[32] - even[32]) <= 1
    assert (busy[5:30] > between[5:30]).all() and (between[5:30] > even[5:30]).all()
    steps = [np.abs(np.diff(row)) for row in (even, busy)]
    assert steps[1][28:36].mean() > 1.5 * steps[0][28:36].mean()
    for part in (0.0, 0.5, 1.0):
        made = backdrop.crisp(np.array([0.0, 0.5, 1.0], np.float32), part)
        assert np.abs(made - (0, 0.5, 1)).max() < 1e-6


def test_of_a_mixed_pixel_lightness_is_the_persons_and_hue_is_not() -> None:
    """A strand lighter than the colour carried there stays lighter; green that shines through it does not stay."""
    share = np.full((4, 4), 0.5)
    person, wall = np.full((4, 4, 3), 0.3), np.full((4, 4, 3), 0.7)
    green = 0.1 * (np.array((0.0, 1.0, 0.0)) - backdrop.LIGHTNESS.ravel()[1])
    before = []
    for unexplained in (0.0, 0.1, green):
        image = np.rint(255 * (0.5 * (person + wall) + unexplained)).astype(np.uint8)
        before.append(painted(image, share, person, wall, (178, 178, 178))[2, 2].astype(int))
    assert np.abs(before[1] - before[0] - 0.05 * 255).max() <= 2
    assert np.abs(before[2] - before[0]).max() <= 1


def test_light_changes_the_person_alone() -> None:
    image = np.full((8, 40, 3), 100, np.uint8)
    share = np.zeros((8, 40))
    share[:, 20:] = 1
    even = np.full((8, 40, 3), 100 / 255)
    made = painted(image, share, even, even, (200, 200, 200), tables=np.minimum(LEVELS + 30, 255))
    assert (made[:, 21:] == 130).all() and (made[:, :19] == 200).all()


def feed(width: int = 512) -> dict[str, Array]:
    """What graph matte is given for the astronaut, with a drawn mask."""
    image = picture.astronaut()
    y, x = np.mgrid[0:256, 0:256] * 2 + 1
    head = np.hypot((x - 222) / 95, (y - 125) / 125)
    body = np.maximum(1.15 - head, (y - 300) / 150 - np.abs(x - 230) / 300)
    alpha = np.clip(body * 6, 0, 1).astype(np.float32)
    return {
        "image": image, "scale": np.ones(2, np.float32), "window": np.array([0, 0, 512, 512], np.float32),
        "region": np.array([0, 0, 512, 512], np.float32), "close_region": np.array([0, 0, 512, 512], np.float32),
        "head": np.array([222, 112, 225, 205], np.float32), "softness": np.array([1.5], np.float32),
        "alpha_wide": alpha, "alpha": alpha,
        "trust": np.ones(1, np.float32), "busy": np.ones(1, np.float32),
    }  # fmt: skip


def test_the_browsers_matte_is_the_native_one() -> None:
    """Graphs matte, corrected and parted in onnxruntime-web, one after the other: the shares differ by at most 1/255 on
    average and 8/255 anywhere."""
    kept, native = feed(), feed()
    for build in (matte.build, corrected.build, corrected.build_parted):
        model: onnx.ModelProto = optimise(build())
        wanted = [given.name for given in model.graph.input]
        native |= networks.run(networks.session(model.SerializeToString()), **{name: native[name] for name in wanted})
        answer = web.asked(model, {name: kept[name] for name in wanted}, web.runtime())
        assert "error" not in answer, answer
        for name, values in answer["outputs"].items():
            kept[name] = np.array(values, np.float32).reshape(native[name].shape)
    assert abs(native["hair_top"][0] - kept["hair_top"][0]) < 1e-3 and 0.9 < native["hair_top"][0] < 1.4
    image = feed()["image"]
    _, _, rows, columns = native["matte"].shape
    assert rows % matte.BLOCK == 0 and columns % matte.BLOCK == 0
    colours = np.asarray(Image.fromarray(image).resize((columns, rows)), np.float64) / 255 - 0.5
    shares = [
        matte.stretched(reference.applied(one[0, :4].transpose(1, 2, 0).astype(float), colours))
        for one in (native["matte"], kept["matte"])
    ]
    for busy in (0, 1):
        off = np.abs(backdrop.crisp(shares[0], busy) - backdrop.crisp(shares[1], busy))
        print(f"browser and native matte: {255 * off.mean():.4f} levels on average, {255 * off.max():.3f} at most")
        assert off.mean() < 1 / 255 and off.max() < 8 / 255
    assert np.abs(kept["matte"][:, 4:] - native["matte"][:, 4:]).max() < 1 / 255

"""Strokes on the matte: obeyed in the brush's middle, led by colour at its edge, nothing beyond; the band's picture."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from models_src import band, brush, guided, matte
from models_src import corrected as corrected_matte
from models_src.graph import FLOAT, Graph
from quantize import web
from quantize.optimise import optimise
from tests.models_src import matte_reference as reference
from tests.models_src import networks, pieces
from tests.models_src.test_matte import feed

Array = npt.NDArray[Any]
SIDE = 96
NOWHERE = (-1e7, -1e7, -1e7, -1e7, 1.0)


@functools.cache
def corrector() -> onnxruntime.InferenceSession:
    def write(g: Graph, colours: str, functions: str, inside: str, window: str, person: str) -> Any:
        guide = guided.Guide(g, colours, matte.REACH)
        made = brush.corrected(g, guide, functions, inside, window, person)
        return {"made": (made, FLOAT, [1, 4, "h", "w"])}

    plane: list[int | str] = [1, 1, "h", "w"]
    return pieces.piece(
        {
            "colours": (FLOAT, [1, 3, "h", "w"]),
            "functions": (FLOAT, [1, 4, "h", "w"]),
            "inside": (FLOAT, plane),
            "window": (FLOAT, plane),
            "person": (FLOAT, [1]),
        },
        write,
    )


def corrected(colours: Array, share: float, inside: Array, window: Array, person: float) -> Array:
    """The share after a stroke over a matte that is `share` everywhere."""
    functions = np.zeros((1, 4, *inside.shape))
    functions[:, 3] = share
    given = {
        "colours": colours.transpose(2, 0, 1)[None], "functions": functions, "inside": inside[None, None],
        "window": window[None, None], "person": np.array([person]),
    }  # fmt: skip
    made = pieces.run(corrector(), **given)["made"][0].transpose(1, 2, 0).astype(float)
    return np.asarray(matte.stretched(reference.applied(made, colours - 0.5)))


def dab(radius: float) -> tuple[Array, Array]:
    """A dab in the middle: distances in radii, and where it counts."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    far = np.hypot(x - SIDE / 2, y - SIDE / 2)
    span = brush.BEYOND - brush.WITHIN
    return far / radius, np.clip(1 - (far - radius - brush.WITHIN) / span, 0, 1)


def test_the_hand_is_obeyed_where_colours_say_nothing() -> None:
    wall = np.full((SIDE, SIDE, 3), 0.6)
    inside, window = dab(10)
    for before, person in ((0.0, 1.0), (1.0, 0.0)):
        made = corrected(wall, before, inside, window, person)
        assert np.abs(made[inside < brush.CORE] - person).max() < 0.01
        assert np.abs(made[inside < 0.8] - person).max() < 0.5
        assert np.abs(made[window == 0] - before).max() < 1e-6


def test_at_the_edge_colours_decide() -> None:
    """A brush on a dark person whose edge hangs over a light wall, and only little of the wall comes with it."""
    colours = np.full((SIDE, SIDE, 3), 0.8)
    colours[:, : SIDE // 2 + 6] = (0.3, 0.2, 0.15)
    inside, window = dab(10)
    made = corrected(colours, 0.0, inside, window, 1.0)
    wall = (np.arange(SIDE) >= SIDE // 2 + 6)[None, :] & (inside < 1)
    dark = ~wall & (inside < 1)
    assert made[wall].mean() < 0.45 < 0.7 < made[dark].mean()


def strokes(person: float, *given: tuple[float, ...]) -> dict[str, Array]:
    filled = [*given, *[NOWHERE] * (brush.PIECES - len(given))]
    return {"pieces": np.array(filled, np.float32), "person": np.array([person], np.float32)}


@functools.cache
def asked() -> dict[str, Array]:
    """What graph brush is given for the astronaut, besides strokes."""
    given = feed()
    whole = {name: value for name, value in given.items() if name not in ("trust", "busy")}
    kept = networks.run(networks.session(matte.build().SerializeToString()), **whole)
    kept |= networks.run(
        networks.session(corrected_matte.build().SerializeToString()), **kept, head=given["head"], trust=given["trust"]
    )
    seen = {name: kept[name] for name in ("matte_grid", "matte_area", "matte_share")}
    seen |= {name: given[name] for name in ("head", "busy")}
    kept |= networks.run(networks.session(corrected_matte.build_parted().SerializeToString()), **seen)
    same = {name: given[name] for name in ("image", "scale", "window", "head")}
    return {**same, "matte": kept["matte"], "matte_area": kept["matte_area"]}


def drawn(**more: Array) -> Array:
    given = {name: value for name, value in asked().items() if name != "matte_area"}
    return networks.run(networks.session(brush.build().SerializeToString()), **given, **more)["matte_drawn"]


def test_far_from_strokes_the_matte_is_the_same_bit_by_bit() -> None:
    before, after = asked()["matte"], drawn(**strokes(1, (60, 60, 100, 90, 14)))
    _, _, rows, columns = before.shape
    x0, y0, width, height = asked()["matte_area"]
    y, x = np.mgrid[0:rows, 0:columns] + 0.5
    x, y = x0 + x * width / columns, y0 + y * height / rows
    along = np.clip(((x - 60) * 40 + (y - 60) * 30) / 2500, 0, 1)
    past = np.hypot(x - 60 - 40 * along, y - 60 - 30 * along) - 14
    cell = width / columns
    assert np.array_equal(
        after[0, :, past > (brush.BEYOND + 0.1) * cell], before[0, :, past > (brush.BEYOND + 0.1) * cell]
    )
    middle = past < -10
    assert (after[0, 3, middle] == 1).all() and (after[0, :3, middle] == 0).all()
    assert np.array_equal(drawn(**strokes(1)), before), "nothing drawn, nothing changed"


def test_the_browsers_brush_is_the_native_one() -> None:
    given = {name: value for name, value in asked().items() if name != "matte_area"}
    given |= strokes(0, (150, 60, 190, 120, 9), (230, 40, 230, 40, 12))
    native = networks.run(networks.session(brush.build().SerializeToString()), **given)["matte_drawn"]
    answer = web.asked(optimise(brush.build()), given, web.runtime())
    assert "error" not in answer, answer
    off = np.abs(np.array(answer["outputs"]["matte_drawn"], np.float32).reshape(native.shape) - native)
    print(f"browser and native brush: functions {off[:, :4].max():.2g}, colours {off[:, 4:].max():.2g} apart at most")
    assert off[:, 4:].max() < 1 / 255 and off[:, :4].mean() < 1e-3


def test_the_band_is_what_is_neither_person_nor_wall() -> None:
    """Opaque where the kept share is between its limits, and nothing else; colours decide pixel by pixel."""
    share = np.tile(np.linspace(0, 1, 41), (5, 1))
    kept = np.zeros((1, 10, 5, 41), np.float32)
    kept[0, 3] = matte.HAZE + (1 - 2 * matte.HAZE) * share
    given = {
        "image": np.full((5, 41, 3), 90, np.uint8), "inverse": np.array([1.0, 0, 0, 0, 1, 0]), "matte": kept,
        "matte_area": np.array([0.0, 0, 41, 5]),
    }  # fmt: skip
    made = pieces.run(networks.session(band.build().SerializeToString()), **given)["raster"]
    low, high = band.UNSURE
    sure = (share < low - 0.01) | (share > high + 0.01)
    unsure = (share > low + 0.01) & (share < high - 0.01)
    assert made.shape == (5, 41, 4) and (made[..., :3] == 255).all()
    assert (made[sure, 3] == 0).all() and (made[unsure, 3] == 255).all()

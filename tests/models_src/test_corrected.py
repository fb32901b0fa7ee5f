"""The matte's network: the graph against plain numpy in double precision, and what its shares become between cells."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from models_src import corrected, matte
from models_src.graph import FLOAT, Graph
from tests.models_src import matte_reference as reference
from tests.models_src import networks, pieces
from tests.models_src.test_matte import face, planes, smooth_wall

Array = npt.NDArray[Any]
SIDE = 96


def convolved(x: Array, kernel: Array, bias: Array, stride: int, spread: int) -> Array:
    """[channels, h, w]: kernel [outputs, inputs, n, n], nothing beyond the border."""
    n, pad = kernel.shape[2], spread * (kernel.shape[2] // 2)
    wide = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    extent = spread * (n - 1) + 1
    cut = sliding_window_view(wide, (extent, extent), (1, 2))[:, ::stride, ::stride, ::spread, ::spread]
    return np.asarray(np.einsum("ihwyx,oiyx->ohw", cut, kernel) + bias[:, None, None])


def halved(x: Array) -> Array:
    """The four cells of a block one after the other, row by row."""
    return np.concatenate([x[:, dy::2, dx::2] for dy in (0, 1) for dx in (0, 1)])


def doubled(x: Array) -> Array:
    """A quarter of the planes: each quarter of them is one cell of every block, row by row."""
    channels, height, width = x.shape
    blocks = x.reshape(2, 2, channels // 4, height, width)
    return np.asarray(blocks.transpose(2, 3, 0, 4, 1).reshape(channels // 4, 2 * height, 2 * width))


def by_hand(given: Array) -> Array:
    """The network in numpy, [h, w]; `given` [8, h, w] 0..1."""
    with np.load(corrected.WEIGHTS) as kept:
        layers = iter([(kept[f"kernel{k}"].astype(float), kept[f"bias{k}"].astype(float)) for k in range(19)])
    x, held = halved(given - 0.5), []
    for blocks in corrected.BLOCKS:
        for stride, spread in blocks:
            x = np.maximum(convolved(x, *next(layers), stride, spread), 0)
        held.append(x)
    for other in held[-2::-1]:
        x = doubled(convolved(x, *next(layers), 1, 1)) + other
        x = np.maximum(convolved(x, *next(layers), 1, 1), 0)
    x = np.concatenate([doubled(convolved(x, *next(layers), 1, 1)), given - 0.5])
    x = np.maximum(convolved(x, *next(layers), 1, 1), 0)
    made = convolved(x, *next(layers), 1, 1)[0] + given[7]
    return np.asarray(np.clip(made, -corrected.OVER, 1 + corrected.OVER))


def test_the_network_is_the_one_in_numpy() -> None:
    """Before a face with a drawn mask, and before noise, which reaches every weight."""

    def write(g: Graph, colours: str, where: str, wide: str, close: str, share: str, trust: str) -> Any:
        return {"made": (corrected.corrected(g, colours, where, wide, close, share, trust), FLOAT, [1, 1, "h", "w"])}

    shapes: dict[str, tuple[int, list[int | str]]] = {"colours": (FLOAT, [1, 3, "h", "w"])}
    shapes["where"] = (FLOAT, [1, 2, "h", "w"])
    shapes |= {name: (FLOAT, [1, 1, "h", "w"]) for name in ("wide", "close", "share")}
    shapes["trust"] = (FLOAT, [1, 1, 1, 1])
    session = pieces.piece(shapes, write)
    dice = np.random.default_rng(5)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    mask = np.clip((34 - np.hypot(x - 48, y - 52)) / 8 + 0.5, 0, 1)
    noise = dice.random((8, 64, 80))
    where = [np.abs(x - 48) / SIDE, y / SIDE]
    for given in (np.stack([*face(SIDE).transpose(2, 0, 1), *where, mask, mask, mask]), noise):
        feed = {name: given[5 + k][None, None] for k, name in enumerate(("wide", "close", "share"))}
        made, bare = (
            pieces.run(
                session, colours=given[None, :3], where=given[None, 3:5], **feed, trust=np.full((1, 1, 1, 1), trust)
            )["made"][0, 0]
            for trust in (1.0, 0.0)
        )
        assert np.abs(made - by_hand(given)).max() < 0.2 / 255
        assert np.abs(bare - given[7]).max() < 1e-6, "without trust the classic matte stays"


def test_places_are_told_along_the_heads_axis() -> None:
    """A head that leans, in an area that begins elsewhere than the photo."""

    def write(g: Graph, grid: str, area: str, head: str) -> Any:
        return {"made": (corrected.places(g, grid, area, head), FLOAT, [1, 2, "h", "w"])}

    session = pieces.piece({"grid": (FLOAT, [1, 6, "h", "w"]), "area": (FLOAT, [4]), "head": (FLOAT, [4])}, write)
    area, eyes, down = np.array([40.0, 20.0, 320.0, 240.0]), np.array([210.0, 120.0]), np.array([28.0, 96.0])
    grid, head = np.zeros((1, 6, 48, 64)), np.concatenate([eyes, eyes + down])
    made = pieces.run(session, grid=grid, area=area, head=head)["made"][0]
    y, x = np.mgrid[0:48, 0:64]
    px = np.stack([(x + 0.5) * 5 + 40, (y + 0.5) * 5 + 20], axis=-1) - eyes
    t = np.hypot(*down)
    aside = np.abs(px @ np.array([down[1], -down[0]])) / t**2
    below = px @ down / t**2
    assert np.abs(made[0] - np.clip(aside / corrected.ASIDE, 0, 1)).max() < 1e-5
    first, last = corrected.DOWN
    assert np.abs(made[1] - np.clip((below - first) / (last - first), 0, 1)).max() < 1e-5


def functions(colours: Array, share: Array) -> Array:
    """[h, w, 4] of graph `detailed`."""

    def write(g: Graph, colours: str, share: str) -> Any:
        return {"made": (corrected.detailed(g, colours, share), FLOAT, [1, 4, "h", "w"])}

    session = pieces.piece({"colours": (FLOAT, [1, 3, "h", "w"]), "share": (FLOAT, [1, 1, "h", "w"])}, write)
    made = pieces.run(session, colours=planes(colours), share=share[None, None])["made"][0]
    return np.asarray(made.transpose(1, 2, 0).astype(float))


def test_on_the_grid_the_share_is_the_networks() -> None:
    share = np.random.default_rng(3).random((SIDE, SIDE))
    for colours in (face(), smooth_wall()):
        made = reference.applied(functions(colours, share), colours - 0.5)
        assert np.abs(made - share).max() < 0.2 / 255


def test_between_the_cells_colours_decide() -> None:
    """Dark hair before a light wall: a pixel as dark as hair has more of the person than its cell."""
    share = np.tile(np.clip((np.arange(SIDE) - 46) / 4, 0, 1), (SIDE, 1))
    colours = share[..., None] * np.array([0.2, 0.15, 0.1]) + (1 - share[..., None]) * 0.8
    edge = functions(colours, share)[40, 48]
    assert edge[:3] @ np.array([0.2, 0.15, 0.1]) > edge[:3] @ np.array([0.8, 0.8, 0.8]) + 0.8


def test_what_is_sure_is_sure_in_any_colour() -> None:
    """Within the person the share is a whole 1 whatever a pixel's colour: there the photo's own levels come out."""
    sure = np.full((SIDE, SIDE), matte.HAZE + (1 - 2 * matte.HAZE) * (1 + corrected.OVER))
    made = functions(face(), sure)
    for colour in (0.0, 1.0):
        assert (matte.stretched(reference.applied(made, np.full((SIDE, SIDE, 3), colour - 0.5))) == 1).all()


def apart(grid: Array, share: Array, colours: Array, busy: float) -> Array:
    """The share on the grid after graph parted."""
    session = networks.session(corrected.build_parted().SerializeToString())
    where = {"matte_area": np.array([0.0, 0, SIDE, SIDE]), "head": np.array([48.0, 30, 48, 60])}
    made = pieces.run(session, matte_grid=grid, matte_share=share[None, None], busy=np.array([float(busy)]), **where)
    assert made["matte_busy"] == busy
    functions = made["matte"][0, :4].transpose(1, 2, 0).astype(float)
    return np.asarray(matte.stretched(reference.applied(functions, colours - 0.5)))


def test_before_a_busy_wall_what_is_thin_is_no_person() -> None:
    """A joint that touches the neck, two cells high, goes; a lock of hair, four cells wide, stays."""
    share = np.zeros((SIDE, SIDE))
    share[:, 60:] = 1 + corrected.OVER
    share[20:22, 40:60] = 0.8
    share[70:74, 40:60] = 0.8
    grid, colours = np.zeros((1, 6, SIDE, SIDE)), np.full((SIDE, SIDE, 3), 0.5)
    grid[:, :3] = planes(colours)
    even, half, busy = (apart(grid, share, colours, part) for part in (0.0, 0.5, 1.0))
    for seen in (even, half, busy):
        assert (seen[:, 60:] == 1).all() and seen[70:74, 42:58].min() > 0.79
    assert np.abs(even[20:22, 42:58] - 0.8).max() < 0.01 and busy[20:22, 42:58].max() < 0.01
    assert half[20:22, 42:58].min() > 0.2 and half[20:22, 42:58].max() < 0.6


def test_before_a_busy_wall_doubt_is_decided() -> None:
    """A soft outline becomes crisper there, the middle of it stays where it is."""
    share = np.tile(np.clip((np.arange(SIDE) - 43.5) / 10, 0, 1), (SIDE, 1))
    grid, colours = np.zeros((1, 6, SIDE, SIDE)), np.full((SIDE, SIDE, 3), 0.5)
    grid[:, :3] = planes(colours)
    told = share[48][share[48] > 0.2]  # of less nothing is believed whole
    even, busy = (apart(grid, share, colours, part)[48][share[48] > 0.2] for part in (0.0, 1.0))
    wanted = told + corrected.DECIDED * (told**2 * (3 - 2 * told) - told)
    assert np.abs(even - told).max() < 0.01 and np.abs(busy - wanted).max() < 0.01


def test_before_a_busy_wall_a_joint_in_a_cheeks_colour_is_not_a_cheek() -> None:
    """Cells of little share beside a cheek, on a joint as light as it: between them the joint gets no more than they
    say."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    joint = (y % 12 < 4) & (x < 60)
    colours = np.where(((x >= 60) | joint)[..., None], (0.8, 0.7, 0.6), (0.5, 0.2, 0.15))
    share = np.where(x >= 60, 1 + corrected.OVER, 0.0)
    share[joint & (x >= 56)] = 0.15
    grid = np.zeros((1, 6, SIDE, SIDE))
    grid[:, :3] = planes(colours)
    session = networks.session(corrected.build_parted().SerializeToString())
    where = {"matte_area": np.array([0.0, 0, SIDE, SIDE]), "head": np.array([48.0, 30, 48, 60])}
    rises = []
    for busy in (0.0, 1.0):
        made = pieces.run(session, matte_grid=grid, matte_share=share[None, None], busy=np.array([busy]), **where)
        slopes = made["matte"][0, :3, :, 56:59].transpose(1, 2, 0)[(y[:, 56:59] % 12 < 4)]
        rises.append(float((slopes @ np.array([0.3, 0.5, 0.45])).max()))
    assert rises[0] > 0.2 and rises[1] < 0.2 * rises[0], f"what a brick's colour is short of a joint's: {rises}"


def test_where_no_cell_sees_a_person_no_colour_brings_one() -> None:
    """A wall of two colours beside somebody who wears one of them: haze in it says nothing, a strand does."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    colours = np.where((y % 12 < 2)[..., None], (0.8, 0.7, 0.6), (0.5, 0.2, 0.15))
    colours[:, 60:] = (0.8, 0.7, 0.6)
    share = np.where(x >= 60, 1 + corrected.OVER, 0.0)
    share[(y % 12 < 2) & (x > 40) & (x < 50)] = 0.1  # on joints, nowhere near 0.2
    share[70:72, 20:40] = 0.3  # a strand, thinner than a cell
    grid = np.zeros((1, 6, SIDE, SIDE))
    grid[:, :3] = planes(colours)
    seen = apart(grid, share, colours, 0)
    assert (seen[:, 60:] == 1).all() and seen[:, :19].max() < 1e-6
    haze = seen[(y % 12 < 2) & (x > 42) & (x < 48)]
    assert haze.max() < 0.06, "half of what the cells say"
    assert abs(seen[70:72, 25:35].mean() - 0.3) < 0.02

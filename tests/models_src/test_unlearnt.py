"""Clothes like none that the network has learnt from: a hole in them is filled, its surroundings are the classic
matte's, and everything else stays what the network said."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from models_src import unlearnt
from models_src.graph import FLOAT, Graph
from tests.models_src import pieces

Array = npt.NDArray[Any]
SIDE = 96
CHIN, SHOULDERS = 40, 56
"""Rows; the person is a column above SHOULDERS and everything from there down."""


@functools.cache
def session() -> onnxruntime.InferenceSession:
    def write(g: Graph, *given: str) -> Any:
        share, classic, wide, close, aside, down, busy = given
        made = unlearnt.reconciled(g, share, classic, wide, close, (aside, down), busy)
        return {"made": (made, FLOAT, [1, 1, "h", "w"])}

    plane: tuple[int, list[int | str]] = (FLOAT, [1, 1, "h", "w"])
    given = {name: plane for name in ("share", "classic", "wide", "close", "aside", "down")}
    return pieces.piece({**given, "busy": (FLOAT, [1])}, write)


def reconciled(share: Array, classic: Array, wide: Array, close: Array, busy: float) -> Array:
    y, x = np.mgrid[0:SIDE, 0:SIDE] / CHIN
    planes = {"share": share, "classic": classic, "wide": wide, "close": close}
    planes |= {"aside": np.abs(x - 48 / CHIN), "down": y}
    given = {name: plane[None, None] for name, plane in planes.items()}
    return np.asarray(pieces.run(session(), **given, busy=np.array([busy]))["made"][0, 0].astype(float))


def person() -> Array:
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    return np.asarray((np.abs(x - 48) < 16) | (y >= SHOULDERS), float)


def holed(rows: slice, columns: slice) -> Array:
    share = person()
    share[rows, columns] = 0.1
    return share


def test_a_hole_in_clothes_is_filled_before_any_wall() -> None:
    whole = person()
    share = holed(slice(64, 80), slice(8, 30))
    for busy in (0.0, 0.5, 1.0):
        assert np.abs(reconciled(share, whole, whole, whole, busy) - whole).max() < 1e-5


def test_around_a_hole_the_outline_is_the_classic_mattes() -> None:
    """The network eats a shoulder's edge as well, where no mask is certain: there the classic matte counts, and not
    where the shoulder on the other side is whole."""
    whole = person()
    classic = whole.copy()
    classic[SHOULDERS - 1, 70:] = 0.4
    classic[SHOULDERS - 1, 4:30] = 0.4
    share = holed(slice(SHOULDERS, 80), slice(4, 28))
    made = reconciled(share, classic, whole, whole, 0.0)
    assert (made[SHOULDERS:, :] > 0.999).all()
    assert np.abs(made[SHOULDERS - 1, 8:20] - 0.4).max() < 0.01
    assert made[SHOULDERS - 1, 70:].max() == 0


def test_at_the_photos_border_the_outline_is_the_classic_mattes_too() -> None:
    whole = person()
    share = holed(slice(SHOULDERS, 80), slice(60, SIDE))
    assert (reconciled(share, whole, whole, whole, 0.0)[SHOULDERS:, 70:] > 0.999).all()


def test_what_the_network_and_the_masks_agree_on_stays_bit_by_bit() -> None:
    share = np.clip(person() * 1.02 - np.random.default_rng(4).random((SIDE, SIDE)) * 0.02, 0, 1.02)
    share[:, :20] = np.minimum(share[:, :20], 0.999)
    whole = person()
    edge = whole.copy()
    edge[:SHOULDERS, 60:70] = 0.5  # the masks go further than the network beside the face, and are not sure
    made = reconciled(share.astype(np.float32), whole * 0.9, edge, edge, 0.0)
    assert np.array_equal(made.astype(np.float32), share.astype(np.float32))


def test_beside_a_head_before_a_busy_wall_the_network_is_right() -> None:
    """Shelves that both looks of the segmenter take for person: above the chin they stay wall but beside the face;
    before an even wall they would not."""
    mask = person()
    mask[4:32, 64:] = 1
    for busy, most in ((1.0, 0.0), (0.0, 1.0)):
        made = reconciled(person(), mask, mask, mask, busy)
        assert made[12:24, 80:90].max() == most


def test_a_hole_in_a_face_is_filled_before_any_wall() -> None:
    whole = person()
    made = reconciled(holed(slice(8, 24), slice(44, 56)), whole, whole, whole, 1.0)
    assert np.abs(made - whole).max() < 1e-5


def test_before_an_even_wall_the_closer_look_does_not_count_at_the_shoulders() -> None:
    whole = person()
    close = np.where(np.arange(SIDE)[:, None] >= 60, 0.6, whole)
    share = holed(slice(68, 80), slice(8, 30))
    assert np.abs(reconciled(share, whole, whole, close, 0.0) - whole).max() < 1e-5
    assert reconciled(share, whole, whole, close, 1.0)[72:76, 12:26].max() < 0.2

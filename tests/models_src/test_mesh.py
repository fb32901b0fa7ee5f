"""The mesh graph: where its points come from, and that turning or scaling the question does the same to the answer."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from models_src import mesh
from models_src.graph import FLOAT
from models_src.mesh_points import LEFT_EYE, LIPS, POINTS, RIGHT_EYE, SECOND_LOOK_SHIFT, SHIFTED
from tests.models_src import pieces
from tests.oracle import graphs, picture

Array = npt.NDArray[np.float32]
PARTS = {
    "output_lips": 80,
    "output_left_eye": 71,
    "output_right_eye": 71,
    "output_left_iris": 5,
    "output_right_iris": 5,
}
FACE = np.array([222.0, 118.0, 210.0, 0.05], dtype=np.float32)
"""A crop around the astronaut's face: centre, side and turn."""


def found(image: npt.NDArray[np.uint8], roi: Array, scale: float = 1.0) -> dict[str, Array]:
    return graphs.run(graphs.shipped("mesh"), image=image, scale=np.full(2, scale, dtype=np.float32), roi=roi)


def test_turning_is_clockwise_as_seen() -> None:
    session = pieces.piece({"angle": (FLOAT, [1])}, lambda g, angle: {"turn": (mesh._turn(g, angle), FLOAT, [2, 2])})
    turn = pieces.run(session, angle=[np.radians(30)])["turn"]
    # y points down: what lies to the right comes to lie lower
    assert [1.0, 0.0] @ turn == pytest.approx([np.cos(np.radians(30)), 0.5], abs=1e-6)
    assert [0.0, 1.0] @ turn == pytest.approx([-0.5, np.cos(np.radians(30))], abs=1e-6)


def test_rows_come_from_the_look_that_sees_best() -> None:
    """Each network output is filled with numbers of its own; every row of the mesh has to be the right one's."""
    session = pieces.piece(
        {"mesh": (FLOAT, [1, 1404]), **{name: (FLOAT, [1, 2 * count]) for name, count in PARTS.items()}},
        lambda g, first, *parts: dict(
            zip(
                ("flat", "depth"),
                (
                    (value, FLOAT, [POINTS, width])
                    for value, width in zip(
                        mesh._refined(g, {"output_mesh_identity": first, **dict(zip(PARTS, parts))}), (2, 1)
                    )
                ),
            )
        ),
    )
    first = np.arange(1404.0)
    parts = {name: 10000.0 * (k + 1) + np.arange(2.0 * count) for k, (name, count) in enumerate(PARTS.items())}
    made = pieces.run(session, mesh=first[None], **{name: value[None] for name, value in parts.items()})
    flat, depth = made["flat"], made["depth"][:, 0]
    wanted = np.vstack(
        [
            first.reshape(468, 3)[:, :2],
            parts["output_left_iris"].reshape(5, 2),
            parts["output_right_iris"].reshape(5, 2),
        ]
    )
    for rows, name in ((LIPS, "output_lips"), (LEFT_EYE, "output_left_eye"), (RIGHT_EYE, "output_right_eye")):
        wanted[list(rows)] = parts[name].reshape(-1, 2)
    assert np.array_equal(flat, wanted)
    assert np.array_equal(depth[:468], first.reshape(468, 3)[:, 2])
    assert depth[468:473] == pytest.approx(np.full(5, depth[list(LEFT_EYE[:16])].mean()))
    assert depth[473:] == pytest.approx(np.full(5, depth[list(RIGHT_EYE[:16])].mean()))


def test_only_the_second_look_is_corrected() -> None:
    shift = mesh._correction()[:, 0]
    assert set(np.flatnonzero(shift)) == set(SHIFTED) and shift[468] == np.float32(SECOND_LOOK_SHIFT)
    assert shift[152] == shift[10] == 0


def test_a_photo_of_twice_the_size_gives_twice_the_points() -> None:
    """The same working copy of a photo of twice the pixels."""
    one = found(picture.astronaut(), FACE)
    two = found(picture.astronaut(), FACE * np.array([2, 2, 2, 1], dtype=np.float32), 2.0)
    assert two["points"] == pytest.approx(2 * one["points"], abs=0.01)
    assert one["presence"][0] > 0.9 and two["presence"] == pytest.approx(one["presence"], abs=1e-4)


def test_a_full_turn_is_none() -> None:
    one, other = (
        found(picture.astronaut(), FACE),
        found(picture.astronaut(), FACE + np.array([0, 0, 0, 2 * np.pi], dtype=np.float32)),
    )
    assert other["points"] == pytest.approx(one["points"], abs=0.05)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_photo_gives_turned_points(quarters: int) -> None:
    """Quarter turns move pixels without touching them. As MediaPipe's, points count from pixel centres: 0 to 511."""
    image = picture.astronaut()
    upright = found(image, FACE)["points"][:, :2].astype(np.float64)
    centre, wanted = FACE[:2].astype(np.float64), upright
    for _ in range(quarters):  # clockwise: x, y -> last row - y, x
        centre, wanted = np.array([511 - centre[1], centre[0]]), np.stack([511 - wanted[:, 1], wanted[:, 0]], axis=1)
    roi = np.array([*centre, FACE[2], FACE[3] + quarters * np.pi / 2], dtype=np.float32)
    points = found(np.ascontiguousarray(np.rot90(image, -quarters)), roi)["points"][:, :2]
    cell = float(FACE[2]) / mesh.CROP
    assert np.linalg.norm((points - wanted).mean(axis=0)) < 0.1 * cell
    assert np.linalg.norm(points - wanted, axis=1).max() < 0.6 * cell


def test_no_face_has_no_presence() -> None:
    nothing = found(picture.astronaut(), np.array([60.0, 420.0, 90.0, 0.0], dtype=np.float32))
    assert nothing["presence"][0] < 0.5

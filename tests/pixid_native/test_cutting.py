"""The rectangle that is cut from the photo holds all the frame needs, and the matrix into it is right."""

import math

import numpy as np
import pytest

from pixid_native.cutting import cut_for


def test_whole_pixels_are_cut_exactly() -> None:
    cut = cut_for([0.5, 0, -10, 0, 0.5, -20], 100, 200, 1000, 1000)
    assert cut[:4] == (20, 40, 220, 440)
    assert cut.inverse is None


def test_rounding_noise_is_still_whole() -> None:
    scale = 413 / 1377  # 1377 px become 413
    cut = cut_for([scale, 0, -scale * 101, 0, scale, -scale * 55], 413, 413, 2000, 1500)
    assert cut.inverse is None
    assert cut[:4] == (101, 55, 1478, 1432)


@pytest.mark.parametrize(
    "matrix",
    [
        [0.5, 0, -10.1, 0, 0.5, -20],  # between pixels
        [0.5, 0, 10, 0, 0.5, -20],  # beyond the left edge
        [-0.5, 0, 110, 0, 0.5, -20],  # mirrored
        [0.5, 0.01, -10, -0.01, 0.5, -20],  # turned
    ],
)
def test_everything_else_is_resampled(matrix: list[float]) -> None:
    assert cut_for(matrix, 100, 200, 1000, 1000).inverse is not None


@pytest.mark.parametrize("turn", [0.0, 0.1, -0.7, 3.0])
@pytest.mark.parametrize("scale", [0.1, 1.0, 2.5])
def test_the_inverse_leads_back_into_the_cut(turn: float, scale: float) -> None:
    cos, sin = scale * math.cos(turn), scale * math.sin(turn)
    middle = np.array([640.0, 360.0])
    linear = np.array([[cos, -sin], [sin, cos]])
    shift = np.array([50.3, 40.7]) - linear @ middle
    matrix = [cos, -sin, shift[0], sin, cos, shift[1]]
    cut = cut_for(matrix, 100, 80, 1280, 720)
    assert cut.inverse is not None
    a, b, c, d, e, f = (float(number) for number in cut.inverse)
    for x, y in ((0, 0), (100, 0), (0, 80), (100, 80), (33.3, 7)):
        photo = np.array([a * x + b * y + c + cut.left, d * x + e * y + f + cut.top])
        assert np.abs(linear @ photo + shift - (x, y)).max() < 1e-2
        inside = 0 <= photo[0] <= 1280 and 0 <= photo[1] <= 720
        if inside:
            assert cut.left <= photo[0] <= cut.right
            assert cut.top <= photo[1] <= cut.bottom
    assert 0 <= cut.left < cut.right <= 1280
    assert 0 <= cut.top < cut.bottom <= 720


def test_a_small_frame_cuts_a_small_part() -> None:
    cut = cut_for([1.0, 0.0, -500.5, 0.0, 1.0, -500.5], 100, 100, 10_000, 10_000)
    assert (cut.right - cut.left) * (cut.bottom - cut.top) <= 110 * 110


def test_a_frame_outside_the_photo_gets_its_nearest_pixel() -> None:
    cut = cut_for([1, 0, 500.5, 0, 1, 500.5], 100, 100, 300, 200)
    assert (cut.left, cut.top, cut.right, cut.bottom) == (0, 0, 1, 1)
    cut = cut_for([1, 0, -900.5, 0, 1, -900.5], 100, 100, 300, 200)
    assert (cut.left, cut.top, cut.right, cut.bottom) == (299, 199, 300, 200)


@pytest.mark.parametrize("matrix", [[0, 0, 1, 0, 0, 1], [1, 1, 0, 1, 1, 0], [math.nan, 0, 0, 0, 1, 0]])
def test_a_matrix_without_an_inverse(matrix: list[float]) -> None:
    with pytest.raises(ValueError, match="maps the photo to nothing"):
        cut_for(matrix, 10, 10, 100, 100)

"""The record and its readers, and that the product decodes the recorded photos to the same pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pixid_native.decode import decode
from tests.oracle import picture, recorded
from tests.oracle.packing import pack, unpack

LEVELS = 1
"""Of 255: the product leaves pixels alone whose profile changes no colour by more."""


def test_packing_keeps_hundredths() -> None:
    values = np.array([[0.0, -0.004, 1349.996], [-200.5, 5792.13, 0.25]])
    assert unpack(pack(values, 100), 100, (2, 3)).tolist() == [[0.0, 0.0, 1350.0], [-200.5, 5792.13, 0.25]]


def test_packing_tells_a_wrong_shape() -> None:
    with pytest.raises(ValueError, match="reshape"):
        unpack(pack([1.0, 2.0], 100), 100, (3,))


def test_area_mean_weighs_parts_of_pixels() -> None:
    mask = np.array([[0.0, 3.0, 6.0], [0.0, 3.0, 6.0], [0.0, 3.0, 6.0]])
    assert picture.area_mean(mask, 2) == pytest.approx(np.array([[1.0, 5.0], [1.0, 5.0]]))


def test_enlarging_is_linear_between_centres() -> None:
    assert picture.linear_weights(2, 4).tolist() == [[1, 0], [0.75, 0.25], [0.25, 0.75], [0, 1]]
    mask = np.random.default_rng(2).random((8, 8))
    same = picture.area_mean_enlarged(mask, 8, 8, 4)
    assert same == pytest.approx(picture.area_mean(mask, 4))


def test_record_is_whole() -> None:
    photos = recorded.photos().values()
    assert sum(photo.name.startswith("london_") for photo in photos) == 52
    assert sum(photo.name.startswith("congress_") for photo in photos) >= 25
    for photo in photos:
        assert photo.landmarks is not None
        assert photo.landmarks[:468, :2].min() > -photo.width / 2
        assert 20 < photo.ied < max(photo.width, photo.height) / 2
        assert photo.short
        assert photo.full
        assert 0 <= photo.mask.min() <= photo.mask.max() <= 1


def test_absent_photos_skip_with_their_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PIXID_PHOTOS", str(tmp_path))
    monkeypatch.setattr(recorded, "photo_paths", lambda: {})
    photo = next(iter(recorded.photos().values()))
    with pytest.raises(pytest.skip.Exception, match=f"{photo.name}.*{photo.key[:12]}.*{tmp_path}"):
        recorded.path_of(photo.key)
    with pytest.raises(pytest.skip.Exception, match="none of the 52 recorded photos"):
        recorded.present(lambda other: other.name.startswith("london_"))


def test_product_decodes_to_the_recorded_pixels() -> None:
    for photo in recorded.present(lambda photo: photo.name != recorded.ASTRONAUT):
        path = recorded.path_of(photo.key)
        pixels = decode(path.read_bytes(), path.name)[0]
        difference = pixels.astype(np.int16) - recorded.pixels(photo)
        assert np.abs(difference).max() <= LEVELS, photo.name

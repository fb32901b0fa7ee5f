"""The promises about eyes, chin and the tops of the head. Run by name: `pytest tests/accuracy`."""

from __future__ import annotations

import numpy as np
import pytest

from tests.accuracy.annotations import portraits
from tests.accuracy.geometry import PROMISES, SURE, Figure, Promise, broken, figures, measured
from tests.oracle.recorded import photo_folder


@pytest.fixture(scope="module")
def found() -> dict[str, Figure]:
    """Measuring raises PhotoError where no face is found, so every test here says that each portrait has one."""
    folder = photo_folder()
    expected = len(portraits(folder))
    if not expected:
        pytest.skip(f"no annotated portraits (london_*.tem) in PIXID_PHOTOS={folder}")
    made = figures(list(measured(folder)))
    assert len(made["eye"].values) == 2 * expected
    return made


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: f"{promise.figure} {promise.kind}")
def test_promises(found: dict[str, Figure], promise: Promise) -> None:
    if promise.figure not in found:
        pytest.skip("measured by `build.py accuracy` alone, or hair_tops.csv is not among the photos")
    print(found[promise.figure].row())
    assert abs(promise.value(found[promise.figure])) <= promise.most


@pytest.mark.parametrize("top", ["skull", "hair"])
def test_the_stated_uncertainty_is_true_for_nine_of_ten(found: dict[str, Figure], top: str) -> None:
    shares = np.abs(found[f"sure {top}"].values)
    print(found[f"sure {top}"].row())
    assert (shares <= 1).mean() >= SURE
    assert np.quantile(shares, 0.5) > 0.15, "and not true by being wide"


def test_single_portraits(found: dict[str, Figure]) -> None:
    """No portrait may go astray while the mean holds."""
    assert found["eye"].values.max() <= 0.04
    assert found["chin"].values.max() <= 0.08
    assert np.abs(found["crown higher"].values).max() <= 0.2
    assert np.abs(found["ied"].values).max() <= 0.03


def test_a_broken_promise_is_told() -> None:
    far = {"eye": Figure("eye centre", "IED", np.array([0.02, 0.03]))}
    assert broken(far) == ["eye centre: mean +0.0250 IED, at most 0.01 is promised"]
    near = {"eye": Figure("eye centre", "IED", np.array([0.004, 0.006]))}
    assert broken(near) == []

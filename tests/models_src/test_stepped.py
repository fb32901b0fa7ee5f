"""Kernels in steps: nearly what they were, in few values, and what ships is so."""

import brotli
import numpy as np

from models_src.corrected import WEIGHTS
from models_src.training.stepped import FEW, STEPS, stepped


def kernel(outputs: int = 24, inputs: int = 24) -> np.ndarray:
    """Outputs of very different strength, as a folded normalisation leaves them."""
    dice = np.random.default_rng(3)
    strength = np.exp(dice.normal(0, 1.5, (outputs, 1, 1, 1)))
    return (strength * dice.normal(size=(outputs, inputs, 3, 3))).astype(np.float32)


def test_weights_stay_within_half_a_step() -> None:
    given = kernel()
    size = np.sqrt((given**2).mean(axis=(1, 2, 3), keepdims=True))
    made = stepped(given).astype(np.float32)
    # The nearest power of two is up to the root of two beside the step that is asked for.
    assert (np.abs(made - given) <= 0.5 * np.sqrt(2) * size / STEPS * 1.001).all()


def test_every_output_has_few_values() -> None:
    assert all(len(np.unique(each)) < 100 for each in stepped(kernel()))


def test_compressed_less_than_a_byte_is_left() -> None:
    given = kernel()
    whole = len(brotli.compress(given.astype(np.float16).tobytes()))
    assert len(brotli.compress(stepped(given).tobytes())) < min(given.size, 0.55 * whole)


def test_small_and_empty_kernels() -> None:
    few = kernel(4, 4)
    assert few.size < FEW and (stepped(few) == few.astype(np.float16)).all()
    assert (stepped(np.zeros((24, 24, 3, 3), np.float32)) == 0).all()


def test_what_ships_is_in_steps() -> None:
    with np.load(WEIGHTS) as kept:
        kernels = [kept[name] for name in kept.files if name.startswith("kernel") and kept[name].size >= FEW]
    assert kernels and all(len(np.unique(each)) < 100 for kernel in kernels for each in kernel)

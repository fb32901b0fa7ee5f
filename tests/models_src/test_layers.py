"""What the converter leaves out it refuses, and its padding is TFLite's. (That the rest is right: test_converter.)"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from models_src import layers
from models_src.convert import convert_alone
from models_src.tflite_model import Network
from tests.models_src import networks


@pytest.mark.parametrize("size", [(16, 16), (15, 8), (7, 1), (1, 1)])
@pytest.mark.parametrize("kernel", [(3, 3), (5, 2), (1, 1)])
@pytest.mark.parametrize("strides", [(1, 1), (2, 2), (3, 1)])
def test_same_padding(size: tuple[int, int], kernel: tuple[int, int], strides: tuple[int, int]) -> None:
    """As many windows as strides fit, the last one reaching the last pixel, the odd pixel of padding after."""
    pads = layers._same_pads(size, kernel, strides)
    for axis in (0, 1):
        before, after = pads[axis], pads[axis + 2]
        windows = -(-size[axis] // strides[axis])
        padded = size[axis] + before + after
        assert (padded - kernel[axis]) // strides[axis] + 1 == windows
        assert after - before in (0, 1) and before >= 0
        if after:
            assert (windows - 1) * strides[axis] + kernel[axis] == padded


class Changed:
    """A network whose operators say something else than they do."""

    def __init__(self, name: str, monkeypatch: pytest.MonkeyPatch, kind: str, method: str, value: Any) -> None:
        self.network: Network = networks.network(name)
        import tflite

        monkeypatch.setattr(getattr(tflite, kind), method, lambda _: value)

    def convert(self) -> bytes:
        return convert_alone(self.network, "changed", [])


@pytest.mark.parametrize(
    ("name", "kind", "method", "value", "said"),
    [
        ("short range", "Conv2DOptions", "DilationHFactor", 2, "dilated"),
        ("short range", "DepthwiseConv2DOptions", "DepthMultiplier", 2, "depth multipliers"),
        ("short range", "Conv2DOptions", "FusedActivationFunction", 3, "activation 3"),
        ("selfie", "ResizeBilinearOptions", "AlignCorners", True, "half-pixel"),
        ("full range", "ResizeBilinearOptions", "HalfPixelCenters", False, "half-pixel"),
        ("selfie", "Pool2DOptions", "FilterHeight", 2, "global average"),
    ],
)
def test_what_is_not_converted_is_said(
    monkeypatch: pytest.MonkeyPatch, name: str, kind: str, method: str, value: Any, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        Changed(name, monkeypatch, kind, method, value).convert()


def test_the_networks_themselves_are_converted() -> None:
    for name in networks.SUBJECTS:
        assert len(convert_alone(networks.network(name), name, [])) > 100_000


def test_weights_are_never_changed_on_the_way() -> None:
    """Every float16 weight of the file is in the model, widened and nothing else."""
    import onnx

    model = onnx.load_from_string(convert_alone(networks.network("short range"), "short", []))
    values = np.concatenate(
        [onnx.numpy_helper.to_array(t).ravel() for t in model.graph.initializer if t.data_type == 1]
    )
    weights = values[np.abs(values) > 0]
    assert len(weights) > 90_000
    assert (weights.astype(np.float16).astype(np.float32) == weights).mean() > 0.99

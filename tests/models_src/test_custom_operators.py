"""MediaPipe's own operators, which no public runtime has, against plain numpy (reference.py)."""

from __future__ import annotations

import numpy as np
import pytest

from models_src.convert import convert
from models_src.graph import FLOAT, Graph
from models_src.tflite_model import Network, Operator
from tests.models_src import networks, reference, surgery
from tests.models_src.reference import Array

MESH = "attention mesh"
HEADS = {
    "output_lips": "lips",
    "output_left_eye": "left eye",
    "output_left_iris": "left eye",
    "output_right_eye": "right eye",
    "output_right_iris": "right eye",
}
"""Named output -> the region it is found in."""


def operators(kind: str) -> list[Operator]:
    return [operator for operator in networks.network(MESH).operators if operator.kind == kind]


def matrix_operators() -> dict[str, Operator]:
    """Region -> the operator that makes its matrix, told by the point it turns about."""
    by_point = {o.custom["left_rotation_idx"]: o for o in operators("Landmarks2TransformMatrix")}
    made = {region: by_point.pop(first) for region, (_, first, _) in reference.REGIONS.items()}
    assert not by_point
    return made


def head_operator(output: str) -> Operator:
    """The TransformLandmarks behind a named output."""
    network = networks.network(MESH)
    (tensor,) = [t for t in network.outputs if network.name(t) == output]
    while (operator := next(o for o in network.operators if tensor in o.outputs)).kind != "TransformLandmarks":
        tensor = operator.inputs[0]
    return operator


def alone(operator: Operator, source: Array, constants: dict[int, Array], name: str = MESH) -> Array:
    """Our conversion of one operator on `source`, in TFLite's order, without the batch axis."""
    network = Network(surgery.one_operator(networks.original(name), operator.outputs[0], constants))
    fed = networks.channels_first(source) if source.ndim == 4 else source
    graph = Graph("alone")
    graph.input("source", FLOAT, fed.shape)
    (made,) = convert(graph, network, "source").values()
    graph.output(made, "made", FLOAT, network.shape(operator.outputs[0]))
    session = networks.session(bytes(graph.build().SerializeToString()))
    result: Array = networks.run(session, source=fed.astype(np.float32))["made"][0]
    return result


def turned(degrees: float, stretch: float, shift: tuple[float, float]) -> Array:
    """A region's matrix: `stretch` map px per cell, its middle `shift` from the map's middle."""
    angle = np.radians(degrees)
    matrix = np.eye(4)
    matrix[:2, :2] = stretch * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix[:2, 3] = 24 + np.array(shift) - matrix[:2, :2] @ (8, 8)
    return matrix


MATRICES = {
    "inside": (turned(20, 1.1, (2, -3)), 0),
    "over the left edge": (turned(-35, 1.5, (-20, 4)), 60),
    "over a corner": (turned(160, 2.0, (19, 19)), 100),
    "larger than the map": (turned(7, 4.5, (0, 0)), 120),
    "wholly outside": (turned(0, 1.0, (60, 0)), 256),
    "on the outermost pixel centres": (turned(0, 47 / 15, (0, 0)), 0),
}
"""Name -> matrix and the least number of the 256 cells that lie outside the map."""


@pytest.mark.parametrize("degrees", [0, 17, -90, 178])
@pytest.mark.parametrize("region", reference.REGIONS)
def test_region_matrix(region: str, degrees: float) -> None:
    _, first, second = reference.REGIONS[region]
    landmarks = np.random.default_rng(first).uniform(4, 44, (468, 3))
    angle = np.radians(degrees)
    landmarks[second, :2] = landmarks[first, :2] + 9 * np.array([np.cos(angle), np.sin(angle)])
    made = alone(matrix_operators()[region], landmarks[None], {})
    assert np.abs(made - reference.region_matrix(landmarks, region)).max() < 1e-4


@pytest.mark.parametrize("case", MATRICES)
def test_sampled_region(case: str) -> None:
    matrix, least_outside = MATRICES[case]
    features = np.random.default_rng(3).normal(0, 5, (reference.MAP, reference.MAP, 32))
    operator = operators("TransformTensorBilinear")[0]
    made = alone(operator, features[None], {operator.inputs[1]: matrix.astype(np.float32)[None]})
    expected, outside = reference.sampled_region(features, matrix.astype(np.float32).astype(np.float64))
    assert outside >= least_outside
    assert outside < 256 or case == "wholly outside"
    assert np.abs(made - expected).max() < 1e-3


@pytest.mark.parametrize("output", HEADS)
def test_moved_landmarks(output: str) -> None:
    operator = head_operator(output)
    points = np.random.default_rng(5).uniform(-8, 72, networks.network(MESH).shape(operator.inputs[0]))
    matrix = turned(-12, 1.3, (6, 9)).astype(np.float32)
    made = alone(operator, points, {operator.inputs[1]: matrix[None]})
    assert np.abs(made - reference.moved_landmarks(points.reshape(-1, 2), matrix)).max() < 1e-4


def test_wiring_on_a_face() -> None:
    """Which landmarks, features and matrices meet: the whole network's inner tensors against the reference."""
    network = networks.network(MESH)
    made = networks.run(networks.converted(MESH), source=networks.channels_first(networks.inputs(MESH)["face"]))
    mesh = made["output_mesh_identity"].reshape(468, 3)
    features = made["p_re_lu_3"][0]
    scale = np.array([[1, 1, 4, 4], [1, 1, 4, 4], [0.25, 0.25, 1, 1], [0.25, 0.25, 1, 1]])
    matrices = {region: reference.region_matrix(mesh * 0.25, region) for region in reference.REGIONS}
    readers = {operator.inputs[1]: operator for operator in operators("TransformTensorBilinear")}
    for region, operator in matrix_operators().items():
        (matrix,) = operator.outputs
        assert np.abs(made[network.name(matrix)][0] - matrices[region]).max() < 1e-4
        expected, _ = reference.sampled_region(features, matrices[region])
        assert np.abs(made[network.name(readers[matrix].outputs[0])][0] - expected).max() < 2e-3
    for output, region in HEADS.items():
        points = made[network.name(head_operator(output).inputs[0])].reshape(-1, 2)
        expected = reference.moved_landmarks(points, matrices[region] * scale)
        assert np.abs(made[output].reshape(-1, 2) - expected).max() < 1e-3, output


def test_doubled_mask() -> None:
    (operator,) = [o for o in networks.network("selfie").operators if o.kind == "Convolution2DTransposeBias"]
    network = networks.network("selfie")
    features = np.random.default_rng(9).normal(0, 3, network.shape(operator.inputs[0]))
    weights, bias = (network.constant(tensor) for tensor in operator.inputs[1:])
    assert weights is not None
    assert bias is not None
    made = alone(operator, features, {operator.inputs[1]: weights, operator.inputs[2]: bias}, "selfie")
    assert np.abs(made - reference.doubled(features[0], weights, bias)).max() < 1e-4

"""The lists of points in models_src/mesh_points.py against the network's own options and the description."""

from __future__ import annotations

from models_src import mesh_points
from tests.models_src import networks, reference


def test_lists_are_the_networks_own() -> None:
    operators = networks.network("attention mesh").operators
    inside = [tuple(o.custom["subset_idxs"]) for o in operators if o.kind == "Landmarks2TransformMatrix"]
    assert inside == [mesh_points.LIPS, mesh_points.LEFT_EYE, mesh_points.RIGHT_EYE]
    assert inside == [tuple(subset) for subset, _, _ in reference.REGIONS.values()]


def test_corrected_points() -> None:
    """Irises, the 16 lid points of each eye and all lip points; nothing else moves."""
    lids = [reference.LEFT_EYE[:16], reference.RIGHT_EYE[:16]]
    expected = {*reference.LIPS, *lids[0], *lids[1], *range(468, 478)}
    assert set(mesh_points.SHIFTED) == expected
    assert len(mesh_points.SHIFTED) == 80 + 2 * 16 + 10

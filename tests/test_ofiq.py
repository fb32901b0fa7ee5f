"""OFIQ's mappings from raw measure to component, against its own 28 images.

tests/data/ofiq_expected_results.csv is OFIQ's data/tests/expected_results/expected_results.csv (commit a16a990, MIT).
"""

import csv
import json
from pathlib import Path

import pytest

from pixid.ofiq import component
from pixid_native.cli import main
from tests.browser import portrait

with (Path(__file__).parent / "data" / "ofiq_expected_results.csv").open() as _file:
    ROWS = list(csv.DictReader(_file, delimiter=";"))
MEASURES = [name.removesuffix(".scalar") for name in ROWS[0] if name.endswith(".scalar")]
OURS = {"NaturalColor": "NaturalColour"}
MEASURED = (
    "DynamicRange", "EyesOpen", "HeadPosePitch", "HeadPoseRoll", "HeadPoseYaw", "HeadSize", "InterEyeDistance",
    "LeftwardCropOfTheFaceImage", "LuminanceMean", "LuminanceVariance", "MarginAboveOfTheFaceImage",
    "MarginBelowOfTheFaceImage", "MouthClosed", "NaturalColour", "OverExposurePrevention",
    "RightwardCropOfTheFaceImage", "SingleFacePresent", "UnderExposurePrevention",
)  # fmt: skip
"""The others need networks that we do not ship: MagFace, face parsing, occlusion, expression, SSIM."""


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 28
    assert len(MEASURES) == 28


@pytest.mark.parametrize("measure", MEASURES)
def test_component(measure: str) -> None:
    for row in ROWS:
        expected = int(row[f"{measure}.scalar"])
        assert abs(component(OURS.get(measure, measure), float(row[measure])) - expected) <= 1, row["Filename"]


def test_check_prints_the_components(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`pixid check --ofiq --json` adds them: raw and component of everything we measure as OFIQ does, by its names."""
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(portrait.jpeg())
    main(["check", str(photo), "--document", "us-dv-lottery", "--json", "--ofiq"])
    found = json.loads(capsys.readouterr().out)["ofiq"]
    assert set(found) == set(MEASURED)
    assert set(found) <= {OURS.get(name, name) for name in MEASURES}
    for name, value in found.items():
        assert value["component"] == component(name, value["raw"])
        assert 0 <= value["component"] <= 100
    likely = (
        "SingleFacePresent",
        "EyesOpen",
        "MouthClosed",
        "HeadPoseRoll",
        "InterEyeDistance",
        "OverExposurePrevention",
    )
    assert all(found[name]["component"] > 80 for name in likely), "the astronaut looks at us from near"

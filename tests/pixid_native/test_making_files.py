"""The command line on a real portrait: sheet, report and parts as files, the same again for the same date."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from pixid_native.cli import main
from tests.pixid_native.pictures import encoded
from tests.pixid_native.test_portrait import portrait


@pytest.fixture
def photo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    large = portrait().resize((1400, 1400), Image.Resampling.BICUBIC)
    (tmp_path / "me.png").write_bytes(encoded(large, "PNG"))
    return "me.png"


def make(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*arguments, "--json"]) in (0, 1)
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


def read(path: str) -> Image.Image:
    """A picture, its file closed again."""
    with Image.open(path) as image:
        image.load()
        return image


def test_photo_sheet_and_report(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["make", photo, "--document", "schengen-visa", "-o", "a.jpg"]
    made = make(capsys, *words, "--sheet", "a.pdf", "--report", "a.html", "--date", "2026-05-04")
    assert set(made["outputs"]) == {"photo", "sheet", "report"}
    assert read("a.jpg").info["dpi"] == (made["outputs"]["photo"]["dpi"],) * 2
    (page,) = pypdfium2.PdfDocument("a.pdf")
    assert page.get_size() == pytest.approx((150 * 72 / 25.4, 100 * 72 / 25.4), abs=0.01)
    text = Path("a.html").read_text()
    for check in made["checks"]:
        assert check["title"].split("{")[0][:20] in text.replace("&quot;", '"')
    assert "2026-05-04" in text and "PixID 0." in text

    again = make(capsys, *words[:-1], "b.jpg", "--sheet", "b.pdf", "--report", "b.html", "--date", "2026-05-04")
    assert again["matrix"] == made["matrix"]
    for one, other in (("a.jpg", "b.jpg"), ("a.pdf", "b.pdf"), ("a.html", "b.html")):
        assert Path(one).read_bytes() == Path(other).read_bytes(), "the same, byte for byte"


def test_a_sheet_for_a_lab(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = make(
        capsys, "make", photo, "--document", "us-passport", "-o", "a.jpg", "--sheet", "a.png", "--paper", "5x7in"
    )
    sheet = read("a.png")
    dpi = made["outputs"]["sheet"]["dpi"]
    assert sheet.size == (round(127 / 25.4 * dpi), round(177.8 / 25.4 * dpi))
    assert sheet.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    assert made["outputs"]["sheet"]["copies"] == 6


def test_two_people_on_one_sheet(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "sheet",
        f"{photo}=schengen-visa",
        f"{photo}=us-passport",
        "-o",
        "both.pdf",
        "--paper",
        "a4",
        "--copies",
        "3",
    ]
    made = make(capsys, *words)
    assert [one["document"] for one in made["photos"]] == ["schengen-visa", "us-passport"]
    assert made["outputs"]["sheet"]["copies"] == 6
    assert len(pypdfium2.PdfDocument("both.pdf")) == 1


def test_a_signature(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["make", photo, "--document", "in-ibps", "--part", "signature", "-o", "ink.jpg"]
    made = make(capsys, *words)["outputs"]["signature"]
    data = Path("ink.jpg").read_bytes()
    assert Image.open(io.BytesIO(data)).size == (140, 60)
    assert 10 * 1024 <= len(data) == made["bytes"] <= 20 * 1024


def test_light_where_nobody_has_said(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = make(capsys, "make", photo, "--document", "in-neet", "-o", "a.jpg", "--light", "0.4", "--report", "a.html")
    assert "light" in made["operations"]
    assert "edited picture can be a reason to refuse" in " ".join(made["notes"])
    assert "light changed on request" in Path("a.html").read_text()


def test_a_replaced_background(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Everywhere the colour that was asked for, none of it in the face, and the record says so."""
    plain = make(capsys, "make", photo, "--document", "in-neet", "-o", "a.jpg")
    asked = ["--background", "#3264c8", "--report", "b.html"]
    made = make(capsys, "make", photo, "--document", "in-neet", "-o", "b.jpg", *asked)
    assert "background" in made["operations"] and "background" not in plain["operations"]
    assert "background replaced on request" in Path("b.html").read_text()
    assert any("background" in note for note in made["notes"])
    before, after = (np.asarray(Image.open(name).convert("RGB")).astype(int) for name in ("a.jpg", "b.jpg"))
    assert before.shape == after.shape
    height, width = after.shape[:2]
    assert np.abs(after[: height // 12, : width // 8] - (0x32, 0x64, 0xC8)).max() <= 4
    middle = slice(height // 3, height // 2), slice(2 * width // 5, 3 * width // 5)
    assert np.abs(after[middle] - before[middle]).mean() < 2


def test_an_outline_corrected_by_strokes(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A piece of the wall is kept where a stroke says so; the record holds the stroke, and far away nothing changes."""
    asked = ["make", photo, "--document", "ad-passport", "--background", "#3264c8", "-o"]
    plain = make(capsys, *asked, "a.png")
    across, down = np.reshape(plain["matrix"], (2, 3))[:, :2], np.reshape(plain["matrix"], (2, 3))[:, 2]
    spot = np.linalg.solve(across, np.array([60.0, 80.0]) - down)
    radius = 20 / float(np.sqrt(np.linalg.det(across)))
    Path("strokes.json").write_text(json.dumps([{"kind": "keep", "radius": radius, "points": [spot.tolist()]}]))
    made = make(capsys, *asked, "b.png", "--strokes", "strokes.json", "--report", "b.html")
    assert "outline" in made["operations"] and len(made["strokes"]) == 1 and "strokes" not in plain
    assert "corrected by hand (strokes: 1)" in Path("b.html").read_text()
    before, after = (np.asarray(Image.open(name).convert("RGB")).astype(int) for name in ("a.png", "b.png"))
    changed = np.abs(after - before).max(axis=2)
    y, x = np.mgrid[0 : changed.shape[0], 0 : changed.shape[1]]
    far = np.hypot(x - 60, y - 80)
    assert changed[far < 8].mean() > 20 and changed[far > 60].max() == 0


def test_the_documents_own_colour(photo: str, capsys: pytest.CaptureFixture[str]) -> None:
    make(capsys, "make", photo, "--document", "in-neet", "-o", "a.jpg", "--background")
    white = np.asarray(Image.open("a.jpg").convert("RGB")).astype(int)
    assert white[:40, :40].min() >= 252

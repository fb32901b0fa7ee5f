"""A real portrait in every odd format, through the graphs we ship: the same face comes out each time."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, features

import pixid_native
from pixid.errors import PhotoError
from tests.oracle.picture import astronaut
from tests.pixid_native import pictures
from tests.pixid_native.pictures import encoded, orientation_exif, stored

DOCUMENT = "us-passport"


def portrait() -> Image.Image:
    return Image.fromarray(astronaut())


def face(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = pixid_native.check(data, DOCUMENT).data()["face"]
    return found


@pytest.fixture(scope="module")
def reference() -> dict[str, Any]:
    return face(encoded(portrait(), "PNG"))


def heic(image: Image.Image) -> bytes:
    file = io.BytesIO()
    pytest.importorskip("pillow_heif").from_pillow(image).save(file, quality=95)
    return file.getvalue()


def with_alpha(image: Image.Image) -> Image.Image:
    image.putalpha(255)
    return image


def turned(orientation: int) -> bytes:
    return encoded(stored(portrait(), orientation), "JPEG", quality=95, exif=orientation_exif(orientation))


def avif(image: Image.Image) -> bytes:
    if not features.check("avif"):
        pytest.skip("this Pillow has no AVIF")
    return encoded(image, "AVIF", quality=90)


def deep(image: Image.Image) -> bytes:
    return pictures.deep_png(np.asarray(image).astype(np.uint16) * 257)


ODD: dict[str, Callable[[], bytes]] = {
    "CMYK JPEG": lambda: encoded(portrait().convert("CMYK"), "JPEG", quality=95),
    "16-bit PNG": lambda: deep(portrait()),
    "16-bit grey PNG": lambda: deep(portrait().convert("L")),
    "animated GIF": lambda: encoded(portrait(), "GIF", save_all=True, append_images=[Image.new("RGB", (512, 512))]),
    "WebP": lambda: encoded(portrait(), "WEBP", quality=95),
    "AVIF": lambda: avif(portrait()),
    "HEIC": lambda: heic(portrait()),
    "palette": lambda: encoded(portrait().quantize(256), "PNG"),
    "transparent": lambda: encoded(with_alpha(portrait()), "PNG"),
    "progressive": lambda: encoded(portrait(), "JPEG", quality=95, progressive=True),
    "sRGB profile": lambda: encoded(portrait(), "JPEG", quality=95, icc_profile=pictures.srgb_profile()),
    **{f"turned {turn}": partial(turned, turn) for turn in range(2, 9)},
}


@pytest.mark.parametrize("kind", list(ODD))
def test_the_same_face_in_every_format(kind: str, reference: dict[str, Any]) -> None:
    found = face(ODD[kind]())
    loose = kind in ("16-bit grey PNG", "animated GIF", "palette")  # other pixels, same face
    for point in ("eye_left", "eye_right", "chin"):
        off = np.abs(np.array(found[point]) - reference[point]).max()
        assert off < (0.05 if loose else 0.025) * reference["ied_px"], (point, off)


def test_display_p3_is_converted(reference: dict[str, Any]) -> None:
    found = face(encoded(portrait(), "JPEG", quality=95, icc_profile=pictures.display_p3()))
    assert np.abs(np.array(found["eye_left"]) - reference["eye_left"]).max() < 0.05 * reference["ied_px"]


def test_no_face() -> None:
    with pytest.raises(PhotoError) as caught:
        pixid_native.check(encoded(pictures.scene(600, 800), "PNG"), DOCUMENT)
    assert caught.value.id == "no-face"


DOCUMENTS = ("us-passport", "us-dv-lottery", "schengen-visa", "ru-internal-passport-gosuslugi", "in-passport-icao")
"""Different on purpose: print only, a square with a ceiling, print and mm, exact pixels, a tall head."""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_made_files(document: str) -> None:
    large = portrait().resize((2048, 2048), Image.Resampling.BICUBIC)
    made, jpeg = pixid_native.make(encoded(large, "PNG"), document)
    assert jpeg is not None
    least, most = made.report.document.file_bytes()
    assert least <= len(jpeg) <= (most or len(jpeg))
    image = Image.open(io.BytesIO(jpeg))
    assert image.size == (made.width, made.height)
    assert image.info["dpi"] == (made.dpi, made.dpi)
    assert "exif" not in image.info
    assert "icc_profile" not in image.info


def test_where_cropping_is_forbidden_the_original_is_sent() -> None:
    made, jpeg = pixid_native.make(encoded(portrait(), "JPEG", quality=95), "gb-passport-digital")
    assert (jpeg, made.operations, made.why_not) == (None, [], "crop-forbidden")


def test_a_portal_that_cannot_take_the_original_gets_the_whole_picture() -> None:
    """gb-passport-digital takes JPEG: a PNG is written anew, every pixel of it, and the report says so."""
    made, jpeg = pixid_native.make(encoded(portrait(), "PNG"), "gb-passport-digital")
    assert jpeg is not None
    assert made.operations == ["convert", "strip-metadata"]
    assert made.matrix == [1.0, 0.0, 0.0, 0.0, 1.0, 0.0]
    pixels = np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB"), np.float64)
    difference = pixels - np.asarray(portrait().convert("RGB"), np.float64)
    assert pixels.shape[:2] == portrait().size[::-1]
    assert 10 * np.log10(255**2 / (difference**2).mean()) > 38


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    root = str(Path(pixid_native.__file__).parents[1])
    paths = [root, os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else [root]
    return subprocess.run(
        [sys.executable, "-m", "pixid_native", *arguments],
        cwd=folder, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_as_a_program(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(encoded(portrait(), "JPEG", quality=95))
    checked = run("check", "a.jpg", "--document", DOCUMENT, "--json", folder=tmp_path)
    report = json.loads(checked.stdout)
    assert checked.stderr == ""
    assert checked.returncode == (1 if report["verdict"] == "fail" else 0)
    made = run("make", "a.jpg", "--document", DOCUMENT, "-o", "b.jpg", "--json", folder=tmp_path)
    assert made.returncode in (0, 1)
    assert json.loads(made.stdout)["face"] == report["face"], "the same numbers every time"
    with Image.open(tmp_path / "b.jpg") as image:
        assert image.size[0] >= 600
    text = run("check", "a.jpg", "missing.jpg", "--document", DOCUMENT, folder=tmp_path)
    assert text.returncode == 2
    assert "The file cannot be opened: missing.jpg" in text.stdout
    assert "Traceback" not in text.stdout + text.stderr


def test_a_reader_that_leaves_early(tmp_path: Path) -> None:
    """`pixid documents | head -0` is no error."""
    command = f'{sys.executable} -m pixid_native documents | :; exit "${{PIPESTATUS[0]}}"'
    root = str(Path(pixid_native.__file__).parents[1])
    done = subprocess.run(["bash", "-c", command], cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert done.returncode == 0

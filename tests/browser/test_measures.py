"""Chromium's onnxruntime-web measures what native onnxruntime does: every named number of every graph, by name."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from pixid import pipeline
from pixid.drive import finish
from pixid_native.engine import NativeEngine
from tests.browser import portrait
from tests.browser.visit import Visit
from tests.models_src.test_measure import STEADY, published
from tests.oracle.recorded import photo_folder

NEAR = {
    "codes": (0.25, 0.001),
    "share": (0.0003, 0.001),
    "": (0.002, 0.001),
    "log": (0.0005, 0.001),
    "bits": (0.001, 0.001),
    "1/T": (0.00002, 0.001),
    "eye widths": (0.0001, 0.001),
}
"""By unit: absolute and relative difference. The engines add up in another order, so points differ by some thousandths
of a px, and a texel read at 1/32 px may come from the next step; a pupil has 20 of them."""
NEARER = (0.00001, 0.001)
"""For STEADY shares: 0.001 of a percent."""
RANKED = (1.05, 0.0)
"""For single elements of an order: the next one may be another code."""
EXACT = ("levels.least", "levels.most", "pixels.equal.down", "pixels.equal.across")
"""What counts bytes is equal to the last one."""

LISTEN = """(() => {
  const asked = new Map();
  const send = Worker.prototype.postMessage;
  window.measured = {};
  Worker.prototype.postMessage = function (message, ...more) {
    if (!this.heard) this.addEventListener("message", ({ data }) => {
      if (!asked.has(data.id)) return;
      Object.assign(window.measured, JSON.parse(data.text).value);
      asked.delete(data.id);
    });
    this.heard = true;
    const graph = message.method === "run" ? JSON.parse(message.text).graph : "";
    if (graph === "measure" || graph === "detail") asked.set(message.id);
    return send.call(this, message, ...more);
  };
})()"""
"""Overhears what the page asks its engine to measure, and the answers."""

REAL = ("london_002_03.jpg", "london_096_03.jpg", "ukho_image-m2-glasses-reflection.jpg")


def test_a_drawn_portrait(page: Page, visit: Visit) -> None:
    agree(page, visit, portrait.jpeg())


def test_a_small_one(page: Page, visit: Visit) -> None:
    agree(page, visit, portrait.encoded(portrait.image(1), "PNG"))


def test_one_beyond_the_working_copy(page: Page, visit: Visit) -> None:
    agree(page, visit, portrait.encoded(portrait.image(6), "PNG"))


@pytest.mark.parametrize("name", REAL)
def test_a_real_one(page: Page, visit: Visit, name: str) -> None:
    path: Path = photo_folder() / name
    if not path.is_file():
        pytest.skip(f"{name} is not in PIXID_PHOTOS")
    agree(page, visit, path.read_bytes())


def agree(page: Page, visit: Visit, photo: bytes) -> None:
    page.add_init_script(LISTEN)
    visit.open("us-dv-lottery")
    visit.check(photo)
    ours = {name: value[0] for name, value in json.loads(page.evaluate("JSON.stringify(window.measured)")).items()}
    native = finish(pipeline.examine(NativeEngine(), photo)).measures
    assert set(ours) == set(native) == set(published())
    wrong = {}
    for name, unit in published().items():
        absolute, relative = within(name, unit)
        if abs(ours[name] - native[name]) > absolute + relative * abs(native[name]):
            wrong[name] = (ours[name], native[name])
    assert not wrong


def within(name: str, unit: str) -> tuple[float, float]:
    """Absolute and relative difference that one measure may have."""
    if name in EXACT:
        return 0.0, 0.0
    if name in STEADY:
        return NEARER
    ranked = re.search(r"\.(p|low)\d\d$|\.chroma$|\.white$", name)
    return RANKED if ranked else NEAR[unit]

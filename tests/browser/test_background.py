"""A background replaced in the page and by the command line: the same picture, from the same photo."""

from pathlib import Path

import numpy as np
from playwright.sync_api import expect

from pixid_native.cli import main
from tests.browser import portrait
from tests.browser.test_light import pixels, ready
from tests.browser.visit import PATIENCE, Visit


def test_the_page_and_the_command_line_cut_out_the_same(visit: Visit, tmp_path: Path) -> None:
    ready(visit, "ad-passport")
    plain = pixels(visit.save()[1])
    visit.tool.locator("select[name=backdrop]").select_option("white")
    expect(visit.tool.locator("[data-operations-text]")).to_contain_text("#ffffff", timeout=PATIENCE)
    visit.expect_state("done")
    white = pixels(visit.save()[1])
    photo, made = tmp_path / "me.jpg", tmp_path / "native.jpg"
    photo.write_bytes(portrait.jpeg())
    main(["make", str(photo), "--document", "ad-passport", "-o", str(made), "--background", "white", "--json"])
    native = pixels(made.read_bytes())
    off = np.abs(native - white).mean(axis=2)
    print(f"browser and command line before white: {off.mean():.3f} levels on average, {off.max():.0f} at most")
    assert native.shape == white.shape and off.mean() < 1 and np.quantile(off, 0.999) < 8
    assert white[:60, :60].min() >= 252
    height, width = white.shape[:2]
    face = slice(height // 3, height // 2), slice(2 * width // 5, 3 * width // 5)
    assert np.abs(white[face] - plain[face]).mean() < 1.5

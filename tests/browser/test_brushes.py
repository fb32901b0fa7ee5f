"""The outline corrected by hand: shown where it is unsure, drawn on with pointer, finger and keys, taken back."""

import json
import re
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Locator, expect

from pixid_native.cli import main
from tests.browser import portrait
from tests.browser.finger import Finger
from tests.browser.test_adjust import saved
from tests.browser.test_light import pixels, ready
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch
from toolchain.server import Server

AT = (0.12, 0.2)
"""Parts of the picture where there is nothing but wall."""
SIZE = 12
"""Per cent of the picture's width that the brush covers."""


def do(visit: Visit, what: str) -> Locator:
    return visit.tool.locator(f'[data-outline-do="{what}"]')


def picture(visit: Visit) -> Locator:
    return visit.tool.locator("[data-outline-picture]")


def opened(visit: Visit) -> bytes:
    """A photo before blue, its brushes open; the file as it stands."""
    ready(visit, "ad-passport")
    expect(visit.tool.locator("[data-outline]")).to_be_hidden()  # there is no outline before a background is replaced
    visit.tool.locator("select[name=backdrop]").select_option("white")
    expect(do(visit, "open")).to_be_visible(timeout=PATIENCE)
    visit.expect_state("done")
    do(visit, "open").click()
    expect(visit.tool.locator("[data-outline-after]")).to_have_attribute("src", re.compile("^blob:"), timeout=PATIENCE)
    visit.tool.locator("[name=outline-size]").fill(str(SIZE))
    return visit.save()[1]


def told(visit: Visit, strokes: int) -> None:
    """Wait for the file with so many strokes."""
    words = visit.tool.locator("[data-operations-text]")
    if strokes:
        expect(words).to_contain_text(f"corrected by hand (strokes: {strokes})", timeout=PATIENCE)
    else:
        expect(words).not_to_contain_text("corrected by hand", timeout=PATIENCE)
    visit.expect_state("done")


def drag(visit: Visit) -> None:
    """A short stroke with the mouse over the wall."""
    picture(visit).scroll_into_view_if_needed()
    box = picture(visit).bounding_box()
    assert box
    x, y = box["x"] + AT[0] * box["width"], box["y"] + AT[1] * box["height"]
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move(x + 6, y + 4, steps=4)
    visit.page.mouse.up()


def distance(shape: tuple[int, ...]) -> np.ndarray:
    """From the place of the stroke, in widths of the picture."""
    height, width = shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    away: np.ndarray = np.hypot(x / width - AT[0], (y / height - AT[1]) * height / width)
    return away


def test_a_stroke_changes_what_it_covers_and_undo_restores_it_byte_for_byte(visit: Visit, tmp_path: Path) -> None:
    before = opened(visit)
    drag(visit)
    told(visit, 1)
    expect(visit.tool.locator("[data-live]")).to_have_text("Keep the person. Strokes: 1")
    after = visit.save()[1]
    change, far = np.abs(pixels(after) - pixels(before)).max(axis=2), distance(pixels(before).shape)
    assert change[far < SIZE / 200 * 0.4].mean() > 10, "the wall is kept where the brush was"
    assert change[far > SIZE / 200 + 0.1].max() <= 2, "nothing far from it is touched"
    report = visit.report()
    assert "outline" in report["operations"] and report["strokes"][0]["kind"] == "keep"
    _, page = saved(visit, "report")
    assert "corrected by hand (strokes: 1)" in page.decode()

    photo, drawn, made = tmp_path / "me.jpg", tmp_path / "strokes.json", tmp_path / "native.jpg"
    photo.write_bytes(portrait.jpeg())
    drawn.write_text(json.dumps(report["strokes"]))
    asked = ["make", str(photo), "--document", "ad-passport", "-o", str(made), "--background", "white", "--json"]
    main([*asked, "--strokes", str(drawn)])
    off = np.abs(pixels(made.read_bytes()) - pixels(after)).mean(axis=2)
    print(f"browser and command line with a stroke: {off.mean():.3f} levels on average, {off.max():.0f} at most")
    assert off.mean() < 1 and np.quantile(off, 0.999) < 8

    do(visit, "undo").click()
    told(visit, 0)
    expect(do(visit, "undo")).to_be_disabled()
    expect(picture(visit)).to_be_focused()
    assert visit.save()[1] == before
    assert "strokes" not in visit.report()


def test_keys_draw_change_the_brush_and_take_back(visit: Visit) -> None:
    before = opened(visit)
    keep, remove = (visit.tool.locator(f'[name=outline-kind][value="{kind}"]') for kind in ("keep", "remove"))
    picture(visit).focus()
    expect(keep).to_be_checked()
    for _ in range(4):
        picture(visit).press("Shift+ArrowLeft")
    visit.page.keyboard.down(" ")
    for _ in range(3):
        visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.up(" ")
    told(visit, 1)
    assert len(visit.report()["strokes"][0]["points"]) == 2
    kept = visit.save()[1]
    assert kept != before
    picture(visit).press("x")
    expect(remove).to_be_checked()
    expect(visit.tool.locator("[data-live]")).to_have_text("Remove the wall")
    picture(visit).press("+")
    expect(visit.tool.locator("[name=outline-size]")).to_have_value(str(SIZE + 1))
    picture(visit).press("Enter")
    told(visit, 2)
    assert [one["kind"] for one in visit.report()["strokes"]] == ["keep", "remove"]
    picture(visit).press("Control+z")
    told(visit, 1)
    assert visit.save()[1] == kept
    do(visit, "over").click()
    told(visit, 0)
    assert visit.save()[1] == before
    do(visit, "undo").click()
    told(visit, 1)
    assert visit.save()[1] == kept
    picture(visit).focus()
    picture(visit).press("Escape")
    expect(picture(visit)).to_be_hidden()
    expect(do(visit, "open")).to_be_focused()
    expect(do(visit, "open")).to_have_attribute("aria-expanded", "false")


def test_the_band_lies_on_the_outline_and_every_target_is_large_enough_and_has_a_name(visit: Visit) -> None:
    opened(visit)
    expect_band(visit)
    expect_targets(visit)


def expect_band(visit: Visit) -> None:
    address = picture(visit).evaluate("picture => picture.style.getPropertyValue('--band')")
    opaque = visit.page.evaluate(
        """async (address) => {
            const image = Object.assign(new Image(), { src: address.slice(5, -2) });
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
            canvas.drawImage(image, 0, 0);
            const { data } = canvas.getImageData(0, 0, image.width, image.height);
            const rows = [];
            for (let y = 0; y < image.height; y += 1)
                rows.push(Array.from({ length: image.width }, (_, x) => data[(y * image.width + x) * 4 + 3]));
            return rows;
        }""",
        address,
    )
    band = np.array(opaque) > 0
    height, width = band.shape
    assert 0.002 < band.mean() < 0.25
    assert not band[height // 3 : height // 2, 2 * width // 5 : 3 * width // 5].any(), "the face is no outline"
    assert not band[: height // 20, : width // 20].any(), "nor is the corner"


def expect_targets(visit: Visit) -> None:
    panel = visit.tool.locator("[data-outline]")
    for target in (*panel.locator("button").all(), *panel.locator("label:has([type=radio])").all()):
        box = target.bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44
    for name in ("Smaller brush", "Larger brush", "Undo", "Start over", "Done"):
        expect(panel.get_by_role("button", name=name, exact=True)).to_be_visible()
    expect(panel.get_by_role("application", name="Photo to draw on")).to_be_visible()
    expect(panel.get_by_role("slider", name="Brush", exact=True)).to_have_value(str(SIZE))
    assert panel.get_by_role("radio", name="Remove the wall").count() == 1


def test_another_photo_begins_without_strokes(visit: Visit) -> None:
    opened(visit)
    drag(visit)
    drag(visit)  # while the first is still being worked on
    told(visit, 2)
    visit.check(portrait.jpeg(portrait.image(3)))
    expect(visit.tool.locator("[data-outline]")).to_be_hidden()
    visit.tool.locator("select[name=backdrop]").select_option("white")
    expect(do(visit, "open")).to_be_visible(timeout=PATIENCE)
    visit.expect_state("done")
    assert "strokes" not in visit.report() and "outline" not in visit.report()["operations"]
    expect(picture(visit)).to_be_hidden()


def test_a_finger_draws_without_scrolling_the_page(browser: Browser, server: Server, watch: Watch) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    watch.over(context)
    page = context.new_page()
    visit = Visit(page, server.address)
    opened(visit)
    picture(visit).scroll_into_view_if_needed()
    box = picture(visit).bounding_box()
    assert box
    x, y = box["x"] + AT[0] * box["width"], box["y"] + AT[1] * box["height"]
    expect(page.locator("[data-offline-mark=kept]")).to_be_visible(timeout=PATIENCE)  # it comes and moves nothing
    scrolled = page.evaluate("scrollY")
    finger = Finger(page)
    finger.down(x, y)
    for step in range(1, 9):
        finger.move(x, y + 4 * step)
    expect(picture(visit)).to_have_attribute("data-magnified", "right")
    expect(visit.tool.locator(".brush-loupe")).to_be_visible()
    finger.up()
    expect(visit.tool.locator(".brush-loupe")).to_be_hidden()
    told(visit, 1)
    assert page.evaluate("scrollY") == scrolled
    assert len(visit.report()["strokes"][0]["points"]) == 2, "a straight stroke is its ends"
    context.close()
    watch.judge()

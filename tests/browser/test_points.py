"""Points of the head set by hand, with pointer, touch and keys: the frame follows, and the report says so."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser import portrait
from tests.browser.finger import Finger
from tests.browser.test_adjust import do, saved
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch
from toolchain.server import Server


def ring(visit: Visit, name: str) -> Locator:
    return visit.tool.locator(f'[data-point="{name}"]')


def adjust(visit: Visit) -> dict:  # type: ignore[type-arg]
    visit.open("at-passport")
    report = visit.check(portrait.jpeg())
    do(visit, "open").click()
    expect(ring(visit, "chin")).to_be_visible()
    return report


def middle(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def mapped(visit: Visit, point: list[float]) -> tuple[float, float]:
    """Where a photo point lies on the screen."""
    x, y = visit.tool.locator("[data-photo]").evaluate(
        """(image, [x, y]) => {
            const at = new DOMPoint(x, y).matrixTransform(image.getScreenCTM());
            return [at.x, at.y];
        }""",
        point,
    )
    return x, y


def test_rings_lie_on_the_points(visit: Visit) -> None:
    face = adjust(visit)["face"]
    for name in ("crown", "eye_left", "eye_right", "chin"):
        at, wanted = middle(ring(visit, name)), mapped(visit, face[name])
        assert at == pytest.approx(wanted, abs=1.0), name
    expect(ring(visit, "hair_top")).to_have_count(0)  # this rule measures to the crown
    box = ring(visit, "chin").bounding_box()
    assert box and box["width"] >= 44 and box["height"] >= 44


def test_a_point_is_dragged_with_a_loupe_and_the_frame_follows(visit: Visit) -> None:
    before = adjust(visit)
    x, y = middle(ring(visit, "chin"))
    loupe = visit.tool.locator("[data-loupe]")
    expect(loupe).to_be_hidden()
    photo = visit.tool.locator("[data-photo]")
    placed = photo.get_attribute("transform")
    visit.page.mouse.move(x + 4, y + 4)
    visit.page.mouse.down()
    visit.page.mouse.move(x + 4, y + 16, steps=4)
    expect(loupe).to_be_visible()
    expect(visit.tool.locator("[data-readout-value]")).to_contain_text("from chin to")
    assert middle(ring(visit, "chin"))[1] == pytest.approx(y + 12, abs=1.5)
    assert photo.get_attribute("transform") == placed, "the picture stands still under the finger"
    view = visit.tool.locator("[data-loupe-picture]").get_attribute("viewBox") or ""
    assert len(view.split()) == 4
    visit.page.mouse.up()
    expect(loupe).to_be_hidden()
    expect(photo).not_to_have_attribute("transform", placed or "")
    do(visit, "done").click()
    visit.expect_state("done")
    after = visit.report()
    assert after["face"]["by_hand"] == ["chin"]
    assert after["face"]["chin"][1] > before["face"]["chin"][1] + 5
    assert after["matrix"] != before["matrix"]
    expect(visit.tool.locator("[data-report-row]")).to_be_visible(timeout=PATIENCE)
    _, page = saved(visit, "report")
    assert "Set by hand, not measured: chin" in page.decode()


def test_a_point_is_moved_with_keys_and_taken_back(visit: Visit) -> None:
    before = adjust(visit)
    crown = ring(visit, "crown")
    crown.focus()
    expect(visit.tool.locator("[data-loupe]")).to_be_visible()
    for _ in range(3):
        visit.page.keyboard.press("Shift+ArrowUp")
    expect(crown).to_have_attribute("data-set", "")
    expect(visit.tool.locator("[data-readout-title]")).to_have_text(re.compile("Head"))
    do(visit, "undo").click()
    do(visit, "undo").click()
    do(visit, "undo").click()
    expect(crown).not_to_have_attribute("data-set", "")
    expect(do(visit, "undo")).to_be_disabled()
    do(visit, "redo").click()
    expect(crown).to_have_attribute("data-set", "")
    do(visit, "automatic").click()
    expect(crown).not_to_have_attribute("data-set", "")
    do(visit, "done").click()
    expect(visit.tool.locator("[data-adjust]")).to_be_hidden()
    assert visit.report()["matrix"] == before["matrix"]
    assert visit.report()["face"]["by_hand"] == []


def test_what_was_set_stands_when_adjust_is_opened_again(visit: Visit) -> None:
    adjust(visit)
    ring(visit, "chin").focus()
    for _ in range(2):
        visit.page.keyboard.press("Shift+ArrowDown")
    expect(ring(visit, "chin")).to_have_attribute("data-set", "")
    do(visit, "done").click()
    visit.expect_state("done")
    set_by_hand = visit.report()["face"]["chin"]
    do(visit, "open").click()
    expect(ring(visit, "chin")).to_have_attribute("data-set", "")
    assert middle(ring(visit, "chin")) == pytest.approx(mapped(visit, set_by_hand), abs=1.0)
    visit.page.keyboard.press("Escape")
    assert visit.report()["face"]["chin"] == set_by_hand


def test_a_finger_moves_a_point_without_scrolling_the_page(browser: Browser, server: Server, watch: Watch) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    watch.over(context)
    page = context.new_page()
    visit = Visit(page, server.address)
    adjust(visit)
    x, y = middle(ring(visit, "chin"))
    expect(page.locator("[data-offline-mark=kept]")).to_be_visible(timeout=PATIENCE)  # it comes and moves nothing
    scrolled = page.evaluate("scrollY")
    finger = Finger(page)
    finger.down(x, y)
    for step in range(1, 9):
        finger.move(x, y + step)
    expect(visit.tool.locator("[data-loupe]")).to_be_visible()
    assert middle(ring(visit, "chin"))[1] == pytest.approx(y + 8, abs=1.5)
    finger.up()
    expect(visit.tool.locator("[data-loupe]")).to_be_hidden()
    expect(ring(visit, "chin")).to_have_attribute("data-set", "")
    assert page.evaluate("scrollY") == scrolled
    context.close()
    watch.judge()

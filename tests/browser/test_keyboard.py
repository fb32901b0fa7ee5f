"""The whole journey by keyboard alone: from the top of a document's page to a file on the disk."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.browser import portrait
from tests.browser.conftest import watched
from tests.browser.visit import PATIENCE, Visit, file
from tests.browser.watch import Watch
from toolchain.server import Server

FOCUSED = """() => {
  const holder = document.activeElement;
  const shown = [holder, holder.nextElementSibling].filter(Boolean);
  const { left, top, width, height } = holder.getBoundingClientRect();
  return {
    name: holder.name || Object.values(holder.dataset).filter(Boolean).join(" ") || holder.textContent.trim(),
    ringed: shown.some((one) => getComputedStyle(one).outlineStyle === "solid"),
    seen: width > 0 && height > 0 && left >= 0 && top >= 0 && left + width <= innerWidth && top < innerHeight,
    moving: document.getAnimations().filter(({ playState }) => playState === "running").length,
  };
}"""
MOST = 60
"""Presses of Tab after which something that should come is not there."""


class Keys:
    """A visitor's hands on a keyboard. Every stop must be seen, ringed, and nothing may move by itself."""

    def __init__(self, visit: Visit) -> None:
        self.page = visit.page
        self.stops: list[str] = []

    def look(self) -> str:
        stop = self.page.evaluate(FOCUSED)
        assert stop["ringed"] and stop["seen"] and not stop["moving"], stop
        self.stops.append(stop["name"])
        return str(stop["name"])

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until the focus is on the element of that name or data value."""
        passed: list[str] = []
        while len(passed) < MOST:
            self.page.keyboard.press(key)
            passed.append(self.look())
            if passed[-1] == name:
                return
        raise AssertionError(f"{name} is not among {passed}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)


@pytest.fixture
def still(browser: Browser, server: Server, watch: Watch) -> Iterator[Visit]:
    """A visitor who asked the system for less motion."""
    with watched(browser, watch) as page:
        page.emulate_media(reduced_motion="reduce")
        yield Visit(page, server.address)


def test_from_the_top_of_the_page_to_a_file(still: Visit) -> None:
    still.open("schengen-visa")
    keys = Keys(still)
    keys.press("Tab")
    assert keys.look() == "To the photo"
    keys.press("Enter")
    keys.tab_to("photo")
    assert "as_is" not in keys.stops, "the photo comes first"
    still.page.locator(":focus").set_input_files(file(portrait.jpeg(), "me.jpg"))
    still.expect_state("done")
    expect(still.tool.locator("[data-verdict-title]")).to_be_focused()

    # a finding shown on the photo and answered
    keys.tab_to("show")
    keys.press("Enter")
    expect(still.tool.locator("[data-caption]")).to_be_visible()
    expect(still.tool.locator('[data-action="show"]').first).to_be_focused()
    asked = still.tool.locator('[data-group="manual"] [data-count]')
    before = asked.inner_text()
    keys.tab_to("manual-brows")
    keys.press("Space")
    expect(asked).not_to_have_text(before)

    # the frame sized and moved, and left again where it was entered
    keys.tab_to("open", "Shift+Tab")
    keys.press("Enter")
    size = still.tool.locator('[name="adjust-size"]')
    expect(size).to_be_focused()
    first = size.input_value()
    keys.look()
    keys.press("+", "+")
    expect(size).not_to_have_value(first)
    down = still.tool.locator('[name="adjust-down"]')
    sized, first = size.input_value(), down.input_value()
    keys.press("ArrowRight", "ArrowRight")  # on the slider of the size, arrows are its own
    expect(size).not_to_have_value(sized)
    expect(down).to_have_value(first)
    keys.tab_to("adjust-down")
    keys.press("ArrowDown", "ArrowDown")
    expect(down).not_to_have_value(first)
    keys.tab_to("done")
    keys.press("Enter")
    still.expect_state("done")
    expect(still.tool.locator('[data-adjust-do="open"]')).to_be_focused()

    # the file
    expect(still.tool.locator('a[data-output="sheet"]')).to_be_visible(timeout=PATIENCE)
    keys.tab_to("get-files")
    keys.press("Enter")
    expect(still.tool.locator("[data-files]")).to_be_in_viewport()
    with still.page.expect_download() as event:
        keys.tab_to("photo")
        keys.press("Enter")
    assert Image.open(io.BytesIO(event.value.path().read_bytes())).format == "JPEG"
    assert event.value.suggested_filename == "schengen-visa.jpg"

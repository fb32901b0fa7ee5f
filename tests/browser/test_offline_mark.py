"""The words beside the name of the site: that the tool works offline comes amid somebody's visit, and neither moves
the page nor lies on other words. That a device has no room for it may take a line of its own."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import watched
from tests.browser.watch import Watch
from toolchain.languages import folder
from toolchain.paths import SITE
from toolchain.server import Server

IDS = ["", *(entry.id for entry in folder.folders(SITE / "locales") if not entry.draft)]
WIDTHS = (320, 390, 600, 768, 1280)
PLACE = "document.querySelector('main').getBoundingClientRect().top"
SHOWN = """(what) => {
  const mark = document.querySelector("[data-offline-mark]");
  mark.dataset.offlineMark = what;
  mark.hidden = !what;
}"""
OVERLAPS = """() => {
  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter(({ width }) => width);
  };
  const meet = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
  const over = (a, b) => meet(a, b, "left", "right") > 0 && meet(a, b, "top", "bottom") > LEADING;
  const mark = lines(document.querySelector("[data-offline-mark] [data-if=kept]"));
  const others = [...document.querySelectorAll("header.site > a, header.site nav > a, header.site summary")];
  return others.filter((one) => lines(one).some((a) => mark.some((b) => over(a, b)))).map((one) => one.outerHTML);
}""".replace("LEADING", "6")  # px of a line above and below its letters


@pytest.mark.parametrize("id", IDS)
def test_it_moves_nothing_and_covers_nothing(browser: Browser, server: Server, watch: Watch, id: str) -> None:
    with watched(browser, watch) as page:
        page.goto(f"{server.address}{id and id + '/'}guides/printing/")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(SHOWN, "")
            before = page.evaluate(PLACE)
            for what in ("full", "kept"):
                page.evaluate(SHOWN, what)
                expect(page.locator(f"[data-if={what}]")).to_be_visible()
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, what)
            assert page.evaluate(PLACE) == before, width
            assert page.evaluate(OVERLAPS) == [], width

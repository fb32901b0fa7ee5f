"""The retake is the product: each photo is compared with the last, and two that are not ready bring advice."""

import re

from playwright.sync_api import expect

from tests.browser import portrait
from tests.browser.visit import Visit


def small() -> bytes:
    """Too few pixels for the document: certain to fail."""
    return portrait.jpeg(portrait.image(1))


def test_what_got_better_is_said_and_advice_comes_after_two(visit: Visit) -> None:
    visit.open("schengen-visa")
    first = visit.check(small(), "a.jpg")
    assert first["verdict"] == "fail"
    strip = visit.tool.locator("[data-visit] li")
    expect(strip).to_have_count(0)
    expect(visit.tool.locator("[data-help]")).to_be_hidden()
    visit.check(small(), "b.jpg")
    expect(strip).to_have_count(2)
    expect(strip.first).to_have_text(f"Photo 1: {first['counts']['fail']} to change")
    expect(visit.tool.locator("[data-since]")).to_be_empty()
    expect(visit.tool.locator("[data-help]")).to_be_visible()
    third = visit.check(portrait.jpeg(), "c.jpg")
    met = {check["id"] for check in third["checks"] if check["status"] == "pass"}
    fixed = [c["title"] for c in first["checks"] if c["status"] in ("fail", "warn") and c["id"] in met]
    assert fixed, "the larger photo has more pixels, at least"
    expect(visit.tool.locator("[data-since]")).to_have_text("Fixed since the last photo: " + "; ".join(fixed))
    expect(strip.last).to_have_attribute("aria-current", "true")
    expect(strip.last).to_have_text(re.compile("^Photo 3: "))
    visit.tool.locator("[data-action=back]").click()
    visit.expect_state("ready")
    expect(strip).to_have_count(0)
    visit.check(small())
    expect(strip).to_have_count(0)

"""Light and white balance: absent with its reason where forbidden, off under a caution where unstated, recorded."""

import io

import numpy as np
from PIL import Image
from playwright.sync_api import expect

from tests.browser import portrait
from tests.browser.test_adjust import saved
from tests.browser.visit import PATIENCE, Visit


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), np.float64)


def ready(visit: Visit, document: str) -> dict:  # type: ignore[type-arg]
    visit.open(document)
    report = visit.check(portrait.jpeg())
    expect(visit.tool.locator("[data-report-row]")).to_be_visible(timeout=PATIENCE)
    return report


def test_where_it_is_forbidden_the_reason_stands_with_its_source(visit: Visit) -> None:
    ready(visit, "schengen-visa")
    edits = visit.tool.locator("[data-edits]")
    expect(edits).to_contain_text("Light and colours stay as photographed: this authority refuses edited pictures.")
    expect(edits).to_contain_text("The background stays as photographed")
    expect(visit.tool.locator("[data-light]")).to_be_hidden()
    expect(visit.tool.locator("[data-backdrop]")).to_be_hidden()
    expect(visit.tool.locator("[data-outline]")).to_be_hidden()  # nor are there brushes
    expect(edits.locator("[data-edit-list] a").first).to_have_attribute("href", "#source-1")


def test_where_it_is_unstated_the_switch_is_off_and_what_it_does_is_recorded(visit: Visit) -> None:
    before = ready(visit, "ad-passport")
    plain = pixels(visit.save()[1])
    switch = visit.tool.get_by_role("switch", name="Change light and white balance")
    expect(switch).not_to_be_checked()
    expect(visit.tool.locator("[data-light-note]")).to_contain_text("has not said")
    assert "light" not in before["operations"]

    switch.press(" ")
    brightness = visit.tool.get_by_label("Brightness", exact=True)
    expect(brightness).to_be_visible()
    brightness.focus()
    for _ in range(6):
        brightness.press("ArrowRight")
    expect(brightness).to_have_attribute("aria-valuetext", "Brightness +0.30 stops")
    visit.expect_state("done")
    expect(visit.tool.locator("[data-operations-text]")).to_contain_text("one curve for the whole picture")
    expect(visit.tool.locator("[data-light-after]")).to_be_visible()
    _, page = saved(visit, "report")
    assert "light changed on request" in page.decode()
    report = visit.report()
    assert "light" in report["operations"]
    assert (report["verdict"], report["matrix"]) == (before["verdict"], before["matrix"])
    bright = pixels(visit.save()[1])
    assert bright.shape == plain.shape and bright.mean() > plain.mean() + 8
    # The same place everywhere: what was brighter than its neighbourhood still is.
    assert np.corrcoef(plain.mean(2).ravel(), bright.mean(2).ravel())[0, 1] > 0.98

    switch.press(" ")
    visit.expect_state("done")
    expect(visit.tool.locator("[data-operations-text]")).not_to_contain_text("curve")
    assert np.array_equal(pixels(visit.save()[1]), plain)


def test_a_portal_that_takes_both_lets_one_choose_png(visit: Visit) -> None:
    ready(visit, "ru-foreign-passport-gosuslugi")
    choice = visit.tool.get_by_label("File type")
    expect(choice).to_have_value("jpeg")
    choice.select_option("png")
    link = visit.tool.locator('a[data-output="photo"]')
    expect(link).to_have_attribute("download", "ru-foreign-passport-gosuslugi.png")
    visit.expect_state("done")
    expect(visit.tool.get_by_label("File type")).to_have_value("png")
    name, data = visit.save()
    assert name.endswith(".png") and Image.open(io.BytesIO(data)).format == "PNG"


def test_one_format_leaves_nothing_to_choose(visit: Visit) -> None:
    ready(visit, "us-dv-lottery")
    expect(visit.tool.locator("[data-format]")).to_be_hidden()


def test_a_background_is_replaced_where_nothing_forbids_it_and_the_report_says_so(visit: Visit) -> None:
    before = ready(visit, "ad-passport")
    plain = pixels(visit.save()[1])
    choice = visit.tool.locator("select[name=backdrop]")
    expect(choice).to_have_value("")
    expect(visit.tool.locator("[data-backdrop-note]")).to_contain_text("has not said")
    choice.select_option("white")
    expect(visit.tool.locator("[data-operations-text]")).to_contain_text("background replaced", timeout=PATIENCE)
    visit.expect_state("done")
    expect(visit.tool.locator("[data-compare]")).to_be_visible()
    _, page = saved(visit, "report")
    assert "background replaced on request" in page.decode() and "Nothing else was painted" in page.decode()
    expect(visit.tool.locator("[data-operations-text]")).to_contain_text("Nothing else painted")
    assert "background" in visit.report()["operations"] and "background" not in before["operations"]
    changed = pixels(visit.save()[1])
    assert changed.shape == plain.shape
    corner = changed[:40, :20].mean()
    assert corner > 235 > plain[:40, :20].mean(), "the wall at the upper edge is white now"
    middle = (
        slice(changed.shape[0] // 2 - 20, changed.shape[0] // 2 + 20),
        slice(changed.shape[1] // 2 - 20, changed.shape[1] // 2 + 20),
    )
    assert abs(changed[middle] - plain[middle]).mean() < 4, "the face is as photographed"
    choice.select_option("")
    expect(visit.tool.locator("[data-operations-text]")).not_to_contain_text("background", timeout=PATIENCE)
    visit.expect_state("done")
    assert np.array_equal(pixels(visit.save()[1]), plain)

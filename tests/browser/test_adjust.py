"""The frame by hand, the print sheet and the report, as a visitor gets them."""

import io
import re

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser import portrait
from tests.browser.visit import PATIENCE, Visit


def saved(visit: Visit, output: str) -> tuple[str, bytes]:
    """Follow an output's link; name and bytes."""
    link = visit.tool.locator(f'a[download][data-output="{output}"]')
    expect(link).to_be_visible(timeout=PATIENCE)
    with visit.page.expect_download() as event:
        link.click()
    return event.value.suggested_filename, event.value.path().read_bytes()


def do(visit: Visit, what: str) -> Locator:
    return visit.tool.locator(f'[data-adjust-do="{what}"]')


def head(visit: Visit) -> float:
    """The head's height that the readout tells, in its unit."""
    said = visit.tool.locator("[data-readout-value]").text_content() or ""
    found = re.search(r"([\d.]+)\s?(?:mm|%)", said)
    assert found, said
    return float(found[1])


def test_sheet_and_report(visit: Visit) -> None:
    visit.open("schengen-visa")
    visit.check(portrait.jpeg(), "me.jpg")
    name, data = saved(visit, "sheet")
    assert name == "schengen-visa-sheet.pdf"
    document = pypdfium2.PdfDocument(data)
    assert document[0].get_size() == pytest.approx((150 * 72 / 25.4, 100 * 72 / 25.4), abs=0.01)
    expect(visit.tool.locator("[data-sheet-facts]")).to_contain_text("8 prints of 35 × 45 mm")
    expect(visit.tool.locator("[data-sheet-shapes] image")).to_have_count(8)

    visit.tool.locator("[name=paper]").select_option("a4")
    expect(visit.tool.locator("[data-sheet-facts]")).to_contain_text("30 prints")
    visit.tool.locator("[name=copies]").fill("4")
    visit.tool.locator("[name=copies]").press("Tab")
    expect(visit.tool.locator("[data-sheet-facts]")).to_contain_text("4 prints")
    visit.tool.locator("[name=paper]").select_option("10x15")
    visit.tool.locator("[name=kind]").select_option("jpeg")
    link = visit.tool.locator('a[data-output="sheet"]')
    expect(link).to_have_attribute("download", "schengen-visa-sheet.jpg")
    _, data = saved(visit, "sheet")
    picture = Image.open(io.BytesIO(data))
    dpi = round(picture.info["dpi"][0])
    assert dpi in (300, 600)
    assert picture.size == (round(100 / 25.4 * dpi), round(150 / 25.4 * dpi)) or picture.size == (
        round(150 / 25.4 * dpi),
        round(100 / 25.4 * dpi),
    )

    visit.tool.locator('[data-group="manual"] input[value="yes"]').first.click()
    name, data = saved(visit, "report")
    text = data.decode()
    assert name == "schengen-visa-report.html"
    assert "me.jpg" in text and "data:image/jpeg;base64,/9j/" in text and "<script" not in text
    expect(visit.tool.locator("[data-report-facts]")).to_contain_text("KB")


def test_the_frame_by_hand(visit: Visit) -> None:
    visit.open("schengen-visa")
    before = visit.check(portrait.jpeg())
    do(visit, "open").click()
    panel = visit.tool.locator("[data-adjust]")
    expect(panel).to_be_visible()
    expect(visit.tool.locator("[data-findings]")).to_be_hidden()
    slider = panel.get_by_label("Size", exact=True)
    expect(slider).to_be_focused()
    expect(slider).to_have_attribute("aria-valuetext", re.compile("mm from chin to"))
    first = head(visit)
    for _ in range(4):
        panel.get_by_role("button", name="Larger head").click()
    expect(do(visit, "undo")).to_be_enabled()
    assert head(visit) > first
    grown = head(visit)
    slider.press("-")
    assert head(visit) < grown
    do(visit, "undo").click()
    expect(visit.tool.locator("[data-readout-value]")).to_contain_text(f"{grown}")
    do(visit, "redo").click()
    do(visit, "automatic").click()
    assert head(visit) == first

    # the limit stops the slider at the rule; without it the finding turns
    slider.fill("150")
    expect(visit.tool.locator("[data-readout-stop]")).to_contain_text("Stopped")
    assert head(visit) <= 36
    panel.get_by_label("Stay inside the rule").press(" ")
    slider.fill("115")
    expect(visit.tool.locator("[data-readout]")).to_have_attribute("data-status", "fail")
    do(visit, "automatic").click()

    # the picture under the pointer
    picture = visit.tool.locator("[data-picture]")
    box = picture.bounding_box()
    assert box
    visit.page.mouse.move(box["x"] + 50, box["y"] + 50)
    visit.page.mouse.down()
    visit.page.mouse.move(box["x"] + 50, box["y"] + 56, steps=3)
    visit.page.mouse.up()
    expect(visit.tool.locator("[data-readout-title]")).to_contain_text("Eye")
    do(visit, "done").click()
    expect(panel).to_be_hidden()
    visit.expect_state("done")
    after = visit.report()
    assert after["matrix"] != before["matrix"]
    assert after["outputs"]["photo"]["width"] >= 413
    moved = after["frame"]["corners"][0][1] - before["frame"]["corners"][0][1]
    assert moved < 0, "the picture was moved down, so the frame lies higher"


def test_escape_leaves_everything_as_it_was(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    before = visit.check(portrait.jpeg())
    do(visit, "open").click()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Escape")
    expect(visit.tool.locator("[data-adjust]")).to_be_hidden()
    expect(do(visit, "open")).to_be_focused()
    assert visit.report()["matrix"] == before["matrix"]


def test_what_no_number_of_copies_means_can_be_read(visit: Visit) -> None:
    """In Spanish, whose words for it are the longest."""
    visit.open("es/schengen-visa")
    visit.check(portrait.jpeg(), "me.jpg")
    copies = visit.tool.locator("[name=copies]")
    expect(copies).to_be_visible(timeout=PATIENCE)
    words, room = copies.evaluate(
        """input => {
          const own = getComputedStyle(input), pen = document.createElement("canvas").getContext("2d");
          pen.font = `${getComputedStyle(input, "::placeholder").fontSize} ${own.fontFamily}`;
          const room = input.clientWidth - parseFloat(own.paddingLeft) - parseFloat(own.paddingRight);
          return [pen.measureText(input.placeholder).width, room];
        }"""
    )
    assert 0 < words < room - 16, "beside the buttons of a number"

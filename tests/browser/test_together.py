"""Several people on one sheet: what was made before stays, and is printed where it is ticked."""

import io

import pypdfium2
from PIL import Image
from playwright.sync_api import expect

from tests.browser import portrait
from tests.browser.test_adjust import saved
from tests.browser.visit import PATIENCE, Visit


def sheet_facts(visit: Visit) -> str:
    expect(visit.tool.locator('a[data-output="sheet"]')).to_be_visible(timeout=PATIENCE)
    # A size and its unit stand in one line: their blanks are others.
    return visit.tool.locator("[data-sheet-facts]").inner_text().replace("\u00a0", " ")


def images_of(data: bytes) -> int:
    """How many different pictures a PDF holds."""
    return data.count(b"/Subtype /Image") or data.count(b"/Subtype/Image")


def test_an_earlier_photo_joins_the_sheet(visit: Visit) -> None:
    visit.open("schengen-visa")
    visit.check(portrait.jpeg(), "anna.jpg")
    alone = sheet_facts(visit)
    expect(visit.tool.locator("[data-together]")).to_be_hidden()
    _, first = saved(visit, "sheet")
    assert images_of(first) == 1

    visit.check(portrait.jpeg(portrait.image().transpose(Image.Transpose.FLIP_LEFT_RIGHT)), "ben.jpg")
    assert sheet_facts(visit).split(",")[0] == alone.split(",")[0]
    other = visit.tool.get_by_role("checkbox", name="photo 1: anna.jpg")
    expect(other).not_to_be_checked()
    other.press(" ")
    expect(visit.tool.locator("[data-sheet-facts]")).to_contain_text("of 2 photos", timeout=PATIENCE)
    _, data = saved(visit, "sheet")
    assert images_of(data) == 2
    assert len(pypdfium2.PdfDocument(data)) == 1
    shown = visit.tool.locator("[data-sheet-shapes] image")
    assert len({image.get_attribute("href") for image in shown.all()}) == 2

    # a sheet that is a picture is made from both photos anew
    visit.tool.locator("select[name=kind]").select_option("jpeg")
    name, data = saved(visit, "sheet")
    assert name.endswith(".jpg")
    assert Image.open(io.BytesIO(data)).size[0] > 1000
    other.press(" ")
    expect(visit.tool.locator("[data-sheet-facts]")).not_to_contain_text("of 2 photos", timeout=PATIENCE)


def test_back_forgets_the_whole_visit(visit: Visit) -> None:
    visit.open("schengen-visa")
    visit.check(portrait.jpeg(), "anna.jpg")
    sheet_facts(visit)
    visit.check(portrait.jpeg(portrait.image(3)), "ben.jpg")
    expect(visit.tool.locator("[data-together]")).to_be_visible(timeout=PATIENCE)
    visit.tool.locator("[data-action=back]").click()
    visit.expect_state("ready")
    visit.check(portrait.jpeg(), "carl.jpg")
    sheet_facts(visit)
    expect(visit.tool.locator("[data-together]")).to_be_hidden()

"""A signature and a thumb print beside the photo: their own inputs, exact pixels, the KB window, no face needed."""

import io

from PIL import Image, ImageDraw
from playwright.sync_api import Locator, expect

from tests.browser import portrait
from tests.browser.visit import PATIENCE, Visit, file

ASKED = {"signature": (140, 60, 10, 20), "thumbprint": (240, 240, 20, 50), "declaration": (800, 400, 50, 100)}
"""What specs/in/ibps.toml asks for: px and KB."""


def ink() -> bytes:
    """A line of ink on paper, as a phone takes it."""
    paper = Image.new("RGB", (1600, 1200), (236, 233, 226))
    line = [(200 + 12 * k, 600 + (k * 53) % 180 - 90) for k in range(100)]
    ImageDraw.Draw(paper).line(line, fill=(25, 25, 60), width=9)
    return portrait.encoded(paper, "JPEG", quality=90)


def row(visit: Visit, what: str) -> Locator:
    return visit.tool.locator("[data-companion-list] > li").filter(has=visit.page.locator(f'[name="part-{what}"]'))


def give(visit: Visit, what: str, data: bytes) -> None:
    visit.tool.locator(f'input[name="part-{what}"]').set_input_files(file(data, "ink.jpg"))


def test_each_part_has_exact_pixels_and_bytes_without_a_photo(visit: Visit) -> None:
    visit.open("in-ibps")
    visit.tool.hover()
    expect(visit.tool.locator("[data-companion-list] > li")).to_have_count(len(ASKED), timeout=PATIENCE)
    for what, (width, height, least, most) in ASKED.items():
        give(visit, what, ink())
        link = visit.tool.locator(f'a[download][data-output="{what}"]')
        expect(link).to_be_visible(timeout=PATIENCE)
        with visit.page.expect_download() as event:
            link.click()
        data = event.value.path().read_bytes()
        assert event.value.suggested_filename == f"in-ibps-{what}.jpg"
        made = Image.open(io.BytesIO(data))
        assert made.size == (width, height) and made.format == "JPEG"
        assert least * 1024 <= len(data) <= most * 1024
        expect(row(visit, what).locator("[data-part-facts]")).to_contain_text(f"{width} × {height} px")
        expect(visit.tool.locator("[data-live]")).to_contain_text(f"{width} × {height} px")
    assert visit.tool.get_attribute("data-state") == "ready"


def test_parts_and_photo_leave_each_other_alone(visit: Visit) -> None:
    visit.open("in-ibps")
    visit.check(portrait.jpeg())
    give(visit, "signature", b"not a picture")
    problem = row(visit, "signature").locator("[data-part-problem]")
    expect(problem).to_contain_text("not a picture", timeout=PATIENCE)
    expect(visit.tool.locator('a[data-output="signature"]')).to_have_count(0)
    give(visit, "signature", ink())
    expect(visit.tool.locator('a[data-output="signature"]')).to_be_visible(timeout=PATIENCE)
    expect(problem).to_be_hidden()
    outputs = visit.report()["outputs"]
    assert (outputs["signature"]["width"], outputs["signature"]["height"]) == (140, 60)
    again = visit.check(portrait.jpeg(portrait.image(3)))
    assert "signature" in again["outputs"]
    expect(visit.tool.locator('a[data-output="signature"]')).to_be_visible()


def test_documents_that_ask_for_the_photo_alone_show_nothing_of_it(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    expect(visit.tool.locator("[data-companions]")).to_be_hidden()

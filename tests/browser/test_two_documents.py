"""The same photo for several documents on one sheet: each print in its own size, by the rules of its own document."""

import io

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser import portrait
from tests.browser.test_adjust import saved
from tests.browser.test_together import images_of, sheet_facts
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch

MM = 25.4 / 72
"""Of a point, a PDF's unit."""
EXACT = 0.1
"""mm that a print's side may be off."""
SCHENGEN, AMERICAN = (35.0, 45.0), (51.0, 51.0)


def prints(data: bytes) -> list[tuple[float, float]]:
    """Width and height, mm, of every picture on the sheets of a PDF."""
    sides = []
    for page in pypdfium2.PdfDocument(data):
        for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = image.get_bounds()
            sides.append(((right - left) * MM, (top - bottom) * MM))
    return sides


def of_size(found: list[tuple[float, float]], size: tuple[float, float]) -> int:
    """How many of the prints have it."""
    return len([1 for one in found if max(abs(one[0] - size[0]), abs(one[1] - size[1])) <= EXACT])


def choice(visit: Visit) -> Locator:
    return visit.tool.get_by_label("This photo for another document")


def add(visit: Visit, document: str, name: str) -> Locator:
    """Add a document to the sheet; its row."""
    choice(visit).select_option(document)
    row = visit.tool.locator("[data-together-list] > div", has_text=name)
    expect(row.get_by_role("checkbox")).to_be_checked(timeout=PATIENCE)
    expect(row.locator("[data-together-more]")).to_be_visible(timeout=PATIENCE)
    return row


@pytest.fixture
def made(visit: Visit) -> Visit:
    """A Schengen visa photo is made."""
    visit.open("schengen-visa")
    visit.check(portrait.jpeg(), "anna.jpg")
    sheet_facts(visit)
    return visit


def test_a_second_document_shares_the_sheet_in_its_own_size(made: Visit) -> None:
    row = add(made, "us-passport", "US passport")
    facts = made.tool.locator("[data-sheet-facts]")
    expect(facts).to_contain_text("of 51 × 51 mm", timeout=PATIENCE)
    expect(facts).to_contain_text("of 35 × 45 mm")
    name, data = saved(made, "sheet")
    assert name == "schengen-visa-sheet.pdf"
    assert len(pypdfium2.PdfDocument(data)) == 1
    found = prints(data)
    assert of_size(found, SCHENGEN) >= 1 and of_size(found, AMERICAN) >= 1
    assert of_size(found, SCHENGEN) + of_size(found, AMERICAN) == len(found)
    assert facts.inner_text().startswith(f"{len(found)} prints")

    # the row says what it is, and how the photo stands with that document
    expect(row).to_contain_text("this photo: US passport")
    expect(row).to_contain_text("51 × 51 mm")
    expect(row.locator("[data-together-verdict]")).not_to_be_empty()
    expect(row.get_by_role("link")).to_have_attribute("href", "/us-passport/")
    expect(row.get_by_role("link")).to_have_attribute("target", "_blank")
    expect(made.tool.locator("[data-live]")).to_contain_text("US passport")
    assert made.report()["document"] == "schengen-visa", "the page still stands for its own"

    # unticked it goes, ticked it is there again
    row.get_by_role("checkbox").press(" ")
    expect(facts).to_contain_text("8 prints of 35 × 45 mm", timeout=PATIENCE)
    _, alone = saved(made, "sheet")
    assert of_size(prints(alone), SCHENGEN) == len(prints(alone)) == 8
    row.get_by_role("checkbox").press(" ")
    expect(facts).to_contain_text("51 × 51 mm", timeout=PATIENCE)

    # a picture of the sheet, for a lab
    made.tool.locator("select[name=kind]").select_option("jpeg")
    name, data = saved(made, "sheet")
    assert name.endswith(".jpg")
    assert Image.open(io.BytesIO(data)).size[0] > 1000


def test_what_cannot_be_printed_is_not_offered(made: Visit) -> None:
    for document in ("us-dv-lottery", "de-passport"):  # pixels alone; no photo of one's own
        expect(choice(made).locator(f'option[value="{document}"]')).to_have_count(0)
    own = choice(made).locator('option[value="schengen-visa"]')
    expect(own).to_be_disabled()
    add(made, "us-passport", "US passport")
    expect(choice(made).locator('option[value="us-passport"]')).to_be_disabled()
    expect(choice(made)).to_have_value("")


def test_a_changed_light_goes_along_where_the_document_leaves_it(visit: Visit) -> None:
    visit.open("ad-passport")  # says nothing about light, nor does the Turkish rule; the American one refuses edits
    visit.check(portrait.jpeg(), "anna.jpg")
    sheet_facts(visit)
    american, turkish = add(visit, "us-passport", "US passport"), add(visit, "tr-passport", "Turkish passport")
    for row in (american, turkish):
        expect(row.locator("[data-together-done]")).to_be_empty()
    visit.tool.get_by_role("switch", name="Change light and white balance").press(" ")
    brightness = visit.tool.get_by_label("Brightness", exact=True)
    for _ in range(4):
        brightness.press("ArrowRight")
    expect(turkish.locator("[data-together-done]")).to_contain_text("one curve for the whole picture", timeout=PATIENCE)
    expect(american.locator("[data-together-done]")).to_contain_text("Nothing painted", timeout=PATIENCE)
    expect(american.locator("[data-together-done]")).not_to_contain_text("light")
    visit.expect_state("done")
    sheet_facts(visit)
    _, data = saved(visit, "sheet")
    assert of_size(prints(data), AMERICAN) >= 1


def test_earlier_photos_keep_their_documents(made: Visit) -> None:
    add(made, "us-passport", "US passport")
    sheet_facts(made)
    made.check(portrait.jpeg(portrait.image(3)), "ben.jpg")
    assert sheet_facts(made).startswith("8 prints of 35 × 45 mm")
    boxes = made.tool.get_by_role("checkbox", name="photo 1: anna.jpg")
    expect(boxes).to_have_count(2)
    american = made.tool.get_by_role("checkbox", name="photo 1: anna.jpg, US passport")
    expect(american).not_to_be_checked()
    american.press(" ")
    expect(made.tool.locator("[data-sheet-facts]")).to_contain_text("51 × 51 mm", timeout=PATIENCE)
    add(made, "us-passport", "this photo: US passport")
    expect(made.tool.locator("[data-sheet-facts]")).to_contain_text("51 × 51 mm", timeout=PATIENCE)
    _, data = saved(made, "sheet")
    found = prints(data)
    assert of_size(found, SCHENGEN) + of_size(found, AMERICAN) == len(found)
    assert images_of(data) == 3 and of_size(found, AMERICAN) >= 2

    made.tool.locator("select[name=kind]").select_option("png")  # the earlier photo is opened once more for both
    name, data = saved(made, "sheet")
    assert name.endswith(".png") and Image.open(io.BytesIO(data)).size[0] > 1000
    made.tool.locator("[data-action=back]").click()
    made.expect_state("ready")
    made.check(portrait.jpeg(), "carl.jpg")
    sheet_facts(made)
    expect(made.tool.locator("[data-together]")).to_be_hidden()


def test_errors_name_what_is_too_much(made: Visit) -> None:
    add(made, "us-passport", "US passport")
    made.tool.locator("select[name=kind]").select_option("jpeg")
    made.tool.locator("input[name=copies]").fill("6")
    made.tool.locator("input[name=copies]").press("Tab")
    problem = made.tool.locator("[data-sheet-problem]")
    expect(problem).to_have_text(
        "A picture holds one sheet. Choose PDF, a larger paper, or fewer photos.", timeout=PATIENCE
    )
    expect(made.tool.locator('a[data-output="sheet"]')).to_have_count(0)
    made.tool.locator("select[name=kind]").select_option("pdf")
    expect(problem).to_be_hidden(timeout=PATIENCE)
    _, data = saved(made, "sheet")
    assert len(pypdfium2.PdfDocument(data)) > 1
    found = prints(data)
    assert (of_size(found, SCHENGEN), of_size(found, AMERICAN)) == (6, 6)


def test_a_print_larger_than_the_paper_is_named(made: Visit) -> None:
    choice(made).select_option("ua-child-passport-photo")
    problem = made.tool.locator("[data-sheet-problem]")
    expect(problem).to_contain_text("The print for Ukrainian child passport photo", timeout=PATIENCE)
    made.tool.get_by_role("checkbox", name="Ukrainian child passport photo").press(" ")
    expect(problem).to_be_hidden(timeout=PATIENCE)
    expect(made.tool.locator("[data-sheet-facts]")).to_contain_text("8 prints of 35 × 45 mm")


def test_rules_that_do_not_come_are_told_and_can_be_asked_for_again(made: Visit, watch: Watch) -> None:
    watch.allow(r"ERR_FAILED|Failed to load resource")
    made.page.context.route("**/rulebook/documents.*", lambda route: route.abort())
    choice(made).select_option("us-passport")
    problem = made.tool.locator("[data-also-problem]")
    expect(problem).to_contain_text("could not be loaded", timeout=PATIENCE)
    expect(made.tool.locator("[data-together]")).to_be_hidden()
    expect(made.tool.locator('a[data-output="sheet"]')).to_be_visible()
    made.page.context.unroute("**/rulebook/documents.*")
    add(made, "us-passport", "US passport")
    expect(problem).to_be_hidden()


def test_without_a_network_other_documents_are_there_all_the_same(made: Visit, watch: Watch) -> None:
    mark = made.page.locator("[data-offline-mark]")
    expect(mark).to_have_attribute("data-offline-mark", "kept", timeout=PATIENCE)
    watch.allow(r"ERR_INTERNET_DISCONNECTED|Failed to load resource")
    made.page.context.set_offline(True)
    made.page.reload()
    made.check(portrait.jpeg(), "anna.jpg")
    sheet_facts(made)
    add(made, "us-passport", "US passport")
    expect(made.tool.locator("[data-sheet-facts]")).to_contain_text("51 × 51 mm", timeout=PATIENCE)

"""Whether the authority takes a photo of one's own: the tool says it with the result, and offers practice where not."""

from playwright.sync_api import expect

from tests.browser import portrait
from tests.browser.visit import Visit


def test_a_refused_document_is_checked_for_practice_and_gives_no_file(visit: Visit) -> None:
    visit.open("de-passport")
    report = visit.check(portrait.jpeg())
    assert report["self_made"]["status"] == "not_accepted"
    assert report["self_made"]["instead"]
    assert report["no_file"]["id"] == "self-made-refused"
    assert "outputs" not in report
    assert visit.tool.locator("a[data-output]").count() == 0
    expect(visit.tool.locator("[data-verdict-counts]")).to_contain_text("For practice")
    expect(visit.tool.locator("[data-file-note]")).to_contain_text(report["self_made"]["why"])
    expect(visit.tool.locator("[data-file-note]")).to_contain_text(report["self_made"]["instead"])


def test_conditions_and_silence_stand_beside_the_file(visit: Visit) -> None:
    visit.open("at-passport")
    report = visit.check(portrait.jpeg())
    expect(visit.tool.locator('a[data-output="photo"]')).to_have_count(1)
    expect(visit.tool.locator("[data-file-note]")).to_contain_text(report["self_made"]["instead"])
    visit.open("in-passport-icao")
    assert visit.check(portrait.jpeg())["self_made"]["status"] == "unstated"
    expect(visit.tool.locator('a[data-output="photo"]')).to_have_count(1)
    expect(visit.tool.locator("[data-file-note]")).to_contain_text("The authority has not said")


def test_a_document_without_a_size_is_checked_and_says_why_there_is_no_file(visit: Visit) -> None:
    visit.open("ke-eta")
    report = visit.check(portrait.jpeg())
    assert report["checks"] and report["no_file"]["id"] == "no-size"
    assert visit.tool.locator('a[data-output="photo"], a[data-output="sheet"]').count() == 0
    expect(visit.tool.locator("[data-file-note]")).to_contain_text("states a size")

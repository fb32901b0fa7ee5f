"""Age is asked where the rules differ, and only there; the findings are read again at once."""

import re

from playwright.sync_api import expect

from tests.browser import portrait
from tests.browser.test_adjust import saved
from tests.browser.visit import PATIENCE, Visit


def ids(report: dict) -> set[str]:  # type: ignore[type-arg]
    return {check["id"] for check in report["checks"]}


def test_the_rules_for_children_apply_at_once_and_can_be_left(visit: Visit) -> None:
    visit.open("gb-passport-digital")
    adult = visit.tool.get_by_role("radio", name="6 years or older")
    expect(adult).to_be_checked()
    before = visit.check(portrait.jpeg())
    assert before["child"] is None and {"expression", "gaze", "eyes-closed"} <= ids(before)
    expect(visit.tool.locator("[data-report-row]")).to_be_visible(timeout=PATIENCE)

    visit.tool.get_by_role("radio", name="1 to 5 years").check()
    expect(visit.tool.locator("[data-live]")).to_have_text("Rules for children under 6 years applied")
    visit.expect_state("done")
    child = visit.report()
    assert child["child"]["under"] == 6
    assert not {"expression", "gaze"} & ids(child) and "eyes-closed" in ids(child)
    _, page = saved(visit, "report")
    assert "Judged by the rules for children under 6 years" in page.decode()
    assert "made for adults" in page.decode()

    adult.check()
    expect(visit.tool.locator("[data-live]")).to_have_text(re.compile("everybody else"))
    visit.expect_state("done")
    assert ids(visit.report()) == ids(before)


def test_an_age_chosen_before_the_photo_counts(visit: Visit) -> None:
    visit.open("gb-passport-digital")
    visit.tool.get_by_role("radio", name="Under 1 year").check()
    assert visit.check(portrait.jpeg())["child"]["under"] == 1


def test_elsewhere_nobody_is_asked(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    expect(visit.tool.get_by_role("radio")).to_have_count(0)

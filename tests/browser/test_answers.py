"""Answers take effect: in the lists, the counts, the verdict, the report and what is spoken; and can be taken back."""

import re

from playwright.sync_api import Locator, expect

from tests.browser import portrait
from tests.browser.test_adjust import saved
from tests.browser.visit import PATIENCE, Visit


def row(visit: Visit, id: str) -> Locator:
    return visit.tool.locator(f'[data-finding][data-id="{id}"]')


def group(visit: Visit, name: str) -> Locator:
    return visit.tool.locator(f'[data-group="{name}"]')


def open_and_check(visit: Visit, document: str) -> dict:  # type: ignore[type-arg]
    visit.open(document)
    report = visit.check(portrait.jpeg())
    expect(visit.tool.locator("[data-report-row]")).to_be_visible(timeout=PATIENCE)
    return report


def test_yes_is_met_no_is_to_change_and_both_can_be_taken_back(visit: Visit) -> None:
    before = open_and_check(visit, "us-dv-lottery")["counts"]
    title = visit.tool.locator("[data-verdict-title]").inner_text()

    row(visit, "photograph").locator('input[value="yes"]').press(" ")
    counts = visit.tool.locator("[data-verdict-counts]")
    expect(counts).to_have_text(f"{before['pass'] + 1} met, {before['manual'] - 1} to check")
    expect(visit.tool.locator("[data-live]")).to_have_text(re.compile(f"{before['pass'] + 1} met"))
    expect(group(visit, "pass").locator('[data-id="photograph"]')).to_have_count(1)
    assert visit.tool.locator("[data-verdict-title]").inner_text() == title
    undo = visit.tool.locator("[data-answered] [data-action=take-back]")
    expect(undo).to_be_focused()

    row(visit, "mirrored").locator('input[value="no"]').click()
    expect(row(visit, "mirrored").locator("[data-act]")).to_contain_text("mirroring")
    expect(group(visit, "fail").locator('[data-id="mirrored"]')).to_have_count(1)
    expect(visit.tool.locator("[data-verdict]")).to_have_attribute("data-verdict", "fail")
    expect(visit.tool.locator("[data-verdict-title]")).to_have_text(
        f"Not ready: {before['fail'] + 1} thing" + ("s to change" if before["fail"] else " to change")
    )
    report = visit.report()
    assert report["verdict"] == "fail" and report["counts"]["manual"] == before["manual"] - 2
    assert {c["id"]: c["answer"] for c in report["checks"] if c["answer"]} == {"photograph": "yes", "mirrored": "no"}
    _, page = saved(visit, "report")
    assert page.decode().count("Answered: no.") == 1

    undo.press("Enter")
    expect(group(visit, "manual").locator('[data-id="mirrored"]')).to_have_count(1)
    group(visit, "pass").locator("summary").click()
    group(visit, "pass").locator('[data-id="photograph"] [data-action=take-back]').click()
    expect(counts).to_have_text(f"{before['pass']} met, {before['manual']} to check")
    expect(row(visit, "photograph").locator("input").first).to_be_focused()
    assert not [check for check in visit.report()["checks"] if check["answer"]]


def test_what_only_looks_wrong_can_be_found_fine(visit: Visit) -> None:
    report = open_and_check(visit, "schengen-visa")
    warned = [check["id"] for check in report["checks"] if check["status"] in ("fail", "warn") and check["how_sure"]]
    assert warned
    id = warned[0]
    status = next(check["status"] for check in report["checks"] if check["id"] == id)
    row(visit, id).get_by_role("button", name="It is fine, I checked").click()
    expect(group(visit, "manual").locator(f'[data-id="{id}"]')).to_contain_text("found fine by the person")
    after = visit.report()
    assert after["verdict"] == report["verdict"] and after["counts"] == report["counts"]
    check = next(check for check in after["checks"] if check["id"] == id)
    assert check["answer"] == "fine" and check["status"] == status
    if status == report["verdict"]:
        expect(visit.tool.locator("[data-verdict-title]")).to_contain_text("checked")
    _, page = saved(visit, "report")
    assert "found fine by the person" in page.decode()
    row(visit, id).get_by_role("button", name="Undo").click()
    expect(group(visit, status).locator(f'[data-id="{id}"]')).to_have_count(1)


def test_lengths_angles_and_bytes_are_no_matter_of_opinion(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.tool.locator("label[for=as-is]").click()
    report = visit.check(portrait.jpeg(portrait.image().crop((0, 0, 1280, 900))))
    failed = [check["id"] for check in report["checks"] if check["status"] == "fail" and not check["how_sure"]]
    assert "head-height" in failed
    for id in failed:
        expect(row(visit, id).locator("[data-action=fine]")).to_be_hidden()


def test_answers_survive_another_frame_and_end_with_the_photo(visit: Visit) -> None:
    open_and_check(visit, "us-dv-lottery")
    row(visit, "photograph").locator('input[value="yes"]').click()
    expect(group(visit, "pass").locator('[data-id="photograph"]')).to_have_count(1)
    visit.tool.locator('[data-adjust-do="open"]').click()
    visit.page.keyboard.press("ArrowDown")
    visit.tool.locator('[data-adjust-do="done"]').click()
    visit.expect_state("done")
    assert {c["id"]: c["answer"] for c in visit.report()["checks"] if c["answer"]} == {"photograph": "yes"}
    again = visit.check(portrait.jpeg(portrait.image(3)))
    assert not [check for check in again["checks"] if check["answer"]]


def test_practice_counts_answers_and_makes_nothing(visit: Visit) -> None:
    visit.open("de-passport")
    before = visit.check(portrait.jpeg())["counts"]
    row(visit, "photograph").locator('input[value="yes"]').click()
    expect(visit.tool.locator("[data-verdict-counts]")).to_contain_text(f"{before['pass'] + 1} met")
    expect(visit.tool.locator("[data-answered]")).to_be_visible()
    assert visit.report()["counts"]["pass"] == before["pass"] + 1
    assert visit.tool.locator("a[data-output]").count() == 0
    assert "outputs" not in visit.report()

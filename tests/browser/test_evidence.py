"""Where in the photo a finding is: numbers beside it, lines and regions over it when asked for, and how sure it is."""

import re

import pytest
from playwright.sync_api import Locator, expect

from pixid.error_rates import RATES
from tests.browser import portrait
from tests.browser.visit import Visit


def finding(visit: Visit, id: str) -> Locator:
    return visit.tool.locator(f'[data-finding][data-id="{id}"]')


def numbers(visit: Visit) -> dict[str, str]:
    """Number beside the photo by the finding it is about."""
    marks = visit.tool.locator("[data-mark]").all()
    return {str(mark.get_attribute("data-id")): mark.inner_text() for mark in marks}


def test_numbers_beside_the_photo_are_those_of_the_lists(visit: Visit) -> None:
    visit.open("schengen-visa")
    report = visit.check(portrait.jpeg())
    beside = numbers(visit)
    assert beside, "the astronaut smiles before a flag: something must be marked"
    for id, number in beside.items():
        expect(finding(visit, id).locator("[data-number]")).to_have_text(number)
    listed = [mark.inner_text() for mark in visit.tool.locator("[data-finding] [data-number]:visible").all()]
    assert listed == [str(k + 1) for k in range(len(listed))]
    placed = {check["id"] for check in report["checks"] if check["places"] and check["status"] in ("fail", "warn")}
    assert set(beside) <= placed
    frame = visit.tool.locator("[data-frame]").bounding_box()
    boxes = [mark.bounding_box() for mark in visit.tool.locator("[data-mark]").all()]
    assert frame and all(boxes)
    for box in boxes:
        assert box
        beside_photo = box["x"] + box["width"] <= frame["x"] or box["x"] >= frame["x"] + frame["width"]
        assert beside_photo, "no label lies on the photo"
    for k, one in enumerate(boxes):
        for other in boxes[k + 1 :]:
            assert one and other
            assert abs(one["x"] - other["x"]) > 20 or abs(one["y"] - other["y"]) >= one["height"], "numbers overlap"


DRAWN = """(scale) => {
  const whole = scale.getBoundingClientRect();
  const [band, tick] = [".band", ".tick"].map((name) => scale.querySelector(name).getBoundingClientRect());
  const at = (x) => (x - whole.left) / whole.width;
  return { from: at(band.left), to: at(band.right), tick: at((tick.left + tick.right) / 2) };
}"""
"""Ends of the limit's band and the value's tick, in parts of the scale as it is laid out."""


def test_a_scale_has_the_value_where_it_lies_to_the_limit(visit: Visit) -> None:
    visit.open("schengen-visa")
    checks = {check["id"]: check for check in visit.check(portrait.jpeg())["checks"]}
    both = 0
    visit.tool.locator("details").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
    for item in visit.tool.locator("[data-finding]:has([data-scale]:visible)").all():
        check, drawn = checks[str(item.get_attribute("data-id"))], item.locator("[data-scale]").evaluate(DRAWN)
        least, most = check["limit"]["min"], check["limit"]["max"]
        if least is None:
            assert drawn["from"] == pytest.approx(0, abs=0.005)
        if most is None:
            assert drawn["to"] == pytest.approx(1, abs=0.005)
        for end, number in (("from", least), ("to", most)):
            if number is not None and abs(drawn["tick"] - drawn[end]) > 0.005:
                assert (check["value"] < number) == (drawn["tick"] < drawn[end]), check["id"]
        if least is not None and most is not None and most > least:
            both += 1
            part = (check["value"] - least) / (most - least)
            assert (drawn["tick"] - drawn["from"]) / (drawn["to"] - drawn["from"]) == pytest.approx(part, abs=0.02)
    assert both, "a document of lengths has checks with two limits"


BROKEN = """(table) => {
  const [walker, range, found] = [document.createTreeWalker(table, NodeFilter.SHOW_TEXT), document.createRange(), []];
  while (walker.nextNode()) {
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[^\\s–-]+/g)) {
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
    }
  }
  return found;
}"""
"""Words that go on in another line."""


@pytest.mark.parametrize("language", ["", "de/"])
def test_words_of_what_is_met_stay_whole(visit: Visit, language: str) -> None:
    visit.open(f"{language}us-dv-lottery")
    visit.check(portrait.jpeg())
    met = visit.tool.locator(".group.pass")
    met.locator("summary").click()
    expect(met.locator("a[data-source]:visible").first).to_be_visible()
    assert met.locator("table").evaluate(BROKEN) == []


def test_a_region_is_outlined_and_never_filled(visit: Visit) -> None:
    visit.open("schengen-visa")
    visit.check(portrait.jpeg())
    id = next(iter(numbers(visit)))
    show = finding(visit, id).get_by_role("button", name="Show on photo")
    show.focus()
    visit.page.keyboard.press("Enter")
    region = visit.tool.locator("[data-overlay] path")
    expect(region.first).to_be_visible()
    for path in region.all():
        assert path.evaluate("(path) => getComputedStyle(path).fill") == "none"
    expect(visit.tool.locator(f'[data-mark][data-id="{id}"]')).to_have_attribute("data-chosen", "")
    expect(visit.tool.locator("[data-live]")).to_have_text(re.compile("^Shown on the photo: "))
    title = finding(visit, id).locator("[data-title]").inner_text()
    expect(visit.tool.locator("[data-caption]")).to_contain_text(title)
    visit.tool.locator("[data-caption-link]").click()
    expect(finding(visit, id)).to_be_in_viewport()
    expect(show).to_have_attribute("aria-pressed", "true")
    show.press(" ")
    expect(region).to_have_count(0)
    expect(visit.tool.locator("[data-caption]")).to_be_hidden()


def test_required_and_measured_lines_differ_without_colour(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.tool.locator("label[for=as-is]").click()
    visit.check(portrait.jpeg(portrait.image().crop((0, 0, 1280, 900))))
    finding(visit, "head-height").get_by_role("button", name="Show on photo").click()
    dash = "(shape) => getComputedStyle(shape.querySelector('.colour')).strokeDasharray"
    required = visit.tool.locator("[data-overlay] [data-required]").first
    measured = visit.tool.locator("[data-overlay] g:not([data-required])").first
    assert required.evaluate(dash) != "none"
    assert measured.evaluate(dash) == "none"
    label = visit.tool.locator("[data-gutter=left] [data-label]")
    number = finding(visit, "head-height").locator("[data-number]").inner_text()
    expect(label).to_have_text(f"{number} Head")


def test_how_sure_gives_the_published_counts(visit: Visit) -> None:
    visit.open("schengen-visa")
    report = visit.check(portrait.jpeg())
    shown = [check["id"] for check in report["checks"] if check["status"] in ("fail", "warn") and check["how_sure"]]
    assert shown
    for id in shown:
        row, rate = finding(visit, id), RATES[id]
        row.get_by_text("How sure", exact=True).click()
        text = row.locator("[data-how-sure-text]")
        expect(text).to_contain_text(f"flagged {rate['flagged']} of {rate['good']} good photos")
        expect(text).to_contain_text("Not tested on children.")
        if rate["kind"] == "drawn" and rate["of"]:
            expect(text).to_contain_text("drawn")
    link = finding(visit, shown[0]).get_by_role("link", name="Error rates of all checks")
    expect(link).to_have_attribute("href", "/accuracy/")


def test_pixels_between_the_eyes_are_shown_along_them(visit: Visit) -> None:
    visit.open("schengen-visa")
    report = visit.check(portrait.jpeg(portrait.image(1)))
    finding(visit, "eye-distance").get_by_role("button", name="Show on photo").click()
    line = visit.tool.locator("[data-overlay] line.colour")
    expect(line).to_have_count(1)
    ends = [float(line.get_attribute(name) or "nan") for name in ("x1", "y1", "x2", "y2")]
    length = ((ends[2] - ends[0]) ** 2 + (ends[3] - ends[1]) ** 2) ** 0.5
    assert abs(length - report["face"]["ied_px"]) < 1

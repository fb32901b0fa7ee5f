"""From a page that only tells the rules to a verdict and a file."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, Route, expect

from tests.browser import portrait
from tests.browser.visit import Visit, file
from tests.browser.watch import Watch


def test_nothing_heavy_loads_before_somebody_means_to_use_the_tool(visit: Visit, watch: Watch) -> None:
    visit.open("us-dv-lottery")
    visit.page.wait_for_load_state("networkidle")
    assert not [url for url in watch.requests if "/vendor/" in url or "/graphs/" in url]
    visit.tool.locator("input[name=photo]").hover()
    with visit.page.expect_request(re.compile("/graphs/find")):
        pass


def test_a_portrait_becomes_a_verdict_and_the_exact_file(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    report = visit.check(portrait.jpeg(), "me.jpg")

    title = visit.tool.locator("[data-verdict-title]")
    expect(title).to_have_text(re.compile("^(Ready|Usable|Not ready)"))
    expect(title).to_be_focused()
    expect(visit.tool.locator("[data-verdict-counts]")).to_have_text(
        f"{report['counts']['pass']} met, {report['counts']['manual']} to check"
    )
    for status, count in report["counts"].items():
        shown = visit.tool.locator(f'[data-group="{status}"] [data-list] > *')
        expect(shown).to_have_count(count)
    assert report["photo"] == "me.jpg"
    assert report["document"] == "us-dv-lottery"
    assert report["face"]["ied_px"] > 100

    name, data = visit.save()
    made = Image.open(io.BytesIO(data))
    assert name == "us-dv-lottery.jpg"
    assert made.format == "JPEG"
    assert made.width == made.height == report["outputs"]["photo"]["width"]
    assert 600 <= made.width <= 1200
    assert len(data) == report["outputs"]["photo"]["bytes"] <= 240 * 1024
    assert made.info["dpi"] == (300, 300)
    assert not made.getexif() and "icc_profile" not in made.info


def test_the_head_in_the_file_is_where_the_report_says(visit: Visit) -> None:
    """The matrix maps the photo's points into the file; a swapped axis or a half turn would show here."""
    visit.open("us-dv-lottery")
    report = visit.check(portrait.jpeg())
    a, b, c, d, e, f = report["matrix"]
    width, height = report["outputs"]["photo"]["width"], report["outputs"]["photo"]["height"]
    eyes = [report["face"][side] for side in ("eye_left", "eye_right")]
    inside = [((a * x + b * y + c) / width, (d * x + e * y + f) / height) for x, y in eyes]
    assert inside[0][0] < 0.5 < inside[1][0]
    assert sum(y for _, y in inside) / 2 == pytest.approx(1 - 0.625, abs=0.07)  # 56 to 69 % from the lower edge
    _, data = visit.save()
    made = Image.open(io.BytesIO(data)).convert("RGB")
    source = portrait.image()
    for (x, y), (u, v) in zip([*eyes, report["face"]["chin"]], [*inside, _mapped(report)], strict=True):
        there = source.resize((1, 1), box=(x - 8, y - 8, x + 8, y + 8)).getpixel((0, 0))
        span = 8 * (a * a + d * d) ** 0.5
        here = made.resize((1, 1), box=(u * width - span, v * height - span, u * width + span, v * height + span))
        assert here.getpixel((0, 0)) == pytest.approx(there, abs=8)


def _mapped(report: dict) -> tuple[float, float]:  # type: ignore[type-arg]
    a, b, c, d, e, f = report["matrix"]
    x, y = report["face"]["chin"]
    size = report["outputs"]["photo"]
    return (a * x + b * y + c) / size["width"], (d * x + e * y + f) / size["height"]


def test_the_photo_shows_before_anything_else_is_there(visit: Visit) -> None:
    """Even with the engine held back, the picture stands on the stage."""
    visit.page.route("**/boot.mjs", lambda route: None)
    visit.open("us-dv-lottery")
    visit.choose(portrait.jpeg())
    expect(visit.tool.locator("image[data-photo]")).to_have_attribute("href", re.compile("^blob:"), timeout=1000)
    expect(visit.tool.locator("[data-stage]")).to_be_visible()
    expect(visit.tool.locator("[data-picture]")).to_have_attribute("viewBox", "0 0 1280 1280")


def test_a_photo_put_in_before_the_script_ran_is_taken_up(visit: Visit) -> None:
    held: list[Route] = []
    visit.page.route("**/start.mjs", lambda route: held.append(route))
    visit.page.goto(f"{visit.origin}us-dv-lottery/", wait_until="commit")
    visit.choose(portrait.jpeg())
    assert held
    held[0].continue_()
    visit.expect_state("done")


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_a_photo_may_be_dropped_or_pasted_anywhere(visit: Visit, way: str) -> None:
    visit.open("us-dv-lottery")
    _hand_over(visit.page, way, portrait.jpeg())
    visit.expect_state("done")
    assert not visit.page.locator("html[data-dragging]").count()


def _hand_over(page: Page, way: str, data: bytes) -> None:
    """Dispatch the event a browser would for a dropped or pasted file."""
    page.evaluate(
        """([way, bytes]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([Uint8Array.from(bytes)], "me.jpg", { type: "image/jpeg" }));
            const options = { bubbles: true, cancelable: true, dataTransfer: transfer, clipboardData: transfer };
            if (way === "paste") return document.body.dispatchEvent(new ClipboardEvent("paste", options));
            for (const name of ["dragenter", "dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(name, options));
        }""",
        [way, list(data)],
    )


def test_a_second_photo_replaces_the_first(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    first = visit.check(portrait.jpeg(), "first.jpg")
    second = visit.check(portrait.jpeg(portrait.image(3)), "second.jpg")
    assert (first["photo"], second["photo"]) == ("first.jpg", "second.jpg")
    assert second["picture"]["width"] == 960
    assert visit.tool.locator('a[data-output="photo"]').count() == 1


def test_the_switch_judges_the_same_photo_as_it_stands(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    assert visit.check(portrait.jpeg())["frame"]["whole"] is False
    visit.page.locator("[data-action=back]").click()
    visit.expect_state("ready")
    visit.tool.locator("label[for=as-is]").click()
    report = visit.check(portrait.jpeg(), "finished.jpg")
    assert report["as_is"] is True and report["frame"]["whole"] is True
    assert "file-size" in {check["id"] for check in report["checks"]}
    assert visit.tool.locator('a[data-output="photo"]').count() == 0
    expect(visit.tool.locator("[data-file-note]")).to_contain_text("finished.jpg")


def test_where_cropping_is_forbidden_no_file_is_made(visit: Visit) -> None:
    visit.open("gb-passport-digital")
    report = visit.check(portrait.jpeg(), "original.jpg")
    assert report["frame"]["whole"] is True and report["operations"] == []
    assert visit.tool.locator('a[data-output="photo"]').count() == 0
    assert visit.tool.locator('a[data-output="sheet"]').count() == 0
    expect(visit.tool.locator("[data-file-note]")).to_have_text(
        "Send your original: original.jpg, 1280 × 1280 px. It was checked, not changed."
    )


def test_a_finding_is_shown_on_the_photo_and_hidden_again(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.tool.locator("label[for=as-is]").click()
    visit.check(portrait.jpeg(portrait.image().crop((0, 0, 1280, 900))))  # the head is too large as it stands
    show = visit.tool.locator('[data-id="head-height"] [data-action="show"]')
    overlay = visit.tool.locator("[data-overlay] > *")
    expect(overlay).to_have_count(0)
    show.click()
    expect(show).to_have_attribute("aria-pressed", "true")
    expect(overlay).not_to_have_count(0)
    show.click()
    expect(show).to_have_attribute("aria-pressed", "false")
    expect(overlay).to_have_count(0)


def test_everything_is_said_to_those_who_do_not_see(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    expect(visit.tool.locator("[data-live]")).to_have_text(
        re.compile(r"^(Ready|Usable|Not ready).* met, \d+ to check$")
    )
    expect(visit.page.get_by_role("img", name=re.compile(r"^Your photo framed for .*Head \d+%"))).to_be_visible()
    expect(visit.page.get_by_role("link", name=re.compile(r"^Save photo, \d+ KB$"))).to_be_visible()


def test_the_camera_button_is_another_way_in(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.tool.locator("input[name=camera]").set_input_files(file(portrait.jpeg(), "camera.jpg"))
    visit.expect_state("done")
    assert visit.report()["photo"] == "camera.jpg"

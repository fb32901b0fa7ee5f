"""What goes wrong around a photo: lost networks, dead engines, impatience."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser import portrait
from tests.browser.visit import Visit
from tests.browser.watch import Watch


def test_a_lost_network_is_told_and_the_next_try_succeeds(visit: Visit, watch: Watch) -> None:
    watch.allow("ERR_FAILED|engine (prefetch|open|run)")
    visit.page.route("**/graphs/mesh*", lambda route: route.abort())
    visit.open("us-dv-lottery")
    visit.choose(portrait.jpeg())
    visit.expect_state("error")
    expect(visit.message).to_have_text(re.compile("The network was lost while loading"))
    visit.page.unroute("**/graphs/mesh*")
    again = visit.tool.locator("[data-action=again]")
    again.click()  # the photo is still there
    visit.expect_state("done")
    expect(visit.message).to_have_text("")
    expect(again).to_be_hidden()


def test_where_the_tool_itself_cannot_load_it_says_so(visit: Visit, watch: Watch) -> None:
    watch.allow("ERR_FAILED|could not be loaded")
    visit.page.route("**/core.js", lambda route: route.abort())
    visit.open("us-dv-lottery")
    visit.choose(portrait.jpeg())
    visit.expect_state("error")
    expect(visit.message).to_have_text(re.compile("The tool could not be loaded. Check the connection and reload"))
    visit.choose(portrait.jpeg())
    expect(visit.message).to_have_text(re.compile("The tool could not be loaded. Check the connection and reload"))
    visit.page.unroute("**/core.js")
    visit.tool.locator("[data-action=again]").click()  # loads the page anew, with the photo
    visit.expect_state("done")
    assert visit.report()["photo"] == "photo.jpg"


def test_a_dead_engine_is_started_again_and_the_photo_is_still_there(visit: Visit, watch: Watch) -> None:
    watch.allow("on purpose")
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg(), "first.jpg")
    _kill(visit.page)
    report = visit.check(portrait.jpeg(portrait.image(3)), "second.jpg")
    assert report["photo"] == "second.jpg"


def test_the_result_of_a_dead_engine_can_still_be_judged_again(visit: Visit, watch: Watch) -> None:
    watch.allow("on purpose|engine (compose|run)")
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    _kill(visit.page)
    visit.page.locator("[data-action=back]").click()
    visit.expect_state("ready")
    visit.tool.locator("label[for=as-is]").click()
    assert visit.check(portrait.jpeg())["as_is"] is True


def _kill(page: Page) -> None:
    """An uncaught error ends an engine's life; its threads are workers of their own and die with it."""
    (engine,) = [worker for worker in page.workers if worker.url.endswith("/engine.mjs")]
    engine.evaluate("() => { setTimeout(() => { throw new Error('on purpose'); }); }")
    expect(page.locator("[data-app]")).to_have_attribute("data-state", "done")


def test_escape_cancels(visit: Visit) -> None:
    held: list[Route] = []
    visit.page.route("**/graphs/find.*", lambda route: held.append(route))
    visit.open("us-dv-lottery")
    visit.choose(portrait.jpeg())
    expect(visit.tool.locator('[data-step="find"]')).to_have_attribute("data-step-state", "now", timeout=30_000)
    visit.page.keyboard.press("Escape")
    visit.expect_state("ready")
    expect(visit.tool.locator("[data-stage]")).to_be_hidden()
    for route in held:
        route.continue_()
    visit.check(portrait.jpeg())


def test_an_impatient_visitor_gets_the_last_photo(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    for name in ("one.jpg", "two.jpg", "three.jpg"):
        visit.choose(portrait.jpeg(), name)
    visit.expect_state("done")
    assert visit.report()["photo"] == "three.jpg"


def test_a_download_is_counted_in_bytes(visit: Visit) -> None:
    """Held back, the bar shows what has come so far of how much."""
    held: list[Route] = []
    visit.page.route("**/graphs/mesh*.weights", lambda route: held.append(route))
    visit.open("us-dv-lottery")
    visit.choose(portrait.jpeg())
    expect(visit.tool.locator("[data-bytes-text]")).to_have_text(
        re.compile(r"^\d+\.\d of \d+\.\d MB, once$"), timeout=30_000
    )
    for route in held:
        route.continue_()
    visit.expect_state("done")
    expect(visit.tool.locator("[data-bytes]")).to_be_hidden()

"""Document pages in a real browser before anybody touches the tool: first screen, still layout, no script needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.toolchain.pages.rendered import CHOSEN, site
from toolchain.pages.build import write
from toolchain.server import Server

PHONE = {"width": 360, "height": 640}
MINIMUM_TARGET = 44
SHIFTS = """() => new Promise((resolve) => {
  let total = 0;
  const count = (entries) => entries.forEach((entry) => (total += entry.value));
  const observer = new PerformanceObserver((list) => count(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const answer = () => { count(observer.takeRecords()); resolve(total); };
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(answer)));
})"""


FREE = ("/assets/", "/sw.js", "/manifest.webmanifest")
"""What any page may ask for beside itself and its modules."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The pages alone: no runtimes and no graphs, which reading must not ask for."""
    folder: Path = tmp_path_factory.mktemp("site")
    write(folder, site())
    (folder / "sw.js").write_text("// The worker is made from a whole build, which these pages are not.\n")
    with Server(folder) as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of a small phone that fails the test on any complaint of the browser."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def bottom(page: Page, selector: str) -> float:
    """Lower edge of an element, in pixels from the top of the screen."""
    box = page.locator(selector).bounding_box()
    assert box is not None, f"{selector} is not on the page"
    return box["y"] + box["height"]


@pytest.mark.parametrize("id", CHOSEN)
def test_answer_rules_and_main_button_are_on_the_first_screen(phone: Page, server: Server, id: str) -> None:
    phone.goto(f"{server.address}{id}/")
    assert bottom(phone, ".answer") < bottom(phone, ".policies") < bottom(phone, "#photo") <= PHONE["height"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert phone.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("id", CHOSEN)
def test_reading_asks_for_the_page_its_looks_and_the_starter_only(phone: Page, server: Server, id: str) -> None:
    before = len(server.requests)
    phone.goto(f"{server.address}{id}/", wait_until="networkidle")
    asked = [request.path for request in server.requests[before:]]
    assert all(path == f"/{id}/" or path.startswith(FREE) or path.endswith(".mjs") for path in asked), asked
    assert not any(path.endswith(("boot.mjs", "engine.mjs")) for path in asked)


def test_targets_are_large_enough(phone: Page, server: Server) -> None:
    phone.goto(f"{server.address}us-passport/")
    for selector in ("#photo", "#camera", "label[for=as-is]", ".trust summary", ".brand"):
        box = phone.locator(selector).bounding_box()
        assert box is not None and box["height"] >= MINIMUM_TARGET, (selector, box)


def test_the_photo_control_is_what_lies_over_its_button(phone: Page, server: Server) -> None:
    # The focus begins to load the tool, which these pages do not have.
    phone.route("**/start.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
    phone.goto(f"{server.address}us-passport/")
    box = phone.locator(".button.primary").bounding_box()
    assert box is not None
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert phone.evaluate("([x, y]) => document.elementFromPoint(x, y).name", middle) == "photo"
    phone.get_by_label("Choose a photo for US passport").focus()
    assert phone.evaluate("document.activeElement.name") == "photo"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_without_scripts_the_rules_are_whole_and_the_buttons_one_sentence(
    browser: Browser, server: Server, theme: str
) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{server.address}us-dv-lottery/")
    assert page.locator("noscript p").is_visible()
    assert not page.locator("[data-start-panel]").is_visible()
    assert page.locator(".rules tbody tr").count() > 10
    page.locator(".rules .mark").first.click()
    assert page.locator(".sources li:target").count() == 1
    context.close()

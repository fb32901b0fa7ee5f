"""What translations do to the layout, seen before they are made: in a language 40 % longer than English and in one
written from right to left nothing scrolls sideways, no words are cut off, no control lies on another, and axe is
content."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import portrait
from tests.browser.layout import FAULTS
from tests.browser.test_axe import TEMPLATES, judged
from tests.browser.visit import Visit
from tests.toolchain.pages.pseudo import LONG, MIRRORED
from toolchain.server import Server

WIDTHS = (360, 1440)
PATHS = tuple(path for path in TEMPLATES if not path.startswith("ru/"))


@pytest.fixture(scope="module", params=WIDTHS, ids=str)
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of either width into which axe may be put."""
    context = browser.new_context(
        bypass_csp=True, reduced_motion="reduce", viewport={"width": request.param, "height": 900}
    )
    yield context.new_page()
    context.close()


def sound(page: Page, what: str, axe: bool) -> None:
    """Fails with everything that is wrong with the page as it stands."""
    found: list[Any] = page.evaluate(FAULTS)
    found += judged(page) if axe else []
    assert not found, f"{what}:\n" + "\n".join(map(str, found[:12]))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("id", [LONG, MIRRORED])
def test_pages(screen: Page, pseudo: Server, id: str, path: str) -> None:
    screen.goto(f"{pseudo.address}{id}/{path}")
    sound(screen, f"{id}/{path}", axe=True)


@pytest.mark.parametrize("id", [LONG, MIRRORED])
def test_the_tool_in_its_states(screen: Page, pseudo: Server, id: str) -> None:
    visit = Visit(screen, pseudo.address)
    visit.open(f"{id}/schengen-visa")
    visit.choose(b"This is no picture at all.", "letter.jpg")
    visit.expect_state("error")
    sound(screen, "error", axe=True)
    visit.check(portrait.jpeg())
    for details in visit.tool.locator("details:visible > summary").all():
        details.click()
    sound(screen, "verdict", axe=True)
    visit.tool.locator('[data-adjust-do="open"]').click()
    sound(screen, "adjusting", axe=True)
    visit.tool.locator('[data-adjust-do="done"]').click()
    visit.expect_state("done")
    visit.tool.locator('[data-action="get-files"]').click()
    sound(screen, "files", axe=True)


def test_faults_are_found(screen: Page, pseudo: Server) -> None:
    screen.goto(f"{pseudo.address}{LONG}/schengen-visa/")
    screen.evaluate("""() => {
      document.querySelector(".answer").style = "position: absolute; left: 95vw; white-space: nowrap";
      document.querySelector(".start .button").style = "inline-size: 3rem; overflow: hidden; white-space: nowrap";
      document.querySelector("nav.path a").style = "position: fixed; inset: 0; inline-size: 20rem; block-size: 20rem";
    }""")
    found = {one.split(":")[0] for one in screen.evaluate(FAULTS)}
    assert {"off the page", "overlaps another control"} <= found, found

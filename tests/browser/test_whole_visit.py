"""One visit from the home page to its end, every request of every page and worker recorded: what is left of it is what
the privacy page promises."""

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Request, Worker, expect

from tests.browser import portrait
from tests.browser.conftest import watched
from tests.browser.test_adjust import do, saved
from tests.browser.test_promises import STORED
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch
from toolchain.server import Server

NAME = "secret-name.jpg"
OURS = re.compile(r"/|/(schengen-visa|your-data|shell|offline)/|/(app|assets|graphs|rulebook|vendor)/[^?]+|/sw\.js")
"""Every address the visit may ask for."""
CACHES = re.compile(r"pixid-files|pixid-pages-[0-9a-f]{12}")


class Record:
    """Requests as the browser makes them, of pages and of workers, and the workers there were."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[Request] = []
        self.workers: list[str] = []
        context.on("request", self._request)
        context.on("serviceworker", self._worker)
        context.on("page", lambda page: page.on("worker", self._worker))

    def _request(self, request: Request) -> None:
        self.requests.append(request)

    def _worker(self, worker: Worker) -> None:
        self.workers.append(worker.url)

    def outside(self, origin: str) -> list[str]:
        """Addresses of other origins; pictures and files in the page's own memory are none."""
        return [one.url for one in self.requests if not one.url.startswith((origin, "blob:", "data:"))]


@pytest.fixture
def visit(browser: Browser, server: Server, watch: Watch) -> Iterator[Visit]:
    """A visitor whose home page is open."""
    with watched(browser, watch) as page:
        yield Visit(page, server.address)


def test_from_the_home_page_to_your_data(visit: Visit, server: Server) -> None:
    page, context = visit.page, visit.page.context
    record, before = Record(context), len(server.requests)
    page.on("worker", record._worker)

    page.goto(server.address)
    page.get_by_role("searchbox").fill("schengen visa")
    page.locator("[data-search-list] [data-document=schengen-visa] a").first.click()
    expect(page).to_have_url(f"{server.address}schengen-visa/")

    visit.check(portrait.jpeg(), NAME)
    expect(visit.tool.locator("[data-finding]").first).to_be_visible()
    do(visit, "open").click()
    size = visit.tool.locator('[name="adjust-size"]')
    size.press("+")
    do(visit, "done").click()
    visit.expect_state("done")

    name, photo = visit.save()
    width, height = Image.open(io.BytesIO(photo)).size
    assert name == "schengen-visa.jpg" and width / height == pytest.approx(35 / 45, abs=0.01)
    _, sheet = saved(visit, "sheet")
    assert sheet.startswith(b"%PDF")
    _, report = saved(visit, "report")
    assert b"<!doctype html>" in report[:40].lower()
    expect(page.locator("[data-offline-mark]")).to_have_attribute("data-offline-mark", "kept", timeout=PATIENCE)

    page.locator("footer").get_by_role("link", name="Your data").click()
    expect(page.locator("[data-no-cookies]")).to_be_visible()
    rows = [row.inner_text() for row in page.locator("[data-stored] tr").all()]
    assert rows and all(CACHES.search(row) for row in rows if "pixid" in row), rows

    assert context.cookies() == [] and page.evaluate("document.cookie") == ""
    assert page.evaluate(STORED) == {"entries": 0, "records": 0, "pictures": []}
    assert all(CACHES.fullmatch(name) for name in page.evaluate("caches.keys()"))

    assert record.outside(server.address) == []
    asked = server.requests[before:]
    assert {(request.method, request.body_size) for request in asked} == {("GET", 0)}
    assert [request.path for request in asked if not OURS.fullmatch(request.path)] == []
    assert any("engine.mjs" in address for address in record.workers)
    assert any(address.endswith("/sw.js") for address in record.workers)
    told = {one.url.removeprefix(server.address).split("?")[0] for one in record.requests}
    assert NAME not in "".join(told)

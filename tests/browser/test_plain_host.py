"""A host that sends no headers at all, as many do: everything works on one thread, and nothing is claimed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import portrait
from tests.browser.conftest import watched
from tests.browser.visit import Visit
from tests.browser.watch import Watch
from toolchain.paths import DIST
from toolchain.server import Server


@pytest.fixture(scope="module")
def plain() -> Iterator[Server]:
    with Server(DIST, rules=[]) as running:
        yield running


def test_the_journey_works_without_any_header_and_on_one_thread(browser: Browser, plain: Server) -> None:
    watch = Watch(plain.address)
    with watched(browser, watch) as page:
        visit = Visit(page, plain.address)
        visit.open("us-dv-lottery")
        assert page.evaluate("crossOriginIsolated") is False
        report = visit.check(portrait.jpeg())
        assert report["outputs"]["photo"]["width"] >= 600
        assert visit.save()[1][:2] == b"\xff\xd8"


def test_the_page_keeps_its_own_policy_and_says_what_the_host_leaves_out(browser: Browser, plain: Server) -> None:
    watch = Watch(plain.address)
    watch.allow("policy: connect-src")
    watch.allow("Refused to connect|violates the following Content Security Policy|Fetch API cannot load")
    with watched(browser, watch) as page:
        visit = Visit(page, plain.address)
        visit.open("us-dv-lottery")
        visit.tool.locator("[data-trust] summary").click()
        expect(visit.tool.locator("[data-trust-unbound]")).to_be_visible()
        expect(visit.tool.locator("[data-trust-bound]")).to_be_hidden()
        refused = page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'refused')")
        assert refused == "refused"


def test_our_own_headers_bind_the_worker_too(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.tool.locator("[data-trust] summary").click()
    expect(visit.tool.locator("[data-trust-bound]")).to_be_visible()
    expect(visit.tool.locator("[data-trust-unbound]")).to_be_hidden()

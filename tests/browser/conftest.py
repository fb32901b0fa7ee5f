"""One server and one browser for all tests, a fresh visitor for each, and a watch over everything the page must not do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visit import Visit
from tests.browser.watch import Watch
from toolchain import system
from toolchain.paths import DIST
from toolchain.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with Server(DIST) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Root may not use Chromium's sandbox; in CI everything is root. A tab's share of /dev/shm is small in containers.
    options = ["--no-sandbox", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=system.chromium(), args=options)
        yield running
        running.close()


@pytest.fixture
def watch(server: Server) -> Watch:
    return Watch(server.address)


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A page of a visitor who has never been here; fails the test for whatever the watch has seen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.add_init_script(Watch.SCRIPT)
    watch.over(context)
    yield context.new_page()
    context.close()
    watch.judge()


@pytest.fixture
def visit(page: Page, server: Server) -> Visit:
    return Visit(page, server.address)

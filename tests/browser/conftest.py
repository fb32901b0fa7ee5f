"""One server and one browser for all tests, a fresh visitor for each, and a watch over what a page must not do."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visit import Visit
from tests.browser.watch import Watch
from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages.pseudo import LONG, MIRRORED, language
from toolchain import system, worker
from toolchain.pages import build as pages
from toolchain.pages.language import ENGLISH
from toolchain.paths import DIST, ROOT
from toolchain.server import Server

PSEUDO = (
    "schengen-visa",
    "ar-passport",
    "us-passport-online-renewal",
    "us-dv-lottery",
    "us-passport",
    "gb-passport-digital",
)
"""Plain; refused where made at home; uncropped; unedited; with rules for children; with a file alone."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with Server(DIST) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Root may not use Chromium's sandbox, and in CI everything is root; /dev/shm is small in containers.
    options = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=system.chromium(), args=options)
        yield running
        running.close()


@pytest.fixture(scope="session")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A copy in English and the two languages of tests.toolchain.pages.pseudo, with documents of every kind."""
    dist = tmp_path_factory.mktemp("pseudo")
    languages = [ENGLISH, language(LONG), language(MIRRORED)]
    chosen = [data for data in rulebook() if data["id"] in PSEUDO]
    pages.write(dist, pages.gather(ROOT, chosen, languages))
    for name in ("vendor", "graphs"):
        shutil.copytree(DIST / name, dist / name)
    worker.write(dist, languages)
    with Server(dist) as running:
        yield running


@contextmanager
def watched(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A page of a visitor who has never been here; fails for whatever the watch has seen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.add_init_script(Watch.SCRIPT)
    watch.over(context)
    yield context.new_page()
    context.close()
    watch.judge()


@pytest.fixture
def watch(server: Server) -> Watch:
    return Watch(server.address)


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    with watched(browser, watch) as page:
        yield page


@pytest.fixture
def visit(page: Page, server: Server) -> Visit:
    return Visit(page, server.address)


@pytest.fixture(scope="module")
def long_visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """One visitor for all tests of a module: what a photo leaves behind meets the next one."""
    with watched(browser, Watch(server.address)) as page:
        visit = Visit(page, server.address)
        visit.open("us-dv-lottery")
        yield visit

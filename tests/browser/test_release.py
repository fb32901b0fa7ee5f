"""A second release over the first: nobody is torn away from a photo, and nothing unchanged is downloaded again."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import portrait
from tests.browser.conftest import watched
from tests.browser.origin import Origin
from tests.browser.test_offline import expect_mark, gone
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch
from toolchain import worker
from toolchain.pages.language import ENGLISH
from toolchain.paths import DIST

DOCUMENTS = ("us-dv-lottery", "us-passport")
HASH = "0" * 12
ADDRESSES = "caches.open('pixid-files').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => url))"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the site with the pages of a few documents, as its first release."""
    for folder in worker.FOLDERS:
        shutil.copytree(DIST / folder, tmp_path / folder)
    for page in ("", "shell", "offline", *DOCUMENTS):
        (tmp_path / page).mkdir(exist_ok=True)
        shutil.copy(DIST / page / "index.html", tmp_path / page)
    shutil.copy(DIST / "manifest.webmanifest", tmp_path)
    worker.write(tmp_path, [ENGLISH])
    return tmp_path


def release_again(site: Path) -> str:
    """Another app: its folder has another name, and every page names it. Returns the old folder's address."""
    (app,) = (site / "app").iterdir()
    for page in site.rglob("*.html"):
        page.write_text(page.read_text().replace(f"/app/{app.name}/", f"/app/{HASH}/"))
    old = app.name
    app.rename(app.with_name(HASH))
    worker.write(site, [ENGLISH])
    return f"/app/{old}/"


@pytest.fixture
def origin(site: Path) -> Iterator[Origin]:
    with Origin(site) as running:
        yield running


def test_a_new_release_is_offered_while_the_old_page_works_on(browser: Browser, origin: Origin, site: Path) -> None:
    with watched(browser, Watch(origin.address)) as page:
        visit = Visit(page, origin.address)
        visit.open("us-dv-lottery")
        visit.check(portrait.jpeg())
        expect_mark(page, "kept")
        page.reload()
        visit.check(portrait.jpeg(), "before.jpg")

        old = release_again(site)
        origin.requests()
        page.evaluate("async () => void (await (await navigator.serviceWorker.getRegistration()).update())")
        bar = page.locator("[data-update]")
        expect(bar).to_be_visible(timeout=PATIENCE)
        assert visit.report()["photo"] == "before.jpg"
        visit.check(portrait.jpeg(portrait.image(3)), "still.jpg")  # with the old page's own files, gone at the origin
        visit.save()

        bar.locator("[data-update-now]").click()
        expect(page.locator(f'script[src="/app/{HASH}/installed.mjs"]')).to_have_count(1, timeout=PATIENCE)
        visit.check(portrait.jpeg(), "after.jpg")
        expect_mark(page, "kept")
        asked = origin.requests()
        assert not [path for path in asked if path.startswith(("/vendor/", "/graphs/", old))]
        assert any(path.startswith(f"/app/{HASH}/") for path in asked)
        eventually_gone(page, old)


def test_going_on_under_the_old_release_costs_nothing_of_the_waiting_one(
    browser: Browser, origin: Origin, site: Path
) -> None:
    watch = Watch(origin.address)
    watch.allow(r"ERR_CONNECTION_REFUSED|ERR_FAILED")  # the origin is stopped at the end
    with watched(browser, watch) as page:
        visit = Visit(page, origin.address)
        visit.open("us-dv-lottery")
        visit.check(portrait.jpeg())
        expect_mark(page, "kept")
        page.reload()
        release_again(site)
        page.evaluate("async () => void (await (await navigator.serviceWorker.getRegistration()).update())")
        bar = page.locator("[data-update]")
        expect(bar).to_be_visible(timeout=PATIENCE)

        for path in ("", "us-passport/", "us-dv-lottery/"):  # each an occasion to tidy up
            page.goto(f"{origin.address}{path}")
            expect(bar).to_be_visible(timeout=PATIENCE)
        pages = page.evaluate("caches.keys().then((names) => names.filter((name) => name.startsWith('pixid-pages-')))")
        files = page.evaluate(ADDRESSES)
        assert len(pages) == 2 and any(f"/app/{HASH}/start.mjs" in address for address in files)

        bar.locator("[data-update-now]").click()
        expect(bar).to_be_hidden(timeout=PATIENCE)
        visit.check(portrait.jpeg())
        expect_mark(page, "kept")
        gone(visit, origin)
        page.reload()
        visit.check(portrait.jpeg())
        assert page.evaluate("document.styleSheets.length") == 1


def eventually_gone(page: Page, folder: str) -> None:
    """The old release's files leave the device once nobody needs them; a navigation is one of the occasions."""
    until = monotonic() + PATIENCE / 1000
    kept = [folder]
    while kept and monotonic() < until:
        page.reload()
        kept = [address for address in page.evaluate(ADDRESSES) if folder in address]
    assert not kept

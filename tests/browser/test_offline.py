"""Without a network: what was visited, what never was, and what gets in the way of keeping it."""

import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import portrait
from tests.browser.cable import Cable
from tests.browser.conftest import watched
from tests.browser.origin import Origin
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch
from toolchain.paths import DIST

AT_ONCE = 8  # files that may be on their way when the network goes
ADDRESSES = """caches.open("pixid-files").then((cache) => cache.keys())
    .then((keys) => keys.map(({ url }) => new URL(url).pathname))"""
LOSE_THE_TOOL = """async () => {
    const cache = await caches.open("pixid-files");
    for (const key of await cache.keys()) if (/\\/(vendor|graphs)\\//.test(key.url)) await cache.delete(key);
}"""
KEEP = """async () => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    active.postMessage({ do: "keep" }, [port2]);
    return await answer;
}"""


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin(DIST) as running:
        yield running


@pytest.fixture
def visitor(browser: Browser, origin: Origin) -> Iterator[Visit]:
    """Somebody who has made a photo for one document, whose tool is now kept on the device."""
    watch = Watch(origin.address)
    watch.allow(r"ERR_CONNECTION_REFUSED|ERR_FAILED")  # a server that is gone is part of the tests
    watch.allow(r"sent something: POST .*/share/$")  # to the service worker; the server is asked below
    with watched(browser, watch) as page:
        visit = Visit(page, origin.address)
        visit.open("us-dv-lottery")
        visit.check(portrait.jpeg())
        expect_mark(page, "kept")
        yield visit


def expect_mark(page: Page, what: str) -> None:
    expect(page.locator("[data-offline-mark]")).to_have_attribute("data-offline-mark", what, timeout=PATIENCE)


def gone(visit: Visit, origin: Origin) -> None:
    """The origin's process ends and the browser's own cache is emptied: what is left is what the worker has kept."""
    origin.stop()
    visit.page.context.new_cdp_session(visit.page).send("Network.clearBrowserCache")


def sent(path: str) -> int:
    """Bytes the server sends for a path, compressed as it compresses; what the browser has already is counted, too."""
    file: Path = DIST / path.partition("?")[0].lstrip("/")
    return len(brotli.compress((file / "index.html" if file.is_dir() else file).read_bytes(), quality=5))


def journey(visit: Visit, document: str) -> None:
    """Verdict, photo, sheet where one is printed, report."""
    assert visit.check(portrait.jpeg())["document"] == document
    name, data = visit.save()
    assert name == f"{document}.jpg" and data.startswith(b"\xff\xd8")
    expect(visit.tool.locator('a[data-output="report"]')).to_be_visible()
    assert visit.page.evaluate("crossOriginIsolated")


def test_the_whole_journey_with_the_origin_gone(visitor: Visit, origin: Origin) -> None:
    gone(visitor, origin)
    visitor.page.reload()
    expect(visitor.page.locator("#rules")).to_be_visible()  # the page itself, as it was seen
    journey(visitor, "us-dv-lottery")
    for words, document in (("schengen visa", "schengen-visa"), ("american passport", "us-passport")):
        visitor.page.goto(origin.address)
        visitor.page.locator("[name=q]").fill(words)
        visitor.page.locator(f'[data-search-list] a[href="/{document}/"]').first.click()
        expect(visitor.page.locator("[data-shell-sources] li").first).to_be_visible(timeout=PATIENCE)
        journey(visitor, document)
        expect(visitor.tool.locator('a[data-output="sheet"]')).to_be_visible()
    visitor.page.goto(f"{origin.address}no-such-document/")
    expect(visitor.page.locator("[data-again]")).to_be_visible()
    origin.start()


def test_a_document_that_refuses_self_made_photos_says_so_without_a_network(visitor: Visit, origin: Origin) -> None:
    gone(visitor, origin)
    visitor.page.goto(f"{origin.address}fr-passport/")
    expect(visitor.page.locator("[data-shell-made]")).to_be_visible(timeout=PATIENCE)
    assert visitor.page.locator("[data-shell-edits] li").count() >= 2
    origin.start()


def test_what_was_lost_of_the_tool_is_fetched_again_and_nothing_else(visitor: Visit, origin: Origin) -> None:
    lost = visitor.page.evaluate("""async () => {
        const cache = await caches.open("pixid-files");
        const keys = (await cache.keys()).filter(({ url }) => url.includes("/graphs/")).slice(0, 3);
        for (const key of keys) await cache.delete(key);
        return keys.map(({ url }) => new URL(url).pathname);
    }""")
    assert len(lost) == 3
    origin.requests()
    visitor.open("us-dv-lottery")
    visitor.check(portrait.jpeg())
    expect_mark(visitor.page, "kept")
    asked = [path for path in origin.requests() if path.startswith(("/graphs/", "/vendor/"))]
    assert set(asked) <= set(lost)


@pytest.mark.parametrize(
    "bytes", [1_000_000, 3_000_000, 3_600_000]
)  # of some 5 MB: engine, app, graphs are on their way
def test_a_network_lost_in_the_middle_of_the_models(browser: Browser, origin: Origin, bytes: int) -> None:
    """The page says so and keeps the photo; when the network is back, only what had not come is asked for."""
    with Cable(origin.address) as cable:
        watch = Watch(cable.address)
        watch.allow(r"ERR_|engine (prefetch|open|run)|could not be loaded")  # the cable is pulled
        watch.allow(r"wasm|ArrayBuffer instantiation|Aborted\(Net")  # onnxruntime says so too
        watch.allow(
            r"dynamically imported module: .*/pyscript/"
        )  # and PyScript, which loads its words about errors late
        with watched(browser, watch) as page:
            visit = Visit(page, cable.address)
            visit.open("us-dv-lottery")
            cable.pull_after(bytes)
            visit.choose(portrait.jpeg(), "mine.jpg")
            visit.expect_state("error")
            assert cable.pulled.is_set()
            expect(visit.message).to_have_text(re.compile("network was lost|could not be loaded"))
            asked = origin.requests()
            cable.plug()
            visit.tool.locator("[data-action=again]").click()
            visit.expect_state("done")
            assert visit.report()["photo"] == "mine.jpg"
            expect_mark(page, "kept")
            twice = [path for path in set(asked) & set(origin.requests()) if path.startswith(("/graphs/", "/vendor/"))]
            assert len(twice) <= AT_ONCE, twice


def test_what_the_worker_could_not_fetch_it_fetches_later_and_nothing_twice(browser: Browser, origin: Origin) -> None:
    with Cable(origin.address) as cable:
        watch = Watch(cable.address)
        watch.allow("ERR_")  # the cable is pulled
        with watched(browser, watch) as page:
            visit = Visit(page, cable.address)
            visit.open("us-dv-lottery")
            visit.check(portrait.jpeg())
            expect_mark(page, "kept")
            page.evaluate(LOSE_THE_TOOL)
            page.context.new_cdp_session(page).send("Network.clearBrowserCache")
            origin.requests()
            cable.pull_after(1_000_000)
            assert page.evaluate(KEEP) == {"kept": False, "why": "network"}
            came = {path for path in page.evaluate(ADDRESSES) if path.startswith(("/graphs/", "/vendor/"))}
            assert came and cable.pulled.is_set()
            origin.requests()
            cable.plug()
            assert page.evaluate(KEEP) == {"kept": True}
            assert not came & set(origin.requests())


def test_a_photo_opened_with_the_installed_app(visitor: Visit, origin: Origin) -> None:
    """The system hands files to `launchQueue`; no test can install an app, so the queue is made here."""
    visitor.page.add_init_script(
        f"""const bytes = new Uint8Array({list(portrait.jpeg())});
        const file = {{ getFile: async () => new File([bytes], "opened.jpg") }};
        const files = location.pathname === "/" ? [file] : [];
        const value = {{ setConsumer: (consume) => consume({{ files }}) }};
        Object.defineProperty(window, "launchQueue", {{ value }});"""
    )
    visitor.page.goto(origin.address)
    expect(visitor.page.locator("[data-shared]")).to_be_visible()
    visitor.open("us-dv-lottery")
    visitor.expect_state("done")
    assert visitor.report()["photo"] == "opened.jpg"


def test_a_second_visit_transfers_little(visitor: Visit, origin: Origin) -> None:
    origin.requests()
    visitor.open("us-dv-lottery")
    visitor.check(portrait.jpeg())
    expect_mark(visitor.page, "kept")
    asked = origin.requests()
    assert asked.count("/sw.js") <= 2, asked  # a look for a newer worker comes late: one may be the first visit's
    assert sum(map(sent, set(asked))) < 20_000, asked


def test_a_device_without_room_says_so_and_the_tool_works(browser: Browser, origin: Origin) -> None:
    with watched(browser, Watch(origin.address)) as page:
        visit = Visit(page, origin.address)
        visit.open("us-dv-lottery")
        given = {"origin": origin.address.rstrip("/"), "quotaSize": 3_000_000}
        page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", given)
        visit.check(portrait.jpeg())
        expect_mark(page, "full")
        visit.save()


def test_a_photo_shared_by_another_app_waits_for_its_document(visitor: Visit, origin: Origin) -> None:
    page = visitor.page
    page.reload()  # under the worker's control from here on
    share(page)
    visitor.page.goto(visitor.origin)
    expect(page.locator("[data-shared]")).to_be_visible()
    visitor.open("us-dv-lottery")
    visitor.expect_state("done")
    assert visitor.report()["photo"] == "shared.jpg"
    assert not [path for path in origin.requests() if path.startswith("/share/")]
    visitor.open("us-dv-lottery")
    visitor.expect_state("ready")
    expect_mark(page, "kept")


def share(page: Page, language: str = "") -> str:
    """Hand a photo over as the system does; where that leads, without its fragment."""
    where: str = page.evaluate(
        """async ([bytes, address]) => {
            const form = new FormData();
            form.append("photo", new File([new Uint8Array(bytes)], "shared.jpg"));
            return (await fetch(address, { method: "POST", body: form })).url;
        }""",
        [list(portrait.jpeg()), f"/{language}share/"],
    )
    return where


def test_a_photo_shared_from_another_language_stays_in_it(visitor: Visit) -> None:
    visitor.open("ru/us-dv-lottery")  # under the worker's control from here on
    assert share(visitor.page, "ru/").endswith("/ru/?shared")


def test_a_shared_photo_that_finds_no_room_is_told(visitor: Visit) -> None:
    visitor.page.reload()
    given = {"origin": visitor.origin.rstrip("/"), "quotaSize": 1}
    visitor.page.context.new_cdp_session(visitor.page).send("Storage.overrideQuotaForOrigin", given)
    where = share(visitor.page)
    assert where.endswith("/?unshared")
    visitor.page.goto(where)
    expect(visitor.page.locator("[data-unshared]")).to_be_visible()
    expect(visitor.page.locator("[data-shared]")).to_be_hidden()


def test_chromium_finds_nothing_against_installing(visitor: Visit) -> None:
    session = visitor.page.context.new_cdp_session(visitor.page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == [] and "share_target" in manifest["data"]
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors] in ([], ["in-incognito"])  # which every context of a test is

"""The promises of the privacy page, walked: one visitor reads, checks, saves, allows, and deletes."""

import re

from playwright.sync_api import Page, expect

from tests.browser import portrait
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch
from toolchain.server import Server

READ = ("", "privacy/", "cookies/", "terms/", "about/", "guides/", "sizes/35x45/", "countries/us/", "your-data/")


def test_a_whole_visit_leaves_nothing_behind_and_sends_nothing(page: Page, server: Server, watch: Watch) -> None:
    """The watch of every test refuses other origins, any method but GET, and any body."""
    before = len(server.requests)
    for path in READ:
        page.goto(server.address + path)
    visit = Visit(page, server.address)
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg(), "secret-name.jpg")
    visit.save()

    assert page.context.cookies() == []
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    seen = server.requests[before:]
    assert {(request.method, request.body_size) for request in seen} == {("GET", 0)}
    assert not [request for request in seen if "secret" in request.path or "?" in request.path]


def test_nothing_is_asked_for_once_the_tool_is_here(visit: Visit, server: Server) -> None:
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    mark = visit.page.locator("[data-offline-mark]")  # the tool is fetched whole, for days without a network
    expect(mark).to_have_attribute("data-offline-mark", "kept", timeout=PATIENCE)
    before = len(server.requests)
    visit.check(portrait.jpeg(), "another.jpg")
    assert server.requests[before:] == []


def test_no_response_of_the_site_sets_a_cookie(page: Page, server: Server) -> None:
    set_by: list[str] = []
    page.on("response", lambda answer: set_by.append(answer.url) if "set-cookie" in answer.headers else None)
    for path in READ:
        page.goto(server.address + path)
    assert set_by == []


def test_what_was_allowed_can_be_withdrawn_and_all_can_be_deleted(page: Page, server: Server) -> None:
    page.goto(server.address)
    page.get_by_role("button", name="Remember the documents I open").click()
    page.goto(f"{server.address}schengen-visa/")
    assert page.evaluate("Object.keys(localStorage)") == ["pixid.preferences"]
    page.goto(f"{server.address}privacy/")
    page.get_by_role("link", name="Your data").first.click()
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-status]")).to_contain_text("Deleted")
    assert page.evaluate("localStorage.length") == 0


STORED = """async () => {
  const records = async ({ name }) => {
    const opening = indexedDB.open(name);
    const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const names = [...database.objectStoreNames];
    const counts = await Promise.all(names.map((store) => new Promise((resolve) => {
      const asked = database.transaction(store).objectStore(store).count();
      asked.onsuccess = () => resolve(asked.result);
    })));
    database.close();
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return {
    entries: localStorage.length + sessionStorage.length,
    records: (await Promise.all((await indexedDB.databases()).map(records))).reduce((sum, one) => sum + one, 0),
    pictures: caught.flat().map(({ url }) => url).filter((url) => /\\.jpe?g$|^blob:/.test(url)),
  };
}"""


def test_the_photo_is_gone_with_the_page(visit: Visit) -> None:
    """PyScript opens a database for files of its own; it stays empty."""
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    assert visit.page.evaluate(STORED) == {"entries": 0, "records": 0, "pictures": []}
    visit.page.reload()
    expect(visit.tool).to_have_attribute("data-state", "ready")


def test_a_copy_without_an_operator_says_so_and_names_nobody(page: Page, server: Server) -> None:
    for path in ("privacy/", "about/", "terms/"):
        page.goto(server.address + path)
        expect(page.locator("main")).to_contain_text("This copy has no operator")
        assert not re.search(r"[\w.]+@[\w.]+", page.locator("main").inner_text())

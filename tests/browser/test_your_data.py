"""Your data: everything stored is seen, saved, corrected and deleted, whoever stored it."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from toolchain.server import Server

STORE = """async () => {
  localStorage.setItem("somebody-elses", "text");
  sessionStorage.setItem("of-this-tab", "more");
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open("receipts", 3);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("kept", { keyPath: "id" }).createIndex("by", "when", { unique: false });
      opening.result.createObjectStore("loose", { autoIncrement: true });
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction(["kept", "loose"], "readwrite");
      writing.objectStore("kept").put({ id: "a", when: 1 });
      writing.objectStore("loose").put({ note: "b" });
      writing.oncomplete = () => { opening.result.close(); resolve(); };
    };
  });
  await (await caches.open("some-files")).put("/x/", new Response("x"));
}"""

READ = """async () => {
  const opening = indexedDB.open("receipts");
  const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  const all = (name) => new Promise((resolve) => {
    const asked = database.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => resolve(asked.result);
  });
  const found = { version: database.version, kept: await all("kept"), loose: await all("loose"),
    indexes: [...database.transaction("kept").objectStore("kept").indexNames] };
  database.close();
  return found;
}"""

LEFT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length,
  cookies: document.cookie,
})"""


def open_page(page: Page, server: Server) -> None:
    page.goto(f"{server.address}your-data/")
    expect(page.locator("[data-your-data]")).to_be_visible()


def consent(page: Page) -> None:
    page.locator("label", has_text="Remember my language").click()
    expect(page.locator("[data-preferences]")).to_be_visible()


def test_permission_is_given_and_withdrawn_here(page: Page, server: Server) -> None:
    open_page(page, server)
    assert page.evaluate("localStorage.length") == 0
    consent(page)
    expect(page.locator("[data-stored]")).to_contain_text("pixid.preferences")
    page.locator("label", has_text="Remember my language").click()
    expect(page.locator("[data-preferences]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_the_list_of_documents_is_corrected_here(page: Page, server: Server) -> None:
    open_page(page, server)
    consent(page)
    for id in ("us-passport", "schengen-visa"):
        page.goto(f"{server.address}{id}/")
    open_page(page, server)
    expect(page.locator("[data-documents] li")).to_have_count(2)
    page.get_by_role("button", name="Take off the list: US passport").click()
    expect(page.locator("[data-documents] li")).to_have_count(1)
    assert "us-passport" not in page.evaluate("localStorage.getItem('pixid.preferences')")


def test_everything_is_saved_as_json(page: Page, server: Server) -> None:
    open_page(page, server)
    page.evaluate(STORE)
    open_page(page, server)
    for name in ("somebody-elses", "of-this-tab", "receipts", "some-files"):
        expect(page.locator("[data-stored] tr", has_text=name)).to_have_count(1)
    with page.expect_download() as saving:
        page.get_by_role("link", name="Save all as JSON").click()
    saved = json.loads(Path(saving.value.path()).read_text())
    assert saved["local"] == {"somebody-elses": "text"}
    assert saved["session"] == {"of-this-tab": "more"}
    (receipts,) = [database for database in saved["databases"] if database["name"] == "receipts"]
    assert receipts["stores"][0]["records"] == [{"id": "a", "when": 1}]
    assert {"name": "some-files", "addresses": ["/x/"]} in saved["caches"]


def test_one_press_deletes_everything_and_undo_brings_it_back(page: Page, server: Server) -> None:
    open_page(page, server)
    page.evaluate(STORE)
    before = page.evaluate(READ)
    open_page(page, server)
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-status]")).to_contain_text("Deleted")
    expect(page.locator("[data-nothing]")).to_be_visible()
    none = {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0, "cookies": ""}
    assert page.evaluate(LEFT) == none
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-status]")).to_contain_text("Restored")
    assert page.evaluate(READ) == before
    assert page.evaluate("localStorage.getItem('somebody-elses')") == "text"
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-status]")).to_contain_text("Deleted")
    assert page.evaluate(LEFT) == none

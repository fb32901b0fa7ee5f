"""What is shown for a page that is not stored: the documents that are."""

from playwright.sync_api import Page, expect

from toolchain.server import Server

KEEP = """async (paths) => {
  const cache = await caches.open("kept-by-a-test");
  for (const path of paths) await cache.add(path);
}"""


def test_stored_documents_are_listed_and_nothing_else(page: Page, server: Server) -> None:
    page.goto(f"{server.address}offline/")
    expect(page.locator("[data-none-stored]")).to_be_visible()
    page.evaluate(KEEP, ["/us-passport/", "/gb-passport-digital/", "/privacy/", "/"])
    page.reload()
    expect(page.locator("[data-stored-list] a")).to_have_count(2)
    expect(page.locator("[data-none-stored]")).to_be_hidden()
    page.get_by_role("link", name="US passport photo").click()
    expect(page).to_have_url(f"{server.address}us-passport/")


def test_trying_again_asks_for_the_page_that_was_wanted(page: Page, server: Server) -> None:
    page.goto(f"{server.address}offline/")
    with page.expect_navigation():
        page.get_by_role("link", name="Try again").click()
    expect(page).to_have_url(f"{server.address}offline/")


def test_an_unknown_address_offers_the_search(page: Page, server: Server) -> None:
    page.goto(f"{server.address}404.html")
    page.get_by_label("Find your document").fill("schengen")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-list] [data-document=schengen-visa]")).to_be_visible()

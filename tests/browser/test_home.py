"""The home page: search in people's own words, by keyboard too, and nothing remembered without permission."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.watch import Watch
from toolchain.server import Server


def search(page: Page, words: str) -> None:
    page.get_by_label("Find your document").fill(words)


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("american visa", "us-visa-digital"),
        ("загранпаспорт", "ru-foreign-passport-10y"),
        ("35x45", "schengen-visa"),
        ("shengen", "schengen-visa"),
    ],
)
def test_a_document_is_found_in_peoples_own_words(page: Page, server: Server, words: str, document: str) -> None:
    page.goto(server.address)
    search(page, words)
    expect(page.locator(f"[data-search-list] [data-document={document}] a")).to_be_visible()
    expect(page.locator("[data-browse]")).to_be_hidden()
    expect(page.get_by_role("status")).to_contain_text("documents found")
    search(page, "")
    expect(page.locator("[data-browse]")).to_be_visible()


def test_the_search_needs_no_python_and_one_file(page: Page, server: Server, watch: Watch) -> None:
    page.goto(server.address)
    search(page, "japan")
    expect(page.locator("[data-search-list] li").first).to_be_visible()
    fetched = [address.removeprefix(server.address) for address in watch.requests]
    assert not [address for address in fetched if "vendor/" in address or "graphs/" in address]
    assert len([address for address in fetched if address.startswith("rulebook/search.")]) == 1


def test_nothing_found_says_what_to_do(page: Page, server: Server) -> None:
    page.goto(server.address)
    search(page, "qqqqzzzz")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    expect(page.locator("[data-browse]")).to_be_visible()


def test_by_keyboard_from_the_search_to_the_document(page: Page, server: Server) -> None:
    page.goto(server.address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.get_by_label("Find your document").focus()
    page.keyboard.type("dv lottery")
    expect(page.locator("[data-search-list] li").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-list] a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.address}us-dv-lottery/")


def test_a_search_can_stand_in_the_address(page: Page, server: Server) -> None:
    page.goto(f"{server.address}?q=schengen")
    expect(page.locator("[data-search-list] [data-document=schengen-visa]")).to_be_visible()


def test_a_lost_network_leaves_the_list(page: Page, server: Server, watch: Watch) -> None:
    watch.allow("ERR_FAILED|Failed to load resource")
    page.route("**/rulebook/search.*", lambda route: route.abort())
    page.goto(server.address)
    search(page, "japan")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.locator("[data-browse]")).to_be_visible()


def test_documents_are_remembered_only_with_permission(page: Page, server: Server) -> None:
    page.goto(f"{server.address}schengen-visa/")
    page.goto(server.address)
    expect(page.locator("[data-last]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Remember the documents I open").click()
    page.goto(f"{server.address}us-passport/")
    page.goto(f"{server.address}schengen-visa/")
    page.goto(server.address)
    expect(page.locator("[data-last-list] a").first).to_have_text("Schengen visa, uniform rule used by most members")
    expect(page.locator("[data-last-list] li")).to_have_count(2)
    page.get_by_role("button", name="Forget these").click()
    expect(page.locator("[data-last]")).to_be_hidden()


def test_without_scripts_the_list_is_whole_and_no_dead_search_shows(browser: Browser, server: Server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address)
    expect(page.locator("[data-search-form]")).to_be_hidden()
    assert page.locator("[data-browse] [data-document]").count() > 300
    page.locator("[data-browse] [data-document=schengen-visa] a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Schengen visa")
    context.close()

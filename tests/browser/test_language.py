"""The language of the home page: whatever the address says, or what was chosen by hand where that may be remembered."""

from playwright.sync_api import Page, expect

from toolchain.server import Server


def language(page: Page, wanted: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", wanted)


def choose(page: Page, name: str) -> None:
    page.locator("[data-languages] summary").click()
    page.locator("[data-languages]").get_by_role("link", name=name, exact=True).click()


def test_without_permission_the_address_decides(page: Page, server: Server) -> None:
    page.goto(f"{server.address}schengen-visa/")
    choose(page, "Русский")
    expect(page).to_have_url(f"{server.address}ru/schengen-visa/")
    page.goto(server.address)
    language(page, "en")
    assert page.evaluate("localStorage.length") == 0


def test_with_permission_the_choice_is_kept_and_can_be_taken_back(page: Page, server: Server) -> None:
    page.goto(server.address)
    page.get_by_role("button", name="Remember the documents I open").click()
    choose(page, "Русский")
    language(page, "ru")
    page.goto(server.address)
    expect(page).to_have_url(f"{server.address}ru/")
    choose(page, "English")
    expect(page).to_have_url(server.address)
    language(page, "en")
    page.goto(f"{server.address}ru/your-data/")
    expect(page.locator("[data-language]")).to_have_value("en")
    page.locator("[data-language]").select_option("")
    page.goto(f"{server.address}ru/")
    language(page, "ru")


def test_the_russian_search_understands_russian(page: Page, server: Server) -> None:
    page.goto(f"{server.address}ru/")
    page.get_by_role("searchbox").fill("виза в сша")
    expect(page.locator("[data-search-list] [data-document=us-visa-digital]")).to_be_visible()
    expect(page.locator("[data-search-count]")).to_contain_text("айден")

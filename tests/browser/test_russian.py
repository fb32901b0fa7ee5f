"""The journey in Russian: what is said is Russian, and the other language is one link away from the same document."""

import re

from playwright.sync_api import expect

from tests.browser import portrait
from tests.browser.visit import Visit

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
DOCUMENT = "ru/us-dv-lottery"


def test_the_whole_result_is_russian(visit: Visit) -> None:
    visit.open(DOCUMENT)
    report = visit.check(portrait.jpeg())
    for check in report["checks"]:
        for part in ("title", "message"):
            assert CYRILLIC.search(check[part]), check
    said = visit.tool.locator("[data-verdict-title], [data-verdict-counts], [data-finding] [data-title], .group-title")
    texts = [text for text in said.all_inner_texts() if text.strip()]
    assert len(texts) > 5 and all(CYRILLIC.search(text) for text in texts), texts
    expect(visit.tool.locator('a[data-output="report"]')).to_be_visible()
    assert "сохран" in (visit.tool.locator('a[data-output="photo"]').inner_text()).lower()
    english = {check["message"] for check in _english(visit)}
    assert not english & {check["message"] for check in report["checks"]}


def _english(visit: Visit) -> list[dict[str, str]]:
    """The checks of the same photo on the English page, reached by its link."""
    visit.page.locator("[data-languages] summary").click()
    visit.page.locator('.languages a[hreflang="en"]').click()
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    assert visit.page.url.endswith("/us-dv-lottery/") and "/ru/" not in visit.page.url
    checks: list[dict[str, str]] = visit.check(portrait.jpeg())["checks"]
    return checks

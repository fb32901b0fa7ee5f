"""Every language on a phone and on a desk: nothing scrolls sideways, is cut off or lies on another, and axe is content
with a script from right to left, with one without blanks and with one of joined letters."""

import pytest
from playwright.sync_api import Page

from tests.browser.test_axe import judged
from tests.browser.test_pseudo import screen, sound
from toolchain.languages import folder
from toolchain.paths import SITE
from toolchain.server import Server

__all__ = ["screen"]  # a fixture

IDS = [entry.id for entry in folder.folders(SITE / "locales") if not entry.draft]
JUDGED = ("ar", "hi", "ja")
PATHS = ("", "schengen-visa/", "guides/printing/")


@pytest.mark.parametrize("id", IDS)
def test_pages_fit(screen: Page, server: Server, id: str) -> None:
    for path in PATHS:
        screen.goto(f"{server.address}{id}/{path}")
        sound(screen, f"{id}/{path}", axe=id in JUDGED)
    screen.locator(".languages summary").click()  # its list covers what is below
    assert screen.locator(".languages a").count() == len(IDS)
    if id in JUDGED:
        assert not judged(screen)

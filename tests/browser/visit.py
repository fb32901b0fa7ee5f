"""The tool as a visitor meets it."""

import json
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect

PATIENCE = 60_000  # ms; the first photo loads and compiles everything, on a machine that may be busy


class Visit:
    """A document's page, opened; `tool` is its root."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.tool = page.locator("[data-app]")

    def open(self, document: str) -> None:
        self.page.goto(f"{self.origin}{document}/")

    def choose(self, data: bytes, name: str = "photo.jpg") -> None:
        """Choose a photo with the gallery button."""
        self.tool.locator("input[name=photo]").set_input_files(file(data, name))

    def expect_state(self, state: str) -> None:
        expect(self.tool).to_have_attribute("data-state", state, timeout=PATIENCE)

    def check(self, data: bytes, name: str = "photo.jpg") -> dict[str, Any]:
        """Choose a photo and wait for its verdict and file; returns the report."""
        self.choose(data, name)  # the state is "working" before this returns
        self.expect_state("done")
        return self.report()

    def report(self) -> dict[str, Any]:
        made: dict[str, Any] = json.loads(self.tool.locator("[data-report] script").text_content() or "")
        return made

    def save(self) -> tuple[str, bytes]:
        """Follow the photo's link; name and bytes of what is saved."""
        with self.page.expect_download() as event:
            self.tool.locator('a[download][data-output="photo"]').click()
        return event.value.suggested_filename, event.value.path().read_bytes()

    @property
    def message(self) -> Locator:
        return self.tool.locator("[data-message]")


def file(data: bytes, name: str) -> FilePayload:
    """A file as the browser's chooser hands it over; the type is left to the bytes."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}

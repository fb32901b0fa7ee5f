"""The system's Chromium, driven by Playwright: fresh profiles and pages that carry the probe."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from toolchain import system
from toolchain.bench.sites import PAGES, Site
from toolchain.errors import BuildError

FLAGS = ("--enable-unsafe-swiftshader",)  # face_mesh needs WebGL, also where there is no GPU
EAGER_MEMORY = "--enable-blink-features=ForceEagerMeasureMemory"
"""Makes performance.measureUserAgentSpecificMemory() answer at once instead of after the next garbage collection."""
TIMEOUT = 90_000  # ms
PHOTO = "/bench/portrait.jpg"


@contextmanager
def browser(flags: Sequence[str] = ()) -> Iterator[Browser]:
    """A running Chromium. Raises BuildError where there is none."""
    executable = system.chromium()
    if executable is None:
        raise BuildError(f"The benchmark needs Chromium: {system.line(system.CHROMIUM_PACKAGES)}")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *flags, *root])
        try:
            yield running
        finally:
            running.close()


@contextmanager
def fresh(running: Browser, site: Site, first: bool, python: bool = False, path: str | None = None) -> Iterator[Page]:
    """The site's page in a profile of its own with nothing cached, as soon as the navigation has been answered.

    first: put the portrait in as soon as the page can take it. python: time every stay inside Python. path: another
    page of the site.
    """
    context = running.new_context()
    try:
        page = context.new_page()
        page.set_default_timeout(TIMEOUT)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        given = json.dumps({"photo": PHOTO, "first": first, "python": python})
        page.add_init_script(f"({(PAGES / 'probe.js').read_text().rstrip()})({given})")
        page.goto(site.address if path is None else site.server.address + path, wait_until="commit")
        yield page
        if errors:
            raise BuildError(f"{site.name}: {errors[0]}")
    finally:
        context.close()


def first_photo(page: Page) -> dict[str, float]:
    """Ms from the navigation to `landmarks` and `verdict` of the photo that was put in at once."""
    found: dict[str, float] = page.evaluate("bench.first")
    return found


def next_photo(page: Page, photo: str = PHOTO) -> dict[str, float]:
    """Ms from putting in a further photo to `landmarks`, `verdict` and `rest`, when the file is made; `started`: when,
    on the page's clock."""
    found: dict[str, float] = page.evaluate("address => bench.next(address)", photo)
    return found


def chosen(page: Page, select: str, value: str) -> float:
    """Ms from another choice of a select until the page is at rest again."""
    spent: float = page.evaluate("([select, value]) => bench.choose(select, value)", [select, value])
    return spent


def probed(page: Page, what: str) -> Any:
    """What the probe has gathered: tasks, steps, shifts, paint."""
    return page.evaluate(f"bench.{what}")

"""axe finds nothing to say against any template, light or dark, nor against the tool. Right to left: test_pseudo.py."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import portrait
from tests.browser.visit import PATIENCE, Visit
from tests.judges.install import modules
from toolchain.server import Server

TEMPLATES = (
    "",
    "schengen-visa/",  # plain
    "ar-passport/",  # photos made at home are refused
    "us-passport-online-renewal/",  # wants the whole photo, uncropped
    "us-dv-lottery/",  # no edit is allowed
    "countries/us/",
    "sizes/",
    "sizes/35x45/",
    "guides/",
    "guides/printing/",
    "accuracy/",
    "privacy/",
    "about/",
    "your-data/",
    "offline/",
    "shell/",
    "no-such-page/",
    "ru/schengen-visa/",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
JUDGE = """async (rules) => {
  const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  return found.violations.map(({ id, help, nodes }) =>
    `${id}: ${help}\\n` + nodes.slice(0, 4).map(({ html, failureSummary }) =>
      `    ${html.slice(0, 160)}\\n      ${failureSummary.replaceAll("\\n", " ")}`).join("\\n"));
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def lit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in either theme into which axe may be put; every other test has the policy as it is served."""
    context = browser.new_context(bypass_csp=True, color_scheme=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def judged(page: Page) -> list[str]:
    """Violations on the page as it stands, one text each."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=modules() / "axe-core" / "axe.min.js")
    found: list[Any] = page.evaluate(JUDGE, RULES)
    return [str(one) for one in found]


def clean(page: Page, what: str) -> None:
    """Fails with everything axe has to say against the page."""
    found = judged(page)
    assert not found, f"{what}:\n" + "\n".join(found)


def test_faults_are_found(lit: Page, server: Server) -> None:
    lit.goto(f"{server.address}about/")
    lit.evaluate("""() => {
      document.documentElement.lang = "";
      document.querySelector("main p").style.color = "#888";
      document.querySelector("main").style.background = "#888";
    }""")
    assert {one.split(":")[0] for one in judged(lit)} >= {"html-has-lang", "color-contrast"}


@pytest.mark.parametrize("path", TEMPLATES)
def test_templates(lit: Page, server: Server, path: str) -> None:
    lit.goto(server.address + path)
    clean(lit, path)


def test_the_tool_in_all_its_states(lit: Page, server: Server) -> None:
    visit = Visit(lit, server.address)
    visit.open("schengen-visa")
    visit.choose(b"This is no picture at all.", "letter.jpg")
    visit.expect_state("error")
    clean(lit, "error")
    visit.check(portrait.jpeg())
    clean(lit, "verdict")
    for details in visit.tool.locator("details:visible > summary").all():
        details.click()
    clean(lit, "verdict, all opened")
    visit.tool.locator('[data-adjust-do="open"]').click()
    clean(lit, "adjusting")
    visit.tool.locator('[data-adjust-do="done"]').click()
    visit.expect_state("done")
    visit.tool.locator('[data-action="get-files"]').click()
    clean(lit, "files")


def test_the_brushes(lit: Page, server: Server) -> None:
    visit = Visit(lit, server.address)
    visit.open("ad-passport")
    visit.check(portrait.jpeg())
    visit.tool.locator("select[name=backdrop]").select_option("white")
    visit.tool.locator('[data-outline-do="open"]').click(timeout=PATIENCE)
    expect(visit.tool.locator("[data-outline-picture]")).to_be_visible()
    visit.expect_state("done")
    clean(lit, "brushes")

"""When nothing has happened for a while, and not before, Python may tidy up."""

import re

from playwright.sync_api import expect

from tests.browser.visit import Visit

ASKED = """address => import(address).then(({ atRest, tell }) => {
  const say = (name) => (answer) => (document.documentElement.dataset[name] = answer);
  atRest().then(say("alone"));
  globalThis.disturb = () => {
    atRest().then(say("disturbed"));
    tell({ do: "nothing" });
    atRest().then(say("waiting"));
  };
})"""


def test_rest_is_a_while_without_events(visit: Visit) -> None:
    """On a page whose Python has not been started: two listeners to the same events would take them from each other."""
    page = visit.page
    page.clock.install()
    visit.open("us-dv-lottery")
    page.evaluate(ASKED, intake(visit))
    html = page.locator("html")
    page.clock.run_for(900)
    expect(html).not_to_have_attribute("data-alone", "true")
    page.clock.run_for(200)
    expect(html).to_have_attribute("data-alone", "true")
    page.evaluate("disturb()")
    expect(html).to_have_attribute("data-disturbed", "false")
    expect(html).to_have_attribute("data-waiting", "false")


def intake(visit: Visit) -> str:
    """The address of the page's own copy of the module."""
    (found,) = {*re.findall(r"/app/[0-9a-f]+/", visit.page.content())}
    return f"{found}intake.mjs"

"""A first photo is looked at while the tool itself still starts, by the same questions as any other."""

from collections.abc import Callable

from playwright.sync_api import Route, expect

from tests.browser import portrait
from tests.browser.visit import Visit

LISTEN = """{ const Engine = Worker; globalThis.asked = []; globalThis.Worker = class extends Engine {
  postMessage(message, ...others) {
    if (message.method) asked.push([message.method, JSON.parse(message.text).graph ?? ""]);
    super.postMessage(message, ...others);
  } }; }
"""


def asked(visit: Visit) -> list[str]:
    """Names of graphs that were to run, or of what else was asked of the engine, in order."""
    questions: list[list[str]] = visit.page.evaluate("asked")
    return [graph or method for method, graph in questions]


def test_what_was_asked_ahead_is_not_asked_again(visit: Visit) -> None:
    visit.page.add_init_script(LISTEN)
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    first = asked(visit)
    assert [first.count(one) for one in ("open", "find", "mesh", "measure", "detail")] == [1] * 5
    assert first.index("open") < first.index("find") < first.index("mesh") < first.index("measure")
    visit.check(portrait.jpeg(portrait.image(3)))
    second = asked(visit)[len(first) :]
    assert [second.count(one) for one in ("open", "find", "mesh", "measure", "detail")] == [1] * 5


def test_a_newer_photo_takes_the_place_of_one_looked_at_ahead(visit: Visit) -> None:
    held = _held(visit, "**/graphs/mesh*")
    visit.open("us-dv-lottery")
    with visit.page.expect_request("**/graphs/mesh*.onnx"):
        visit.choose(portrait.jpeg(), "older.jpg")
    visit.choose(portrait.jpeg(portrait.image(3)), "newer.jpg")
    held()
    visit.expect_state("done")
    assert visit.report()["photo"] == "newer.jpg"


def test_a_photo_without_a_face_is_told_as_ever(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.choose(portrait.jpeg(portrait.image(1).resize((400, 500)).point(lambda level: 200)))
    visit.expect_state("error")
    expect(visit.message).to_contain_text("No face found")
    visit.check(portrait.jpeg())


def test_cancelled_ahead_leaves_the_page_as_it_was(visit: Visit) -> None:
    held = _held(visit, "**/graphs/mesh*")
    visit.open("us-dv-lottery")
    with visit.page.expect_request("**/graphs/mesh*.onnx"):
        visit.choose(portrait.jpeg())
    visit.tool.locator("[data-action=cancel]").click()
    held()
    visit.expect_state("ready")
    visit.check(portrait.jpeg())


def _held(visit: Visit, address: str) -> Callable[[], None]:
    """Answers to requests of an address wait until what this gives is called."""
    waiting: list[Route] = []
    released: list[bool] = []
    visit.page.route(address, lambda route: route.continue_() if released else waiting.append(route))

    def release() -> None:
        released.append(True)
        for route in waiting:
            route.continue_()

    return release

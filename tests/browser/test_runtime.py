"""Pages load the part of onnxruntime that is needed; where too much was left out, they go on with the whole."""

import pytest
from playwright.sync_api import Route

from tests.browser import portrait
from tests.browser.visit import Visit
from tests.browser.watch import WHOLE_RUNTIME, Watch
from toolchain.trim import binary, runtime


def without(emptied: set[int]) -> bytes:
    return binary.with_bodies(
        runtime.part().read_bytes(), lambda number, body: binary.EMPTY if number in emptied else body
    )


def largest(count: int) -> set[int]:
    """The largest functions: among them those that run networks, which are called late."""
    sizes = {number: len(body) for number, body in enumerate(binary.bodies(runtime.part().read_bytes()))}
    return set(sorted(sizes, key=lambda number: sizes[number])[-count:])


@pytest.mark.parametrize("emptied", [set(range(0, 17_000, 3)), largest(40)], ids=["a third", "the largest"])
def test_where_a_function_is_missing_the_whole_is_loaded(visit: Visit, watch: Watch, emptied: set[int]) -> None:
    watch.allow("leaves out|engine (open|run)|Aborted|unreachable")
    body = without(emptied)
    visit.page.route(
        "**/graphs/runtime.*.wasm", lambda route: route.fulfill(body=body, content_type="application/wasm")
    )
    visit.open("us-dv-lottery")
    report = visit.check(portrait.jpeg())
    assert report["checks"] and any(address.endswith(WHOLE_RUNTIME) for address in watch.requests)


def test_the_part_suffices_and_the_whole_stays_away(visit: Visit, watch: Watch) -> None:
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    assert not any(address.endswith(WHOLE_RUNTIME) for address in watch.requests)
    assert sum(runtime.part().name in address for address in watch.requests) == 1


@pytest.mark.parametrize("cores", [4, 8])
def test_it_suffices_for_several_threads(visit: Visit, watch: Watch, cores: int) -> None:
    """Two and four threads call what one does not; a photo with an outline that is looked at twice reaches all of it
    that a verdict takes."""

    def engine(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("navigator.hardwareConcurrency", str(cores)))

    visit.page.route("**/engine.mjs", engine)
    visit.open("us-dv-lottery")
    visit.check(portrait.jpeg())
    assert len(visit.page.workers) == cores // 2, "the engine and its helpers"
    assert not any(address.endswith(WHOLE_RUNTIME) for address in watch.requests)

"""`python -m toolchain.trim.threads`: builds, and writes threads.json: the functions onnxruntime calls in a page with
two and with four threads, and not under Node with one. Needed for each version of onnxruntime-web, and when graphs are
put together in another way: what a page with threads misses makes it go on with the whole, at the cost of a new start.
"""

import hashlib
import io
import json
import subprocess
import sys
from functools import partial

from PIL import Image
from playwright.sync_api import Page, Route, expect, sync_playwright

from toolchain import runtimes, system
from toolchain.errors import BuildError
from toolchain.paths import DIST, NATIVE_DATA, ROOT, WEB_GRAPHS
from toolchain.server import Server
from toolchain.trim import binary, runtime, watched
from toolchain.trim.portraits import portrait

DOCUMENT = "cv-photo"
CORES = (4, 8)
"""Twice the threads (site/app/runtime.mjs)."""
PATIENCE = 180_000
"""ms"""
KEEP_MEMORY = """{ const { Memory } = WebAssembly; WebAssembly.Memory = new Proxy(Memory, { construct(target, [given]) {
  const made = new target(given); if (given.initial) globalThis.watchedMemory = made; return made; } }); }
"""


def main() -> None:
    """Watch and write. Raises BuildError where there is no browser."""
    browser = system.chromium()
    if browser is None:
        raise BuildError("Threads can be watched in a browser only, and none was found.")
    wasm, glue, module = (runtimes.file("onnxruntime-web", name) for name in runtime.FILES)
    manifest = json.loads((NATIVE_DATA / "graphs.json").read_text(encoding="utf-8"))["graphs"]
    whole = wasm.read_bytes()
    known = _known(whole)
    _write(whole, set())  # a build stops where the version is another; what it leaves out is replaced here anyway
    subprocess.run([sys.executable, "build.py", "build"], cwd=ROOT, check=True)
    with watched.stage(wasm.name, glue, module, WEB_GRAPHS, manifest) as run:
        alone = watched.functions(run(binary.with_bodies(whole, watched.marked)))
    seen: set[int] = set()
    with Server(DIST) as server, sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for cores in CORES:
            page = running.new_page()
            _prepare(page, cores, whole, watched.patched(glue))
            page.goto(f"{server.address}{DOCUMENT}/")
            seen |= _functions(page)
            page.close()
        running.close()
    _write(whole, known | (seen - alone))


def _known(wasm: bytes) -> set[int]:
    """What was seen of this version before: which thread calls what depends on chance, too."""
    numbers = json.loads(runtime.THREADS.read_text(encoding="utf-8"))
    return set(numbers["functions"]) if numbers["sha256"] == hashlib.sha256(wasm).hexdigest() else set()


def _write(wasm: bytes, functions: set[int]) -> None:
    numbers = {"sha256": hashlib.sha256(wasm).hexdigest(), "functions": sorted(functions)}
    runtime.THREADS.write_text(json.dumps(numbers) + "\n", encoding="utf-8")


def _prepare(page: Page, cores: int, wasm: bytes, glue: str) -> None:
    """The page's engine on a marking runtime, on a machine of so many cores."""
    marking = binary.with_bodies(wasm, watched.marked)

    def engine(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("navigator.hardwareConcurrency", str(cores)))

    page.route("**/engine.mjs", engine)
    for address, body in (("**/ort-wasm-simd-threaded.mjs", KEEP_MEMORY + glue), ("**/graphs/runtime.*.wasm", marking)):
        page.route(address, partial(_replaced, body=body))


def _replaced(route: Route, body: str | bytes) -> None:
    route.fulfill(response=route.fetch(), body=body)


def _functions(page: Page) -> set[int]:
    """Numbers of what ran until the file of a drawn portrait was made."""
    picture = io.BytesIO()
    Image.fromarray(portrait(900, 1100)).save(picture, "PNG")
    photo = {"name": "photo.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    page.locator("input[name=photo]").set_input_files(photo)  # type: ignore[arg-type]
    expect(page.locator("[data-app]")).to_have_attribute("data-state", "done", timeout=PATIENCE)
    marks = f"new Uint8Array(watchedMemory.buffer, {watched.MARKS}, {watched.TOLD})"
    return set(page.workers[0].evaluate(f"() => Array.from({marks}).flatMap((mark, i) => mark ? [i] : [])"))


if __name__ == "__main__":
    main()

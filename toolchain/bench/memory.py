"""Memory of the tab while it works on a 12-megapixel photo."""

import os
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from toolchain.bench import pictures
from toolchain.bench.chromium import EAGER_MEMORY, browser, chosen, fresh, next_photo
from toolchain.bench.figures import MB, MILLISECONDS, Figure
from toolchain.bench.sites import Site, ours
from toolchain.bench.speed import LARGE

REPLACED = "ad-passport/"
"""A document whose background may be replaced."""
EMPTY = "nothing-is-here"
SAMPLED = """async ([address, backdrop]) => {
  let going = true;
  const samples = [];
  const sample = async () => {
    while (going) samples.push((await performance.measureUserAgentSpecificMemory()).bytes);
  };
  const sampling = sample();
  await bench.next(address);
  if (backdrop) await bench.choose("backdrop", backdrop);
  going = false;
  await sampling;
  return samples;
}"""


def peak(_: int) -> list[Figure]:
    """The browser's own answer, and the operating system's."""
    pictures.portrait()
    pictures.large()
    site = ours(pictures.FOLDER)
    with site.server:
        samples = _answers(site)
        empty, full = _resident(site)
    note = f"largest of {len(samples)} answers, on one core"
    return [
        Figure("memory.peak", max(samples) / MB, "MB", note=note),
        Figure("memory.process", (full - empty) / MB, "MB", note=f"{full / MB:.0f} MB less {empty / MB:.0f} MB"),
    ]


def backdrop(runs: int) -> list[Figure]:
    """The same with the background replaced, and how much longer that takes than the background as photographed."""
    pictures.portrait()
    pictures.large()
    site = ours(pictures.FOLDER)
    with site.server:
        samples = _answers(site._replace(page=REPLACED), "white")
        with browser() as running, fresh(running, site._replace(page=REPLACED), first=False) as page:
            next_photo(page, LARGE)
            times = [(chosen(page, "backdrop", "white"), chosen(page, "backdrop", "")) for _ in range(runs + 1)][1:]
    white, plain = (statistics.median(column) for column in zip(*times, strict=True))
    return [
        Figure("large.backdrop", white - plain, MILLISECONDS, note=f"{white:,.0f} ms less {plain:,.0f} ms"),
        Figure("memory.backdrop", max(samples) / MB, "MB", note=f"largest of {len(samples)} answers, on one core"),
    ]


def _answers(site: Site, replaced: str = "") -> list[int]:
    """performance.measureUserAgentSpecificMemory(), asked again as soon as it answers, from a page at rest to the
    finished file. It answers between tasks, so what lives within one is not seen; and not at all while a thread of
    onnxruntime's pool waits for work, hence the single core, on which there is no pool."""
    with _one_core(), browser([EAGER_MEMORY]) as running, fresh(running, site, first=False) as page:
        samples: list[int] = page.evaluate(SAMPLED, [LARGE, replaced])
    return samples


def _resident(site: Site) -> tuple[float, float]:
    """Largest resident set of the renderer process with an empty page, and after a 12-megapixel photo, bytes."""
    with browser() as running:
        with fresh(running, site, first=False, path=EMPTY) as page:
            page.wait_for_load_state("load")
            empty = _largest_renderer(running)
        with fresh(running, site, first=False) as page:
            next_photo(page, LARGE)
            return empty, _largest_renderer(running)


def _largest_renderer(running: Browser) -> float:
    session = running.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return max(_high_water(process["id"]) for process in processes if process["type"] == "renderer")


def _high_water(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return float(kilobytes) * 1024


@contextmanager
def _one_core() -> Iterator[None]:
    """What this thread starts meanwhile sees one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)

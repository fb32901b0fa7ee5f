"""Memory of the tab while it works on a 12-megapixel photo."""

from pathlib import Path

from playwright.sync_api import Browser

from toolchain.bench import pictures
from toolchain.bench.chromium import EAGER_MEMORY, browser, fresh
from toolchain.bench.figures import MB, Figure
from toolchain.bench.sites import ours
from toolchain.bench.speed import LARGE

SAMPLED = """async (address) => {
  let going = true;
  const samples = [];
  const sample = async () => {
    while (going) samples.push((await performance.measureUserAgentSpecificMemory()).bytes);
  };
  const sampling = sample();
  await bench.next(address);
  going = false;
  await sampling;
  return samples;
}"""


def peak(_: int) -> list[Figure]:
    """The largest of all answers of performance.measureUserAgentSpecificMemory(), asked again as soon as it answers,
    from an empty page to the finished file. The browser answers between tasks, so what lives within one is not seen;
    the renderer process's own peak, noted beside it, has that and the browser's own code too."""
    pictures.portrait()
    pictures.large()
    site = ours(pictures.FOLDER)
    with site.server, browser([EAGER_MEMORY]) as running, fresh(running, site, first=False) as page:
        samples: list[int] = page.evaluate(SAMPLED, LARGE)
        note = f"{len(samples)} samples; peak of the renderer process {_resident(running) / MB:,.0f} MB"
    return [Figure("memory.peak", max(samples) / MB, "MB", note=note)]


def _resident(running: Browser) -> float:
    """Largest resident set that any renderer process ever had, bytes."""
    session = running.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return max(_high_water(process["id"]) for process in processes if process["type"] == "renderer")


def _high_water(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return float(kilobytes) * 1024

"""How long a photo takes in the browser: ours and the peers in turns, medians of several runs."""

import statistics
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from playwright.sync_api import Browser

from toolchain.bench import pictures
from toolchain.bench.chromium import browser, first_photo, fresh, next_photo
from toolchain.bench.figures import MILLISECONDS, Figure
from toolchain.bench.sites import OURS, PEERS, Site, ours, peer

Times = dict[str, list[dict[str, float]]]
LARGE = "/bench/large.jpg"


def cold(runs: int) -> list[Figure]:
    """From the navigation, in a new profile each time. One run of each goes first: it fills the server's caches."""
    with everyone() as (running, sites):
        times: Times = {site.name: [] for site in sites}
        for run in range(runs + 1):
            for site in _turned(sites, run):
                with fresh(running, site, first=True) as page:
                    times[site.name].append(first_photo(page))
    return _figures("cold", {name: rows[1:] for name, rows in times.items()})


def warm(runs: int) -> list[Figure]:
    """From putting in a further photo, pages side by side. One more goes first: code is still being compiled."""
    with everyone() as (running, sites), ExitStack() as stack:
        pages = {site.name: stack.enter_context(fresh(running, site, first=True)) for site in sites}
        for page in pages.values():
            first_photo(page)
        times: Times = {site.name: [] for site in sites}
        for run in range(runs + 1):
            for site in _turned(sites, run):
                pages[site.name].bring_to_front()
                times[site.name].append(next_photo(pages[site.name]))
    return _figures("warm", {name: rows[1:] for name, rows in times.items()})


def large(runs: int) -> list[Figure]:
    """The same with 12 megapixels, and until the file is made, too."""
    pictures.large()
    with everyone() as (running, sites), ExitStack() as stack:
        compared = [site for site in sites if site.name != "face_mesh"]  # software GL takes seconds
        pages = {site.name: stack.enter_context(fresh(running, site, first=True)) for site in compared}
        for page in pages.values():
            first_photo(page)
        times: Times = {site.name: [] for site in compared}
        for run in range(runs + 1):
            for site in _turned(compared, run):
                pages[site.name].bring_to_front()
                times[site.name].append(next_photo(pages[site.name], LARGE))
    judged = {name: rows[1:] for name, rows in times.items()}
    rest = [row["rest"] for row in judged[OURS]]
    made = Figure("large.made", statistics.median(rest), MILLISECONDS, note=f"{min(rest):,.0f} to {max(rest):,.0f}")
    return [*(figure for figure in _figures("large", judged) if figure.id == "large.verdict"), made]


@contextmanager
def everyone() -> Iterator[tuple[Browser, list[Site]]]:
    """A browser, and all sites being served."""
    pictures.portrait()
    with ExitStack() as stack:
        sites = [ours(pictures.FOLDER), *(peer(name, pictures.FOLDER) for name in PEERS)]
        for site in sites:
            stack.enter_context(site.server)
        yield stack.enter_context(browser()), sites


def _turned(sites: Sequence[Site], run: int) -> list[Site]:
    """Another one begins each round."""
    start = run % len(sites)
    return [*sites[start:], *sites[:start]]


def _figures(name: str, times: Times) -> list[Figure]:
    found = []
    for moment in ("landmarks", "verdict"):
        medians = {site: statistics.median(row[moment] for row in rows) for site, rows in times.items()}
        own = [row[moment] for row in times[OURS]]
        note = f"{len(own)} runs, {min(own):,.0f} to {max(own):,.0f}"
        peers = {site: value for site, value in medians.items() if site != OURS}
        found.append(Figure(f"{name}.{moment}", medians[OURS], MILLISECONDS, peers, note))
    return found

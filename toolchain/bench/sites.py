"""What is measured, each served by the site's own dev server: our site, and a small page per peer."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from toolchain import headers, peers
from toolchain.paths import DIST
from toolchain.server import Request, Server

PAGES = Path(__file__).with_name("pages")
DOCUMENT = "us-passport"
"""Whose page is measured: a document with every kind of check and a file at the end."""
PEERS = ("human", "face_mesh")
OURS = "PixID"


class Site(NamedTuple):
    """`page`: path of the measured page on `server`."""

    name: str
    server: "BenchServer"
    page: str

    @property
    def address(self) -> str:
        return self.server.address + self.page


class BenchServer(Server):
    """The dev server with more files than its root has, and the time of each request.

    `more`: first segment of a path -> the folder it stands for; photos are below /bench/.
    """

    def __init__(self, root: Path, more: Mapping[str, Path], policy: bool = True) -> None:
        super().__init__(root, rules=None if policy else _without_policy())
        self.more = more
        self.requests = self.timed = Timed()

    def find(self, path: str) -> Path | None:
        first, _, rest = path.lstrip("/").partition("/")
        if first not in self.more:
            return super().find(path)
        found = self.more[first] / rest
        return found if found.is_file() and ".." not in path else None

    def before(self, moment: float) -> list[str]:
        """Paths asked for before a moment (seconds since the epoch), as often as they were, photos left out."""
        asked = zip(self.timed, self.timed.times, strict=True)
        return [request.path for request, when in asked if when < moment and not request.path.startswith("/bench/")]


class Timed(list[Request]):
    """Requests, with the moment each was noted."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    def append(self, request: Request) -> None:
        self.times.append(time.time())
        super().append(request)

    def clear(self) -> None:
        self.times.clear()
        super().clear()


def ours(photos: Path) -> Site:
    return Site(OURS, BenchServer(DIST, {"bench": photos}), f"{DOCUMENT}/")


def peer(name: str, photos: Path) -> Site:
    """A peer's page: the same headers as ours but for the content security policy, which peers do not survive."""
    if name == "human":
        more = {"human": peers.folder("human"), "tfjs": peers.folder("tfjs-wasm")}
    else:
        more = {"face-mesh": peers.folder("face-mesh")}
    return Site(name, BenchServer(PAGES, {"bench": photos, **more}, policy=False), f"{name.replace('_', '-')}.html")


def _without_policy() -> list[headers.Rule]:
    unwanted = "Content-Security-Policy"
    return [
        headers.Rule(rule.pattern, {name: value for name, value in rule.values.items() if name != unwanted})
        for rule in headers.rules()
    ]

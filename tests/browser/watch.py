"""What a page must never do: complain, break its policy, talk to anybody else or send anything along."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

QUIET = ("debug", "log", "info")
WHOLE_RUNTIME = "/ort-wasm-simd-threaded.wasm"
"""Loaded only where toolchain.trim has left out too much."""


class Watch:
    """Collects faults of all pages of a context; `judge` raises with all of them.

    `allow(pattern)` names a complaint that a test brings about on purpose, such as a network it cuts.
    """

    SCRIPT = """addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`))"""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.faults: list[str] = []
        self.requests: list[str] = []
        self._allowed: list[re.Pattern[str]] = []

    def over(self, context: BrowserContext) -> None:
        """Watch everything the context does."""
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)

    def allow(self, pattern: str) -> None:
        self._allowed.append(re.compile(pattern))

    def judge(self) -> None:
        faults = [fault for fault in self.faults if not any(pattern.search(fault) for pattern in self._allowed)]
        assert not faults, "\n".join(faults)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in QUIET:
            self.faults.append(f"console {message.type}: {message.text}")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"uncaught: {error.error}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if request.url.startswith(("blob:", "data:")):
            return  # inside the page
        if request.url.endswith(WHOLE_RUNTIME):
            self.faults.append(f"a function was called that its part of the runtime leaves out: {request.url}")
        if not request.url.startswith(self.origin):
            self.faults.append(f"left the origin: {request.url}")
        if request.method != "GET" or request.post_data_buffer:
            self.faults.append(f"sent something: {request.method} {request.url}")

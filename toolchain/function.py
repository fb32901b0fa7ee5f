"""The checkout function on this machine: one Node process, started when somebody first asks for it."""

import subprocess
import threading
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple, Self

from toolchain import node
from toolchain.errors import BuildError
from toolchain.paths import ROOT

PATH = "/api/checkout"
CHECKOUT = ROOT / "functions" / "checkout.mjs"
HOST = ROOT / "toolchain" / "function_host.mjs"
KEYS = ("STRIPE_SECRET_KEY", "STRIPE_API_BASE", "PIXID_RECEIPT_KEY", "PIXID_ORIGIN")
PATIENCE = 30
"""Seconds for an answer; the function itself gives up on Stripe after 8."""
HOP_BY_HOP = ("connection", "keep-alive", "transfer-encoding", "content-length", "date")


class Answer(NamedTuple):
    """What the function said."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


class Function:
    """`functions/checkout.mjs` under the virtual environment's Node. Close it when done.

    `settings` are environment variables on top of this process's own: see KEYS.
    """

    def __init__(self, module: Path = CHECKOUT, settings: Mapping[str, str] | None = None) -> None:
        self.module = module
        self.settings = dict(settings or {})
        self._process: subprocess.Popen[str] | None = None
        self._port = 0
        self._starting = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Hand a request over, `path` with its query. Raises BuildError where Node or the module does not start."""
        with self._starting:
            if self._process is None:
                self._start()
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            sent = {name: value for name, value in headers.items() if name.lower() not in HOP_BY_HOP}
            connection.request(method, path, body=body if method not in ("GET", "HEAD") else None, headers=sent)
            response = connection.getresponse()
            kept = [(name, value) for name, value in response.getheaders() if name.lower() not in HOP_BY_HOP]
            return Answer(response.status, kept, response.read())
        finally:
            connection.close()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [str(node.node()), str(HOST), str(self.module)],
            env=node.environment() | self.settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        said = self._process.stdout.readline().strip()
        if not said.isdigit():
            self.close()
            raise BuildError(f"{self.module.name} could not be started by Node.")
        self._port = int(said)

    def close(self) -> None:
        """End the process; it ends with its standard input."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

"""`python3 build.py serve [--port N]`: the built site on this machine's own address."""

import argparse
import contextlib
import signal
from collections.abc import Sequence
from http.client import HTTPConnection
from urllib.parse import urlsplit

from toolchain.function import Function
from toolchain.paths import DIST
from toolchain.server import Server

PORT = 8000


def run(arguments: Sequence[str]) -> int:
    """Serve `dist/` until interrupted; the address is printed once a page has really come back."""
    parser = argparse.ArgumentParser(prog="build.py serve")
    parser.add_argument("--port", type=int, default=PORT, help=f"port on 127.0.0.1 (default {PORT}; 0: any free one)")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with Function() as function, Server(DIST, options.port, function=function) as server:
        connection = HTTPConnection(urlsplit(server.address).netloc)
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.close()
        print(f"PixID is at {server.address} (stop with Ctrl+C)", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            server.wait()
    return 0

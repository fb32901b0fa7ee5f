"""A site whose pages arrive in pieces, as over a slow line: what stands must stay where it is while the rest comes."""

import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.error import HTTPError

from toolchain.server import Server

PIECES = 12
PAUSE_S = 0.06
"""More than three frames of a screen, so that each piece is laid out and painted by itself."""
KEPT = {"content-type", "content-security-policy", "cache-control"}
FIRST = b"</header>"
"""The first piece: head and header fit into the first packets of any connection (14 KB, compressed)."""


@contextmanager
def dripping(site: Server) -> Iterator[str]:
    """Address of a second server that fetches everything from `site` and hands its HTML on in pieces."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Tests print nothing."""

        def do_GET(self) -> None:
            try:
                answer = urllib.request.urlopen(site.address.rstrip("/") + self.path)
            except HTTPError as refusal:
                answer = refusal
            body = answer.read()
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                if name.lower() in KEPT:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            for piece in _pieces(body) if "html" in answer.headers.get("content-type", "") else [body]:
                self.wfile.write(piece)
                self.wfile.flush()
                if piece is not body:
                    time.sleep(PAUSE_S)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def _pieces(body: bytes) -> Iterator[bytes]:
    start = body.find(FIRST) + len(FIRST)
    yield body[:start]
    step = -(-(len(body) - start) // PIECES)
    for at in range(start, len(body), step):
        yield body[at : at + step]

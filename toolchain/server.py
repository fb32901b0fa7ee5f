"""The dev server: serves a built site as the deployed one is served, headers, types, compression and 404 page included.

For tests it is a context manager that serves a folder on a free port and remembers every request:

    with Server(DIST) as server:
        page.goto(server.address)
        assert all(request.method == "GET" for request in server.requests)
"""

import threading
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple, Self
from urllib.parse import quote, unquote, urlsplit

from toolchain import headers
from toolchain.content import Body, Contents
from toolchain.errors import BuildError
from toolchain.function import PATH, Function

NOT_SERVED = ("_headers", "_redirects")  # settings for the host, not pages
POLL = 0.05  # seconds between looks at whether to stop
MISSING = Body(b"There is no such page.\n", "text/plain; charset=utf-8", None, '"missing"')


class Request(NamedTuple):
    """What a client asked for."""

    method: str
    path: str  # as sent, with the query
    body_size: int  # bytes the client sent along


class Server:
    """Serves `root` on `address` from a background thread while the context is open. Port 0 takes any free one."""

    def __init__(
        self,
        root: Path,
        port: int = 0,
        rules: Sequence[headers.Rule] | None = None,
        function: Function | None = None,
    ) -> None:
        self.root = root.resolve()
        self.rules = headers.rules() if rules is None else rules
        self.requests: list[Request] = []
        self.contents = Contents()
        self.function = function
        try:
            self._http = _Http(("127.0.0.1", port), self)
        except OSError as problem:
            raise BuildError(f"Cannot serve on port {port}: {problem.strerror}. Choose another with --port.") from None
        self.address = f"http://127.0.0.1:{self._http.server_port}/"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(POLL,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def wait(self) -> None:
        """Serve until the process is interrupted."""
        self._thread.join()

    def find(self, path: str) -> Path | None:
        """The file behind an absolute, decoded path; None if there is none, or it is outside the root or not served."""
        parts = path.split("/")[1:]
        if any(part in ("..", ".") or "\0" in part or "\\" in part for part in parts) or parts[0] in NOT_SERVED:
            return None
        file = self.root.joinpath(*parts)
        if path.endswith("/"):
            file = file / "index.html"
        file = file.resolve()  # a link may not lead out of the site either
        return file if file.is_file() and file.is_relative_to(self.root) else None


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], site: Server) -> None:
        self.site = site
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection in the middle of an answer is nothing to report."""


class _Handler(BaseHTTPRequestHandler):
    server: _Http
    protocol_version = "HTTP/1.1"
    timeout = 60  # seconds an idle connection is kept

    def do_GET(self) -> None:
        body = self._record()
        if self._is_for_function():
            return self._call(body)
        path = unquote(urlsplit(self.path).path)
        if not path.startswith("/"):
            return self._send(HTTPStatus.BAD_REQUEST, "/", MISSING)
        site = self.server.site
        file = site.find(path)
        if file is not None:
            return self._send(HTTPStatus.OK, path, self._body(file))
        if not path.endswith("/") and site.find(f"{path}/"):
            return self._send(HTTPStatus.MOVED_PERMANENTLY, path, MISSING, location=quote(f"{path}/"))
        page = site.find("/404.html")
        return self._send(HTTPStatus.NOT_FOUND, path, self._body(page) if page else MISSING)

    do_HEAD = do_GET

    def _refuse(self) -> None:
        body = self._record()
        if self._is_for_function():
            return self._call(body)
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, urlsplit(self.path).path, MISSING)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse

    def _record(self) -> bytes:
        """Note the request; returns what came along."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.site.requests.append(Request(self.command, self.path, len(body)))
        return body

    def _is_for_function(self) -> bool:
        return self.server.site.function is not None and urlsplit(self.path).path == PATH

    def _call(self, body: bytes) -> None:
        """Hand the request to the checkout function."""
        function = self.server.site.function
        assert function is not None
        answer = function.ask(self.command, self.path, dict(self.headers), body)
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _body(self, file: Path) -> Body:
        accepted = {coding.partition(";")[0].strip() for coding in self.headers.get("Accept-Encoding", "").split(",")}
        return self.server.site.contents.body(file, "br" in accepted)

    def _send(self, status: HTTPStatus, path: str, body: Body, location: str | None = None) -> None:
        known = status is HTTPStatus.OK and self.headers.get("If-None-Match") == body.tag
        self.send_response(HTTPStatus.NOT_MODIFIED if known else status)
        sent = {"Cache-Control": headers.DEFAULT_CACHE} | headers.of(path, self.server.site.rules)
        sent |= {"Content-Type": body.kind, "ETag": body.tag, "Vary": "Accept-Encoding"}
        if body.encoding:
            sent["Content-Encoding"] = body.encoding
        if location:
            sent["Location"] = location
        if not known:
            sent["Content-Length"] = str(len(body.data))
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and not known:
            self.wfile.write(body.data)

    def version_string(self) -> str:
        """What the Server header says."""
        return "PixID"

    def log_message(self, format: str, *arguments: object) -> None:
        """Quiet: requests are kept in `Server.requests`."""

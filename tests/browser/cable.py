"""The wire between browser and server, which can be pulled, also in the middle of a file, and plugged in again."""

import contextlib
import selectors
import socket
import threading
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

CHUNK = 16 * 1024


class Cable:
    """Passes bytes between its own port and the server at `address` while the context is open."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._server = (parts.hostname or "", parts.port or 80)
        self._port = 0
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._left: int | None = None
        self.pulled = threading.Event()
        self.address = ""

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.pull()

    def plug(self) -> None:
        """Connections are taken, at the same port as before."""
        listener = socket.create_server(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}/"
        self._listener, self._left = listener, None
        self.pulled.clear()
        threading.Thread(target=self._listen, args=(listener,), daemon=True).start()

    def pull(self) -> None:
        """Every connection ends and none is taken."""
        self.pulled.set()
        with self._lock:
            _end(self._listener)
            for each in self._open:
                _end(each)
            self._open.clear()

    def pull_after(self, bytes: int) -> None:
        """Pull once so many more bytes have come from the server."""
        self._left = bytes

    def _listen(self, listener: socket.socket) -> None:
        while True:
            try:
                browser, _ = listener.accept()
                server = socket.create_connection(self._server)
            except OSError:
                return
            with self._lock:
                self._open |= {browser, server}
            threading.Thread(target=self._pass, args=(browser, server), daemon=True).start()

    def _pass(self, browser: socket.socket, server: socket.socket) -> None:
        """Both ways until one side ends."""
        other = {browser: server, server: browser}
        try:
            with selectors.DefaultSelector() as ready:
                for each in other:
                    ready.register(each, selectors.EVENT_READ)
                while True:
                    for key, _ in ready.select():
                        source = browser if key.fileobj is browser else server
                        data = source.recv(CHUNK)
                        if not data:
                            return
                        if source is server and self._used_up(len(data)):
                            return self.pull()
                        other[source].sendall(data)
        except (OSError, ValueError):
            return  # pulled
        finally:
            for each in other:
                each.close()

    def _used_up(self, came: int) -> bool:
        with self._lock:
            if self._left is None:
                return False
            self._left -= came
            return self._left <= 0


def _end(connection: socket.socket) -> None:
    """Close it so that a thread that waits on it wakes."""
    with contextlib.suppress(OSError):  # it may have ended by itself
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()

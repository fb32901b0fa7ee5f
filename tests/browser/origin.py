"""The site's server as a process of its own, which can be stopped whole: connections kept alive end with it."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

PROGRAM = """
import json, sys
from pathlib import Path
from toolchain.server import Server
with Server(Path(sys.argv[1]), int(sys.argv[2])) as server:
    print(server.address, flush=True)
    for line in sys.stdin:
        print(json.dumps([request.path for request in server.requests]), flush=True)
        server.requests.clear()
"""


class Origin:
    """Serves `root` while the context is open. `port` 0 takes any free one, and the same one after a stop."""

    def __init__(self, root: Path, port: int = 0) -> None:
        self.root, self.port = root, port
        self.address = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Serve, and return once it answers."""
        command = [sys.executable, "-c", PROGRAM, str(self.root), str(self.port)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.address = self._line()
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def stop(self) -> None:
        """End the process: nobody answers any more."""
        self._process.kill()
        self._process.communicate()

    def requests(self) -> list[str]:
        """Paths asked for since the last call."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        asked: list[str] = json.loads(self._line())
        return asked

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

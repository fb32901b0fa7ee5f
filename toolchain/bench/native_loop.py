"""One process of the native benchmark: python -m toolchain.bench.native_loop PHOTO DOCUMENT SECONDS.

Says "ready" once its sessions are open, waits for a line, then judges the photo over and over and prints {"rate"}.
"""

import json
import sys
import time
from pathlib import Path

import pixid_native
from pixid_native.engine import NativeEngine


def main(photo: str, document: str, seconds: str) -> None:
    data, engine = Path(photo).read_bytes(), NativeEngine(threads=1)
    for _ in range(2):
        pixid_native.check(data, document, engine=engine)
    print("ready", flush=True)
    sys.stdin.readline()
    started, count = time.perf_counter(), 0
    while time.perf_counter() - started < float(seconds):
        pixid_native.check(data, document, engine=engine)
        count += 1
    print(json.dumps({"rate": count / (time.perf_counter() - started)}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A program of JavaScript that starts MicroPython, run under Node."""

import subprocess
from pathlib import Path

from toolchain import node, runtimes


def printed(folder: Path, program: str, loader: str | None = None, wasm: bytes | None = None, *given: Path) -> str:
    """What `program` prints, errors too. It is given the files of MicroPython's JavaScript and WebAssembly, those that
    PyScript takes where they are None, and then `given`. `folder` holds what is written for it."""
    runtime = runtimes.file("micropython", "micropython.mjs")
    if loader is not None:
        runtime = folder / runtime.name
        runtime.write_text(loader, encoding="utf-8")
    module = runtimes.file("micropython", "micropython-ulab.wasm")
    if wasm is not None:
        module = folder / module.name
        module.write_bytes(wasm)
    run = folder / "run.mjs"
    run.write_text(program, encoding="utf-8")
    command = [str(path) for path in (node.node(), run, runtime, module, *given)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr

"""Which functions of onnxruntime's WebAssembly our graphs call: all graphs are run under Node, on what the pipeline
gives them for drawn portraits, with a runtime whose functions each leave a mark.
"""

import contextlib
import io
import json
import math
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pixid_native.cli import main
from pixid_native.sessions import Sessions
from toolchain import node
from toolchain.errors import BuildError
from toolchain.trim import binary
from toolchain.trim.portraits import Picture, portrait, rooms

SCRIPT = Path(__file__).with_name("watch.mjs")
MARKS = 0x3800_0000
"""Address of the first mark: 939 MB, which no run of ours comes near."""
TOLD = 0x1_0000
"""Bytes from there to what else a runtime leaves."""
COUNT = 0x8_0000
"""Bytes of both."""
PAGES = 0x4000
"""64 KB each: memory from the start reaches past the marks."""
OWN_PAGES = "initial:256,"
"""What the runtime's glue asks for itself."""
I32_CONST, I32_STORE8 = b"\x41", b"\x3a\x00\x00"
PHOTOS = ("working", "raw", "crop")
"""Bindings that are the photo's own pixels."""
BAND = ("image", "inverse", "matte", "matte_area")
"""What graph band is given, which only pages run: the same as backdrop."""
FEEDS = 4
"""Runs of one graph at most."""
STROKES = [{"kind": kind, "radius": 20, "points": [[60, 60], [90, 120]]} for kind in ("keep", "remove")]
WISHES = (("--light", "0.3", "--warmth", "0.2"), ("--background", "white"), ("--background", "--strokes", "{strokes}"))
"""What a document of which nothing is forbidden lets be changed."""

Feed = dict[str, NDArray[Any]]


@contextlib.contextmanager
def stage(
    name: str, glue: Path, module: Path, web: Path, manifest: dict[str, Any]
) -> Iterator[Callable[[bytes], bytes]]:
    """What runs all graphs on a WebAssembly module and gives COUNT bytes from MARKS on. `name`: of onnxruntime-web's;
    `glue` and `module`: its; `web`: the folder of the graphs as pages get them; `manifest`: graphs.json's "graphs".
    Raises BuildError if a graph did not run."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / glue.name).write_text(patched(glue), encoding="utf-8")
        (folder / module.name).write_bytes(module.read_bytes())
        feeds = _feeds()
        if missing := manifest.keys() - feeds.keys():
            raise BuildError(f"The drawn portraits did not reach the graphs {', '.join(sorted(missing))}.")
        graphs = [_stored(folder, name, given, manifest[name], web) for name, given in feeds.items()]
        (folder / "plan.json").write_text(json.dumps({"marks": MARKS, "count": COUNT, "graphs": graphs}))

        def run(wasm: bytes) -> bytes:
            (folder / name).write_bytes(wasm)
            command = [str(node.node()), str(SCRIPT), str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
            if done.returncode != 0:
                raise BuildError(f"The graphs do not run on this part of the runtime:\n{done.stderr.strip()}")
            return (folder / "marks").read_bytes()

        yield run


def functions(marks: bytes) -> set[int]:
    """Numbers of the functions that ran."""
    return {number for number, mark in enumerate(marks[:TOLD]) if mark}


def patched(glue: Path) -> str:
    """The runtime's glue, asking for memory that reaches past the marks. Raises BuildError where it asks otherwise."""
    script = glue.read_text(encoding="utf-8")
    if script.count(OWN_PAGES) != 1:
        raise BuildError(f"{glue.name} asks for its memory in another way than toolchain/trim/watched.py expects.")
    return script.replace(OWN_PAGES, f"initial:{PAGES},")


def marked(number: int, body: bytes) -> bytes:
    """The body, which first stores a 1 at its own mark."""
    start = binary.after_locals(body)
    mark = I32_CONST + binary.signed(MARKS + number) + I32_CONST + binary.signed(1) + I32_STORE8
    return body[:start] + mark + body[start:]


def _feeds() -> dict[str, list[Feed]]:
    """Graph -> what the pipeline gives it, a few of each kind."""
    seen: dict[str, list[Feed]] = {}
    run = Sessions.run

    def watched(sessions: Sessions, graph: str, feed: Feed) -> dict[str, NDArray[Any]]:
        seen.setdefault(graph, []).append(feed)
        return run(sessions, graph, feed)

    with tempfile.TemporaryDirectory() as scratch, mock.patch.object(Sessions, "run", watched):
        strokes = Path(scratch) / "strokes.json"
        strokes.write_text(json.dumps(STROKES))
        for number, picture in enumerate(_pictures()):
            file = Path(scratch) / f"{number}.png"
            Image.fromarray(picture).save(file)
            for wishes in WISHES:
                options = [wish.format(strokes=strokes) for wish in wishes]
                with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                    main(["make", str(file), "-o", str(file.with_suffix(".jpg")), "--document", "cv-photo", *options])
    seen["band"] = [{name: feed[name] for name in BAND} for feed in seen["backdrop"]]
    return {graph: _spread(feeds) for graph, feeds in seen.items()}


def _pictures() -> Iterator[Picture]:
    """Small, turned, larger than the working copy, two faces, none."""
    yield portrait(300, 380)
    yield portrait(700, 800, face=0.2, turn=math.radians(9))
    yield portrait(1300, 1700, turn=math.radians(-3))
    yield np.hstack([portrait(300, 400), portrait(300, 400)])
    yield rooms(480, 360)


def _spread(feeds: list[Feed]) -> list[Feed]:
    """At most FEEDS of them, from the first to the last."""
    return [feeds[i] for i in sorted({round(k * (len(feeds) - 1) / (FEEDS - 1)) for k in range(FEEDS)})]


def _with_alpha(feed: Feed) -> Feed:
    """The feed as a page has it, whose decoder gives photos four channels."""
    image = feed["image"]
    opaque = np.full((*image.shape[:2], 1), 255, np.uint8)
    return {**feed, "image": np.concatenate([image, opaque], axis=2)}


def _stored(folder: Path, name: str, feeds: list[Feed], spec: dict[str, Any], web: Path) -> dict[str, Any]:
    """One graph with its weights and feeds as files of `folder`, and how to read them."""
    stored, weights = spec["web"], None
    if spec["inputs"].get("image", {}).get("bind") in PHOTOS:
        feeds = [*feeds, *map(_with_alpha, feeds)]
    if stored["weights"]:
        weights = f"{name}.weights"
        (folder / weights).write_bytes(_widened((web / stored["weights"]["file"]).read_bytes(), stored["weights"]))
    (folder / f"{name}.onnx").write_bytes((web / stored["file"]).read_bytes())
    given = []
    for number, feed in enumerate(feeds):
        tensors = {}
        for key, value in feed.items():
            file = f"{name}.{number}.{key}"
            (folder / file).write_bytes(np.ascontiguousarray(value).tobytes())
            tensors[key] = {"type": value.dtype.name, "dims": list(value.shape), "file": file}
        given.append(tensors)
    return {"name": name, "weights": weights, "feeds": given}


def _widened(data: bytes, weights: dict[str, Any]) -> bytes:
    """float32 throughout, as site/app/graphs.mjs makes of it."""
    halves = np.frombuffer(data, np.float16, weights["halves"]).astype(np.float32)
    return halves.tobytes() + np.frombuffer(data, np.float32, weights["singles"], halves.size * 2).tobytes()

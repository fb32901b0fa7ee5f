"""A scripted engine for tests of the pipeline, on CPython and on MicroPython.

It holds no pixels. Graphs answer from a script; files are real JPEG heads with filler behind them, so that reading,
rewriting and splicing them is the real thing.

    engine = FakeEngine(1350, 1800, graphs={"find": {"boxes": [...], "points": [...], "scores": [0.9]}, "mesh": mesh})
    report = finish(pipeline.check(engine, "photo.jpg", document))
    assert engine.asked("mesh") == [{"roi": [...]}]
"""

import binascii
import struct

from pixid.engine import READ_LIMIT, WORKING_SIDE, Base64, EncodedFile, Engine, Picture
from pixid.errors import PhotoError
from tests.pixid.jpegs import END, SCAN, TABLES, frame, jfif

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Numbers = dict[str, list[float]]
    Answer = Numbers | list[Numbers] | Callable[[Numbers], Numbers]


class FakeEngine(Engine):
    """`width`, `height`: the photo's pixels. `graphs`: for each graph what it answers: one dict of outputs for every
    run, a list of them used one after the other, or a function of `numbers`. The measuring graphs find nothing unless
    told.

    `file`: the photo's bytes; a bare JPEG head of that size where None. `bytes_at`: the size of an encoded file for
    (quality, chroma, pixels). `error`: raised by `open`.
    """

    def __init__(
        self,
        width: int,
        height: int,
        graphs: "dict[str, Answer]",
        file: bytes | None = None,
        bytes_at: "Callable[[int, str, int], int] | None" = None,
        error: PhotoError | None = None,
    ) -> None:
        self.size = (width, height)
        self.graphs: "dict[str, Answer]" = {"measure": {}, "detail": {}, "parted": {}} | graphs
        self.file = file if file is not None else head_of(width, height)
        self.bytes_at = bytes_at or likely_bytes
        self.error = error
        self.calls: list[tuple[str, object]] = []
        """Every call in its order: (method, what it was given)."""
        self.files: dict[int, bytes] = {}
        self.rasters: dict[int, tuple[int, int]] = {}
        self._last = 0

    async def open(self, source: object) -> Picture:
        self.calls.append(("open", source))
        if self.error is not None:
            raise self.error
        width, height = self.size
        shrink = min(1.0, WORKING_SIDE / max(width, height))
        handle = self._handle()
        self.files[handle] = self.file
        working = max(1, round(width * shrink)), max(1, round(height * shrink))
        return Picture(handle, width, height, working[0], working[1], "jpeg", len(self.file), str(source))

    async def read(self, handle: int, start: int, stop: int) -> bytes:
        if stop - start > READ_LIMIT:
            raise ValueError("more than one read gives")
        return self.files[handle][start:stop]

    async def run(self, graph: str, picture: Picture, numbers: "Numbers") -> "Numbers":
        self.calls.append(("run", (graph, numbers)))
        answer = self.graphs[graph]
        if isinstance(answer, list):
            return answer[len(self.asked(graph)) - 1]
        return answer if isinstance(answer, dict) else answer(numbers)

    async def compose(self, picture: Picture, matrix: list[float], width: int, height: int) -> int:
        self.calls.append(("compose", (list(matrix), width, height)))
        handle = self._handle()
        self.rasters[handle] = (width, height)
        return handle

    async def tone(self, raster: int, tables: list[int]) -> int:
        self.calls.append(("tone", list(tables)))
        handle = self._handle()
        self.rasters[handle] = self.rasters[raster]
        return handle

    async def backdrop(
        self, raster: int, picture: Picture, matrix: list[float], colour: list[int], tables: list[int]
    ) -> int:
        self.calls.append(("backdrop", (list(matrix), list(colour), list(tables))))
        handle = self._handle()
        self.rasters[handle] = self.rasters[raster]
        return handle

    async def band(self, raster: int, picture: Picture, matrix: list[float]) -> int:
        self.calls.append(("band", list(matrix)))
        handle = self._handle()
        self.rasters[handle] = self.rasters[raster]
        return handle

    async def encode(self, raster: int, quality: int, chroma: str) -> EncodedFile:
        self.calls.append(("encode", (quality, chroma)))
        width, height = self.rasters[raster]
        head = head_of(width, height)
        size = max(self.bytes_at(quality, chroma, width * height), len(head))
        return self._filed(head[: -len(END)] + bytes(size - len(head)) + END)

    async def encode_png(self, raster: int) -> EncodedFile:
        self.calls.append(("encode_png", raster))
        width, height = self.rasters[raster]
        return self._filed(png_of(width, height, width * height))

    async def lay(
        self, rasters: list[tuple[int, int, int]], ink: list[tuple[int, int, int, int]], width: int, height: int
    ) -> int:
        self.calls.append(("lay", (list(rasters), list(ink), width, height)))
        handle = self._handle()
        self.rasters[handle] = (width, height)
        return handle

    async def join(self, parts: "list[bytes | EncodedFile | Base64]", kind: str) -> EncodedFile:
        self.calls.append(("join", kind))
        return self._filed(b"".join([self._part(part) for part in parts]))

    async def splice(self, file: EncodedFile, head: bytes, skip: int) -> EncodedFile:
        self.calls.append(("splice", (len(head), skip)))
        return self._filed(head + self.files[file.handle][skip:])

    async def drop(self, handle: int) -> None:
        self.calls.append(("drop", handle))
        self.files.pop(handle, None)
        self.rasters.pop(handle, None)

    def asked(self, graph: str) -> "list[Numbers]":
        """The numbers of every run of one graph."""
        return [given[1] for method, given in self.calls if method == "run" and given[0] == graph]  # type: ignore[index]

    def _part(self, part: "bytes | EncodedFile | Base64") -> bytes:
        if isinstance(part, bytes):
            return part
        if isinstance(part, Base64):
            # The beginning says as much as the whole, for which MicroPython would take half a minute.
            return binascii.b2a_base64(self.files[part.file.handle][:60])[:-1]
        return self.files[part.handle]

    def _handle(self) -> int:
        self._last += 1
        return self._last

    def _filed(self, data: bytes) -> EncodedFile:
        handle = self._handle()
        self.files[handle] = data
        return EncodedFile(handle, len(data))


def head_of(width: int, height: int) -> bytes:
    """A JPEG without a picture: markers as an encoder writes them."""
    return b"\xff\xd8" + jfif() + TABLES + frame(width, height) + SCAN + END


def png_of(width: int, height: int, size: int) -> bytes:
    """A PNG without a picture: the chunks an encoder writes, the middle one of `size` bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", binascii.crc32(kind + data) & 0xFFFFFFFF)

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", bytes(size)) + chunk(b"IEND", b"")


def likely_bytes(quality: int, chroma: str, pixels: int) -> int:
    """About what a portrait takes: 0.1 bytes per pixel at quality 50, 0.6 at 100, a quarter less at 4:2:0."""
    return int(pixels * (0.1 + 0.5 * max(0, quality - 50) ** 2 / 2500) * (1.0 if chroma == "444" else 0.75)) + 600

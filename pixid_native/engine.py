"""The engine port under CPython: Pillow decodes and encodes, onnxruntime runs the graphs.

Its coroutines never wait: each does its work and returns. `pixid.drive.finish` runs them without an event loop.
"""

import base64
import io
import itertools
import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pixid.engine import READ_LIMIT, WORKING_SIDE, Base64, EncodedFile, Engine, Picture
from pixid.errors import PhotoError
from pixid_native.cutting import cut_for, inverted
from pixid_native.decode import decode
from pixid_native.sessions import Sessions, Tensor, numbers_of

STRIP = 400_000
"""Pixels of a raster whose background is replaced at a time: floats of them take 60 MB."""
SUBSAMPLING = {"444": 0, "420": 2}


class Photo:
    """What the engine keeps for one opened photo."""

    def __init__(self, pixels: NDArray[np.uint8], working: NDArray[np.uint8]) -> None:
        self.pixels = pixels
        self.working = working
        self.kept: dict[str, Tensor] = {}


class NativeEngine(Engine):
    """`folder`: graphs and manifest, the package's own where None. `threads`: CPU threads inside one graph.

    Raises MissingData where the package data is not built.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self._sessions = Sessions(folder, threads)
        self._handles = itertools.count(1)
        self._photos: dict[int, Photo] = {}
        self._rasters: dict[int, NDArray[np.uint8]] = {}
        self._files: dict[int, bytes] = {}

    async def open(self, source: object) -> Picture:
        """`source`: bytes, or the path of a file."""
        data, name = _contents(source)
        pixels, format = decode(data, name)
        height, width = pixels.shape[:2]
        working = self._working_copy(pixels)
        handle = next(self._handles)
        self._photos[handle] = Photo(pixels, working)
        self._files[handle] = data
        return Picture(handle, width, height, working.shape[1], working.shape[0], format, len(data), name)

    async def read(self, handle: int, start: int, stop: int) -> bytes:
        if stop - start > READ_LIMIT:
            raise ValueError(f"{stop - start} bytes asked for; {READ_LIMIT} is the most one read gives")
        return self.contents(handle)[start:stop]

    async def run(self, graph: str, picture: Picture, numbers: dict[str, list[float]]) -> dict[str, list[float]]:
        photo = self._photo(picture)
        spec = self._sessions.spec(graph)
        feed = {name: _bound(name, binding, photo, numbers) for name, binding in spec["inputs"].items()}
        results = self._sessions.run(graph, feed)
        kept = {name for name, output in spec["outputs"].items() if output.get("keep")}
        photo.kept.update({name: results[name] for name in kept})
        answer: dict[str, list[float]] = {}
        for name, result in results.items():
            if name not in kept:
                answer.update(_named(name, numbers_of(result), spec["outputs"][name]))
        return answer

    async def compose(self, picture: Picture, matrix: list[float], width: int, height: int) -> int:
        pixels = self._photo(picture).pixels
        if width < 1 or height < 1:
            raise ValueError(f"no picture of {width} x {height} px")
        cut = cut_for(matrix, width, height, pixels.shape[1], pixels.shape[0])
        feed: dict[str, Tensor] = {
            "image": np.ascontiguousarray(pixels[cut.top : cut.bottom, cut.left : cut.right]),
            "size": np.array([height, width], np.int64),
        }
        if cut.inverse is not None:
            feed["inverse"] = cut.inverse
        made = self._sessions.run("straight" if cut.inverse is None else "turned", feed)
        handle = next(self._handles)
        self._rasters[handle] = made["raster"]
        return handle

    async def tone(self, raster: int, tables: list[int]) -> int:
        feed: dict[str, Tensor] = {
            "image": self._raster(raster),
            "tables": np.array(tables, np.float32).reshape(3, 256),
        }
        handle = next(self._handles)
        self._rasters[handle] = self._sessions.run("tone", feed)["raster"]
        return handle

    async def backdrop(
        self, raster: int, picture: Picture, matrix: list[float], colour: list[int], tables: list[int]
    ) -> int:
        pixels, photo = self._raster(raster), self._photo(picture)
        a, b, c, d, e, f = inverted(matrix)
        feed: dict[str, Tensor] = {
            "colour": np.array(colour, np.float32),
            "tables": np.array(tables, np.float32).reshape(3, 256),
            **{name: photo.kept[name] for name in ("matte", "matte_area", "matte_busy")},
        }
        strips = []
        step = max(1, STRIP // pixels.shape[1])
        for top in range(0, pixels.shape[0], step):
            down = np.array([a, b, c + b * top, d, e, f + e * top], np.float32)
            given = {**feed, "image": np.ascontiguousarray(pixels[top : top + step]), "inverse": down}
            strips.append(self._sessions.run("backdrop", given)["raster"])
        handle = next(self._handles)
        self._rasters[handle] = np.concatenate(strips)
        return handle

    async def band(self, raster: int, picture: Picture, matrix: list[float]) -> int:
        photo = self._photo(picture)
        feed: dict[str, Tensor] = {"image": self._raster(raster), "inverse": np.array(inverted(matrix), np.float32)}
        feed |= {name: photo.kept[name] for name in ("matte", "matte_area")}
        handle = next(self._handles)
        self._rasters[handle] = self._sessions.run("band", feed)["raster"]
        return handle

    async def encode(self, raster: int, quality: int, chroma: str) -> EncodedFile:
        if chroma not in SUBSAMPLING or not 1 <= quality <= 100:
            raise ValueError(f"no such JPEG: quality {quality}, chroma {chroma!r}")
        file = io.BytesIO()
        image = Image.fromarray(self._raster(raster))
        image.save(file, "JPEG", quality=quality, subsampling=SUBSAMPLING[chroma], optimize=True, progressive=False)
        return self._filed(file.getvalue())

    async def encode_png(self, raster: int) -> EncodedFile:
        file = io.BytesIO()
        Image.fromarray(self._raster(raster)).save(file, "PNG", optimize=True)
        return self._filed(file.getvalue())

    async def lay(
        self, rasters: list[tuple[int, int, int]], ink: list[tuple[int, int, int, int]], width: int, height: int
    ) -> int:
        paper = np.full((height, width, 3), 255, np.uint8)
        for raster, left, top in rasters:
            pixels = self._raster(raster)
            paper[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
        for left, top, across, down in ink:
            paper[top : top + down, left : left + across] = 0
        handle = next(self._handles)
        self._rasters[handle] = paper
        return handle

    async def join(self, parts: list[bytes | EncodedFile | Base64], kind: str) -> EncodedFile:
        return self._filed(b"".join(self._part(part) for part in parts))

    async def splice(self, file: EncodedFile, head: bytes, skip: int) -> EncodedFile:
        return self._filed(head + self.contents(file.handle)[skip:])

    async def drop(self, handle: int) -> None:
        self._photos.pop(handle, None)
        self._rasters.pop(handle, None)
        self._files.pop(handle, None)

    def contents(self, handle: int) -> bytes:
        """All bytes of a file, to be written or sent: what a page does with a Blob. Raises ValueError if unknown."""
        if handle not in self._files:
            raise ValueError(f"no file with the handle {handle}")
        return self._files[handle]

    def kept(self, picture: Picture) -> dict[str, Tensor]:
        """What graphs have left under this picture, by output name: for the training of heads."""
        return dict(self._photo(picture).kept)

    def clear(self) -> None:
        """Forget everything but the open sessions, between one photo and the next."""
        self._photos.clear()
        self._rasters.clear()
        self._files.clear()

    def _photo(self, picture: Picture) -> Photo:
        if picture.handle not in self._photos:
            raise ValueError(f"no photo with the handle {picture.handle}")
        return self._photos[picture.handle]

    def _raster(self, handle: int) -> NDArray[np.uint8]:
        if handle not in self._rasters:
            raise ValueError(f"no raster with the handle {handle}")
        return self._rasters[handle]

    def _part(self, part: bytes | EncodedFile | Base64) -> bytes:
        if isinstance(part, bytes):
            return part
        if isinstance(part, Base64):
            return base64.b64encode(self.contents(part.file.handle))
        return self.contents(part.handle)

    def _filed(self, data: bytes) -> EncodedFile:
        handle = next(self._handles)
        self._files[handle] = data
        return EncodedFile(handle, len(data))

    def _working_copy(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        height, width = pixels.shape[:2]
        longest = max(height, width)
        if longest <= WORKING_SIDE:
            return pixels
        size = np.array([max(1, round(side * WORKING_SIDE / longest)) for side in (height, width)], np.int64)
        return self._sessions.run("reduce", {"image": pixels, "size": size})["working"]


def _contents(source: object) -> tuple[bytes, str]:
    """The bytes of a source and the name of its file."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), ""
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"a photo is bytes or a path, not {type(source).__name__}")
    path = Path(source)
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        raise PhotoError("unreadable", name=str(source), reason=error.strerror or type(error).__name__) from error
    except ValueError as error:  # a zero byte in the path
        raise PhotoError("unreadable", name=repr(source)) from error


def _bound(name: str, binding: dict[str, Any], photo: Photo, numbers: dict[str, list[float]]) -> Tensor:
    """The tensor for one input, as the manifest binds it."""
    bind = binding["bind"]
    if bind == "working":
        return photo.working
    if bind == "scale":
        across = photo.pixels.shape[1] / photo.working.shape[1]
        return np.array([across, photo.pixels.shape[0] / photo.working.shape[0]], np.float32)
    if bind == "numbers" and name in numbers:
        return np.array(numbers[name], np.float32).reshape(binding["shape"])
    if bind == "kept" and name in photo.kept:
        return photo.kept[name]
    if bind == "crop" and "crop" in numbers:
        left, top, right, bottom = (int(edge) for edge in numbers["crop"])
        return np.ascontiguousarray(photo.pixels[top:bottom, left:right])
    raise ValueError(f"nothing to bind the input {name!r} to: {binding}")


def _named(name: str, flat: list[float], output: dict[str, Any]) -> dict[str, list[float]]:
    """One output as the port hands it over: under its own name, or one number under each of its "names"."""
    if "names" not in output:
        return {name: flat}
    return {measure: [number] for measure, number in zip(output["names"], flat, strict=True)}

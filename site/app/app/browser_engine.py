"""The engine port of the pipeline, answered by the page's module worker through engine_port.mjs."""

import asyncio
import json
from collections import namedtuple

from pyscript import window
from pyscript.js_modules import engine_port

from app.pace import breath
from pixid.engine import Base64, EncodedFile, Engine, Picture
from pixid.errors import PhotoError

Photo = namedtuple("Photo", "source name")
"""What `open` takes: the number of a photo event and the file's name."""

NAMED = ("empty", "not-a-picture")
"""Errors whose sentence names the file."""
AT_ONCE = 2048
"""Bytes of a part that are written down before the page may have its turn."""
NOT_THE_PHOTO = ("cancelled", "download", "died", "dead")


class EngineStopped(Exception):
    """No answer, and not because of the photo; `id` is one of cancelled, download, died, dead."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.id = id


class BrowserEngine(Engine):
    """Remembers what it holds, so that everything but the result on the page can be let go."""

    def __init__(self) -> None:
        self._held: list[int] = []
        self.landmarks = asyncio.Event()
        """Set when nobody waits for those of the first photo any more."""

    async def open(self, source: Photo) -> Picture:
        try:
            made = await ask("open", {"source": source.source})
        except PhotoError as error:
            if error.id in NAMED:
                raise PhotoError(error.id, name=source.name)  # noqa: B904  (MicroPython chains no exceptions)
            raise
        self._held.append(made["handle"])
        return Picture(
            made["handle"], made["width"], made["height"], made["working_width"], made["working_height"],
            made["format"], made["size"], source.name,
        )  # fmt: skip

    async def read(self, handle: int, start: int, stop: int) -> bytes:
        # Hexadecimal: MicroPython reads it in C, its base64 is written in Python and takes 30 ms for 4 KB.
        return bytes.fromhex(await ask("read", {"handle": handle, "start": start, "stop": stop}))

    async def run(self, graph: str, picture: Picture, numbers: dict[str, list[float]]) -> dict[str, list[float]]:
        made = await ask("run", {"graph": graph, "picture": picture.handle, "numbers": numbers})
        if graph == "mesh":
            self.landmarks.set()
            window.performance.mark("pixid:landmarks")  # for the benchmark and the browser's own tools
        return made

    async def compose(self, picture: Picture, matrix: list[float], width: int, height: int) -> int:
        size = {"width": width, "height": height}
        return self._hold(await ask("compose", {"picture": picture.handle, "matrix": matrix, "size": size}))

    async def encode(self, raster: int, quality: int, chroma: str) -> EncodedFile:
        return self._file(await ask("encode", {"raster": raster, "quality": quality, "chroma": chroma}))

    async def tone(self, raster: int, tables: list[int]) -> int:
        return self._hold(await ask("tone", {"raster": raster, "tables": tables}))

    async def backdrop(self, raster: int, picture: Picture, matrix: list, colour: list, tables: list) -> int:
        given = {"raster": raster, "picture": picture.handle, "matrix": matrix, "colour": colour, "tables": tables}
        return self._hold(await ask("backdrop", given))

    async def band(self, raster: int, picture: Picture, matrix: list) -> int:
        return self._hold(await ask("band", {"raster": raster, "picture": picture.handle, "matrix": matrix}))

    async def encode_png(self, raster: int) -> EncodedFile:
        return self._file(await ask("encode_png", {"raster": raster}))

    async def lay(self, rasters: list, ink: list, width: int, height: int) -> int:
        size = {"width": width, "height": height}
        return self._hold(await ask("lay", {"rasters": rasters, "ink": ink, "size": size}))

    async def join(self, parts: list, kind: str) -> EncodedFile:
        told = []
        for part in parts:
            if not isinstance(part, bytes):
                told.append(
                    json.dumps({"base64": part.file.handle} if isinstance(part, Base64) else {"file": part.handle})
                )
                continue
            for start in range(0, len(part), AT_ONCE):
                told.append('{"hex":"' + part[start : start + AT_ONCE].hex() + '"}')  # nothing in it to escape
                await breath()
        return self._file(await answered("join", '{"parts":[' + ",".join(told) + '],"kind":' + json.dumps(kind) + "}"))

    async def splice(self, file: EncodedFile, head: bytes, skip: int) -> EncodedFile:
        return self._file(await ask("splice", {"handle": file.handle, "head": head.hex(), "skip": skip}))

    async def together(self, first, second):
        beside = asyncio.create_task(_kept(second))
        try:
            given = await first
        except Exception:
            await beside  # nothing of it is under way any more when somebody tidies up
            raise
        other, error = await beside
        if error is not None:
            raise error
        await self.rest()  # reading the answers is a step of its own
        return given, other

    async def rest(self) -> None:
        await breath()

    async def drop(self, handle: int) -> None:
        if handle in self._held:
            self._held.remove(handle)
        await ask("drop", {"handle": handle})

    async def prepare(self) -> None:
        """Open what making a file needs."""
        await ask("prepare", {})

    async def keep_only(self, *handles: int) -> None:
        """Let go of everything else: pixels of photos that were replaced, files that were made anew."""
        for handle in [held for held in self._held if held not in handles]:
            await self.drop(handle)

    def _hold(self, handle: int) -> int:
        self._held.append(handle)
        return handle

    def _file(self, made: dict) -> EncodedFile:
        return EncodedFile(self._hold(made["handle"]), made["size"])


async def _kept(doing):
    """(What it gives, None) or (None, its error): where the other one fails first, nobody asks for it any more."""
    try:
        return await doing, None
    except Exception as error:
        return None, error


async def ask(method: str, arguments: dict):
    """One call of the engine. Raises PhotoError where the photo is the reason, EngineStopped otherwise."""
    return await answered(method, json.dumps(arguments))


async def answered(method: str, text: str):
    """The same with the arguments as JSON."""
    answer = json.loads(await engine_port.call(method, text))
    if "error" not in answer:
        return answer["value"]
    id, gaps = answer["error"]["id"], answer["error"]["gaps"]
    if id in NOT_THE_PHOTO:
        raise EngineStopped(id)
    raise PhotoError(id, **gaps)

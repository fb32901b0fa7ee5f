"""The port: what an engine must be able to do with a photo.

The pipeline (this package) holds numbers; an engine holds pixels and files. Two engines exist: `pixid_native` runs
onnxruntime under CPython, the page's module worker runs onnxruntime-web. A scripted one for tests is in `fake_engine`.
Everything that crosses is a handle, a flat list of numbers or at most 64 KiB of bytes, because copying more than that
into a browser's Python costs seconds.

    picture = await engine.open(source)
    found = await engine.run("find", picture, {})
    raster = await engine.compose(picture, [a, b, c, d, e, f], 600, 600)
    file = await engine.encode(raster, 92, "444")
    head, skip = rewrite_head(await engine.read(file.handle, 0, 4096), 300)
    file = await engine.splice(file, head, skip)
"""

from collections import namedtuple

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import TypeVar

    A = TypeVar("A")
    B = TypeVar("B")

WORKING_SIDE = 1600
"""Long side of the working copy in pixels: a face that fills a third of it has 100 px and more between the eyes, and
one copy of 12 megapixels takes 110-160 ms in a browser (design budget)."""

READ_LIMIT = 65536
"""Most bytes one `read` returns; copying 1 MB into MicroPython takes 1.9 s, 64 KiB about 0.1 s."""


class Picture(namedtuple("Picture", "handle width height working_width working_height format size name")):
    """A photo an engine has opened, upright, in sRGB, without alpha."""

    __slots__ = ()
    handle: int
    width: int
    """Pixels of the photo after its EXIF orientation is applied, like `height`."""
    height: int
    working_width: int
    """Pixels of the working copy; equal to `width` where the long side is at most `WORKING_SIDE`."""
    working_height: int
    format: str
    """What the file is: jpeg, png, webp, gif, heic, avif, bmp or tiff."""
    size: int
    """Bytes of the file."""
    name: str
    """The file's name without folders, "" where it has none."""


class EncodedFile(namedtuple("EncodedFile", "handle size")):
    """A file an engine has written and keeps; `size` in bytes."""

    __slots__ = ()
    handle: int
    size: int


class Base64(namedtuple("Base64", "file")):
    """A file that `join` writes in base64, for a page that carries its picture within itself."""

    __slots__ = ()
    file: EncodedFile


class Engine:
    """What the pipeline asks of an engine. All of it is awaited; nothing blocks a page.

    Errors: `PhotoError` where the photo is the reason, ValueError where the caller is.
    """

    async def open(self, source: object) -> Picture:
        """Decode a photo once: upright (EXIF), sRGB by its embedded profile, alpha on white, first frame.

        `source` is what the engine's world calls a file: a Blob or File in the page, bytes or a path under CPython.
        Raises PhotoError: empty, unreadable, not-a-picture, truncated, heic, unsupported, too-large, too-small.
        """
        raise NotImplementedError

    async def read(self, handle: int, start: int, stop: int) -> bytes:
        """Bytes [start, stop) of a file: of the photo exactly as it was given, or of a file made by `encode`.

        Shorter where the file ends earlier; at most `READ_LIMIT` bytes at a time (ValueError beyond).
        """
        raise NotImplementedError

    async def run(self, graph: str, picture: Picture, numbers: dict[str, list[float]]) -> dict[str, list[float]]:
        """Run one graph of the manifest on a photo.

        `numbers` fills the inputs the manifest binds to "numbers"; everything else the engine binds itself. Outputs
        come back as flat row-major lists (shapes are in the manifest), except those marked "keep", which stay with
        the photo for a later graph; an output with "names" in the manifest comes back as one list per name. An input
        bound to "crop" is cut from the photo itself: numbers["crop"] = left, top, right, bottom in whole px, inside
        the photo. Raises PhotoError("engine") when the graph fails.
        """
        raise NotImplementedError

    async def compose(self, picture: Picture, matrix: list[float], width: int, height: int) -> int:
        """Resample the photo into a raster of `width` x `height` px and return its handle.

        `matrix` = [a, b, c, d, e, f] takes continuous photo coordinates (0..W, pixel centres at .5) to continuous
        output coordinates: x' = a x + b y + c, y' = d x + e y + f.
        """
        raise NotImplementedError

    async def tone(self, raster: int, tables: list[int]) -> int:
        """A new raster, every level of red, green and blue looked up in `tables` (3 x 256 numbers); the old one
        stays."""
        raise NotImplementedError

    async def backdrop(
        self, raster: int, picture: Picture, matrix: list[float], colour: list[int], tables: list[int]
    ) -> int:
        """A new raster: the person of `raster`, which `compose` made of `picture` with `matrix`, before one colour
        (red, green, blue, 0..255); the old one stays. The person's levels are looked up in `tables` as `tone` does,
        the colour is not. Graph "parted" has run on the picture before."""
        raise NotImplementedError

    async def band(self, raster: int, picture: Picture, matrix: list[float]) -> int:
        """A new raster in the size of `raster`, which `compose` made of `picture` with `matrix`: white, opaque where
        graph "parted" left it open whether a pixel is person or wall, else transparent. Only `encode_png` takes
        it."""
        raise NotImplementedError

    async def encode(self, raster: int, quality: int, chroma: str) -> EncodedFile:
        """Write a raster as a baseline JPEG; `quality` 1..100, `chroma` "444" or "420". The raster stays."""
        raise NotImplementedError

    async def encode_png(self, raster: int) -> EncodedFile:
        """Write a raster as a PNG of 8 bits per colour, nothing lost; the raster stays."""
        raise NotImplementedError

    async def lay(
        self, rasters: list[tuple[int, int, int]], ink: list[tuple[int, int, int, int]], width: int, height: int
    ) -> int:
        """A white raster of `width` x `height` px with others on it, (handle, left, top), and black rectangles,
        (left, top, width, height), all in whole px and inside it; its handle. The others stay."""
        raise NotImplementedError

    async def join(self, parts: list[bytes | EncodedFile | Base64], kind: str) -> EncodedFile:
        """A new file from bytes and whole files one after another; `kind` "pdf", "html" or "jpeg" is what it is."""
        raise NotImplementedError

    async def splice(self, file: EncodedFile, head: bytes, skip: int) -> EncodedFile:
        """A new file: `head`, then the old file from byte `skip` on. The old file stays."""
        raise NotImplementedError

    async def together(
        self, first: "Coroutine[object, None, A]", second: "Coroutine[object, None, B]"
    ) -> "tuple[A, B]":
        """What both give. An engine that works beside its caller lets the second begin while it is busy with the first;
        here one follows the other. What the first asks for at once is done first: the second may build upon it. Raises
        what they raise, the first's error first."""
        try:
            given = await first
        except Exception:
            second.close()
            raise
        return given, await second

    async def rest(self) -> None:
        """The caller has come to the end of a step: whoever shares its thread may draw and answer now."""

    async def drop(self, handle: int) -> None:
        """Forget a photo with all that was kept for it, a raster or a file; an unknown handle is no error."""
        raise NotImplementedError

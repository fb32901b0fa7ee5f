"""A print sheet as PDF 1.4: exact lengths, the JPEG files of the pictures inside as they are.

Only numbers and short bytes are made here; the engine joins them with the files, which Python never holds. Nothing in
the file depends on time or place, so the same sheet is the same bytes.
"""

from collections import namedtuple

from pixid.engine import EncodedFile
from pixid.sheet import Sheet

POINTS = 72 / 25.4
"""PDF's unit of length, 1/72 inch, per mm."""


class Image(namedtuple("Image", "file width height")):
    """A baseline JPEG in sRGB an engine holds, with its px."""

    __slots__ = ()
    file: EncodedFile
    width: int
    height: int


class Parts:
    """The file as it grows: bytes and whole files in their order, with the offset each object begins at."""

    def __init__(self) -> None:
        self.parts: list[bytes | EncodedFile] = []
        self.size = 0
        self.offsets: list[int] = []

    def write(self, text: str) -> None:
        data = text.encode()
        self.parts.append(data)
        self.size += len(data)

    def object(self, text: str, stream: "EncodedFile | str | None" = None) -> None:
        """The next object: `text` is its dictionary without the brackets."""
        self.offsets.append(self.size)
        opening = str(len(self.offsets)) + " 0 obj\n<<" + text
        if stream is None:
            self.write(opening + ">>\nendobj\n")
            return
        length = stream.size if isinstance(stream, EncodedFile) else len(stream)
        self.write(opening + "/Length " + str(length) + ">>\nstream\n")
        if isinstance(stream, EncodedFile):
            self.parts.append(stream)
            self.size += length
        else:
            self.write(stream)
        self.write("\nendstream\nendobj\n")

    def end(self) -> None:
        """Table of offsets and trailer."""
        start, count = self.size, len(self.offsets) + 1
        rows = "".join([f"{offset:010d} 00000 n \n" for offset in self.offsets])
        self.write(f"xref\n0 {count}\n0000000000 65535 f \n{rows}")
        self.write(f"trailer\n<</Size {count}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{start}\n%%EOF\n")


def parts(sheets: list[Sheet], images: list[Image]) -> list[bytes | EncodedFile]:
    """What a PDF of the sheets is made of, in its order; `images` as the places' `piece` counts them."""
    file = Parts()
    file.parts.append(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")  # bytes above 127 tell programs that this is no text
    file.size = len(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    first = 4 + len(images)
    pages = [str(first + 2 * k) + " 0 R" for k in range(len(sheets))]
    # Viewers that follow this print at 100 % without being asked.
    file.object("/Type/Catalog/Pages 2 0 R/ViewerPreferences<</PrintScaling/None>>")
    file.object("/Type/Pages/Kids[" + " ".join(pages) + "]/Count " + str(len(pages)))
    file.object("/Producer(PixID)")
    for image in images:
        size = "/Width " + str(image.width) + "/Height " + str(image.height)
        kind = "/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
        file.object(kind + size, image.file)
    for k, sheet in enumerate(sheets):
        used = sorted({place.piece for place in sheet.places})
        names = "".join([f"/P{piece} {4 + piece} 0 R" for piece in used])
        file.object(
            "/Type/Page/Parent 2 0 R/MediaBox[0 0 " + _pt(sheet.width) + " " + _pt(sheet.height) + "]"
            "/Resources<</XObject<<" + names + ">>>>/Contents " + str(first + 2 * k + 1) + " 0 R"
        )
        file.object("", _drawn(sheet))
    file.end()
    return file.parts


def _drawn(sheet: Sheet) -> str:
    """Pictures, then ink; PDF counts from the lower edge upwards."""
    steps = []
    for place in sheet.places:
        size = _pt(place.width) + " 0 0 " + _pt(place.height)
        corner = _pt(place.x) + " " + _pt(sheet.height - place.y - place.height)
        steps.append("q " + size + " " + corner + " cm /P" + str(place.piece) + " Do Q")
    steps.append("0 g")
    for x, y, width, height in sheet.ink:
        steps.append(" ".join([_pt(x), _pt(sheet.height - y - height), _pt(width), _pt(height), "re"]))
    return "\n".join(steps + ["f"])


def _pt(mm: float) -> str:
    """mm as points; 0.001 pt is 0.4 micrometres."""
    return f"{mm * POINTS:.3f}"

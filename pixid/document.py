"""A document type: what its photo must be, what may be done to it, and who says so.

`from_data` wraps one object of the compiled rulebook (documents.json, schema in specs/README.md). Values that the
authority does not give stay None; where the pipeline cannot do without one, `band` and `aspect` fall back to ICAO and
`is_fallback` tells so, so that the page can say it too.

Units: mm of the printed photo, px of the file, ratios of the frame (0..1). Vertical positions are distances from the
lower edge of the frame, horizontal ones from its left edge.
"""

from collections import namedtuple

from pixid.catalogue import language, prose
from pixid.rule_values import Band, Digital, EditPolicy, Print, SelfMade, Source
from pixid.sizes import file_bytes, output_size

ICAO_SIZE_MM = (35, 45)  # ICAO Doc 9303 part 3, the portrait zone
ISO_BANDS = {  # ISO/IEC 39794-5 Annex D (full frontal image): ratios of the frame's height, centring of its width
    "head_height": (0.60, 0.90),
    "eye_line": (0.50, 0.70),  # the standard says 0.30 to 0.50 from the upper edge
    "centring": (0.45, 0.55),
}
FALLBACK_RANK = 9  # gives way to every stated band

VERTICAL = ("head_height", "eye_line", "top_margin", "bottom_margin", "chin_to_pupil")  # ratios of the frame's height
HORIZONTAL = ("face_width", "eye_distance", "centring")  # ratios of its width


class Document(namedtuple("Document", "id country document names confidence print digital bands head_top data")):
    """One document type. `data` is the compiled object itself, for what only pages and reports read."""

    id: str
    country: str
    document: str
    names: dict[str, str]
    confidence: str
    print: Print | None
    digital: Digital | None
    bands: dict[str, Band]
    head_top: str
    data: dict  # type: ignore[type-arg]

    @property
    def name(self) -> str:
        """What it is called in the language in use, in English where there is no other name."""
        return self.names.get(language()) or prose(self.names["en"])

    @property
    def edit_policy(self) -> EditPolicy:
        """What may be done to the picture."""
        return EditPolicy.of(self.data.get("edit_policy", {}))

    @property
    def self_made(self) -> SelfMade:
        """Whether people may take the photo themselves."""
        return SelfMade.of(self.data.get("self_made", {}))

    @property
    def crop_allowed(self) -> bool:
        """May the photo be cut out of a larger picture? Silence is taken as yes: every print has to be framed."""
        return self.edit_policy.crop != "forbidden"

    @property
    def is_framed(self) -> bool:
        """Do we cut the photo to a frame? Not where an upload may not be cropped. Where such a rule stands beside a
        print it speaks of paper: we lay the print out, and repeat the rule."""
        return self.crop_allowed or (self.digital is None and self.print is not None)

    def as_print(self) -> "Document":
        """The same document without the rules of its file: what is printed has the print's own shape and pixels."""
        return Document(
            self.id, self.country, self.document, self.names, self.confidence, self.print, None, self.bands,
            self.head_top, self.data,
        )  # fmt: skip

    @property
    def background_colours(self) -> list[str]:
        """Names of the allowed colours of the background, the preferred one first; empty where none is stated."""
        background = self.data.get("background")
        return list(background["colours"]) if background else []

    def source(self, index: int | None) -> Source | None:
        """The source a value points to; None for a value that is not the document's own."""
        return None if index is None else Source.of(self.data["sources"][index])

    # Shape and size

    @property
    def has_size(self) -> bool:
        """Is any size stated? Without one there are rules and a check, but no file."""
        return self.print is not None or (self.digital is not None and self.digital.has_pixels)

    @property
    def shape(self) -> tuple[float, float]:
        """(width, height) of the frame in any unit: the file's where stated, else the print's, else ICAO's 35 x 45."""
        digital = self.digital
        if digital is not None and digital.aspect:
            return digital.aspect[0], digital.aspect[1]
        if digital is not None and digital.is_fixed:
            assert digital.width_px_max and digital.height_px_max
            return digital.width_px_max, digital.height_px_max
        if self.print is not None:
            return self.print.width_mm, self.print.height_mm
        if digital is not None and digital.width_px_min and digital.height_px_min:
            return digital.width_px_min, digital.height_px_min
        if digital is not None and digital.width_px_max and digital.height_px_max:
            return digital.width_px_max, digital.height_px_max
        return ICAO_SIZE_MM

    @property
    def aspect(self) -> float:
        """Width / height of the frame we make (see `shape`)."""
        width, height = self.shape
        return width / height

    @property
    def aspect_bounds(self) -> tuple[float, float] | None:
        """Least and greatest width / height of a finished file; None where the rule leaves the shape open.

        Rounding to whole pixels is the caller's to forgive, who knows the size of the file.
        """
        digital = self.digital
        if digital is not None and not digital.aspect and digital.has_pixels:
            widths = digital.width_px_min, digital.width_px_max
            heights = digital.height_px_min, digital.height_px_max
            if widths[0] and widths[1] and heights[0] and heights[1]:
                return widths[0] / heights[1], widths[1] / heights[0]
        if (digital is not None and digital.aspect) or self.print is not None:
            return self.aspect, self.aspect
        return None

    def output_size(self, available_height: float) -> tuple[int, int, int]:
        """(width px, height px, dpi) of the file to make from a frame that covers `available_height` px of the photo.

        The largest permitted size that enlarges nothing, but never less than the least permitted one: compare the
        result with `available_height` to learn whether pixels are missing. Raises ValueError without `has_size`.
        """
        if not self.has_size:
            raise ValueError(self.id + " states no size")
        return output_size(self.print, self.digital, self.shape, available_height)

    def file_bytes(self) -> tuple[int, int | None]:
        """Least and greatest size of the file in bytes, the ceiling with 3 % to spare; (0, None) without limits."""
        return file_bytes(self.digital)

    # Bands

    def band(self, name: str) -> Band | None:
        """The band `name` as ratio of the frame's height (HORIZONTAL: width), ISO's where the document states none.

        None where neither says anything. Names: VERTICAL and HORIZONTAL.
        """
        stated = self.bands.get(name)
        if stated is None:
            if name not in ISO_BANDS:
                return None
            return Band(ISO_BANDS[name][0], ISO_BANDS[name][1], "ratio", None, FALLBACK_RANK)
        if stated.unit == "ratio":
            return stated
        assert self.print is not None, self.id  # the loader lets no mm through without a print size
        return stated.as_ratio(self._side_mm(name))

    def is_fallback(self, name: str) -> bool:
        """Does `band(name)`, or "aspect", come from ICAO/ISO because the document states none?"""
        if name == "aspect":
            return not self.has_size and not (self.digital is not None and self.digital.aspect)
        return name not in self.bands and name in ISO_BANDS

    def mm(self, ratio: float, name: str = "head_height") -> float | None:
        """A ratio of the frame in mm of the print, in the direction of band `name`; None without a print size."""
        return None if self.print is None else ratio * self._side_mm(name)

    def _side_mm(self, name: str) -> float:
        """Length of the frame in the direction of band `name`: as high as the print, as wide as its own shape makes it.

        Some files are wider or narrower than the print of the same document; a millimetre is one in both directions.
        """
        assert self.print is not None
        return self.print.height_mm * (self.aspect if name in HORIZONTAL else 1)


def from_data(data: dict) -> Document:  # type: ignore[type-arg]
    """Wrap one document of the compiled or of the packed rulebook."""
    return Document(
        data["id"],
        data["country"],
        data["document"],
        data["names"],
        data["confidence"],
        Print.of(data["print"]) if data.get("print") else None,
        Digital.of(data["digital"]) if data.get("digital") else None,
        {name: Band.of(data[name]) for name in VERTICAL + HORIZONTAL if data.get(name)},
        data.get("head_top", "unspecified"),
        data,
    )

"""The values a rule is made of, each with the index of its source.

Every class is made from its object in the compiled rulebook (schema in specs/README.md) by `of`. What the authority
does not say is None; the packed form of the rulebook, which travels to the app, leaves it out altogether.
"""

from collections import namedtuple

from pixid.catalogue import prose


class Source(namedtuple("Source", "url title kind read changed")):
    """Who says so. kind: law, authority, mission, copy, transcript, press, vendor, scrape, memory. read: YYYY-MM."""

    url: str | None
    title: str
    kind: str
    read: str
    changed: str | None

    @property
    def verified(self) -> bool:
        """False where nothing but a scraped list or somebody's memory stands behind the value."""
        return self.kind not in ("scrape", "memory")

    @classmethod
    def of(cls, data: dict) -> "Source":  # type: ignore[type-arg]
        return cls(data.get("url"), data["title"], data["kind"], data["read"], data.get("changed"))


class Band(namedtuple("Band", "min max unit source rank")):
    """An allowed interval; an open end is None. unit: "mm" or "ratio". rank: 1 first where bands cannot all be met."""

    min: float | None
    max: float | None
    unit: str
    source: int | None
    rank: int

    def holds(self, value: float) -> bool:
        """Is `value`, in the unit of the band, inside it?"""
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)

    def as_ratio(self, side_mm: float) -> "Band":
        """The same band in parts of a side of `side_mm`."""
        low = None if self.min is None else self.min / side_mm
        high = None if self.max is None else self.max / side_mm
        return Band(low, high, "ratio", self.source, self.rank)

    @classmethod
    def of(cls, data: dict) -> "Band":  # type: ignore[type-arg]
        return cls(data.get("min"), data.get("max"), data["unit"], data["source"], data.get("rank", 1))


class Print(namedtuple("Print", "width_mm height_mm dpi source")):
    """The printed photo."""

    width_mm: float
    height_mm: float
    dpi: int | None
    source: int | None

    @classmethod
    def of(cls, data: dict) -> "Print":  # type: ignore[type-arg]
        return cls(data["width_mm"], data["height_mm"], data.get("dpi"), data["source"])


class Digital(
    namedtuple(
        "Digital",
        "width_px_min width_px_max height_px_min height_px_max dpi file_kb_min file_kb_max formats aspect source",
    )
):
    """The uploaded file. 1 KB is 1024 bytes; aspect is [width, height] in small numbers."""

    width_px_min: int | None
    width_px_max: int | None
    height_px_min: int | None
    height_px_max: int | None
    dpi: int | None
    file_kb_min: float | None
    file_kb_max: float | None
    formats: list[str]
    aspect: list[int] | None
    source: int | None

    @property
    def has_pixels(self) -> bool:
        """Is any pixel limit stated?"""
        return any((self.width_px_min, self.width_px_max, self.height_px_min, self.height_px_max))

    @property
    def is_fixed(self) -> bool:
        """Is there exactly one permitted size?"""
        width, height = self.width_px_min, self.height_px_min
        return bool(width and height) and width == self.width_px_max and height == self.height_px_max

    @classmethod
    def of(cls, data: dict) -> "Digital":  # type: ignore[type-arg]
        return cls(
            data.get("width_px_min"),
            data.get("width_px_max"),
            data.get("height_px_min"),
            data.get("height_px_max"),
            data.get("dpi"),
            data.get("file_kb_min"),
            data.get("file_kb_max"),
            data.get("formats", []),
            data.get("aspect"),
            data["source"],
        )


class EditPolicy(namedtuple("EditPolicy", "crop background light note source")):
    """What may be done to the picture: each of crop, background and light is "allowed", "forbidden" or "unstated"."""

    crop: str
    background: str
    light: str
    note: str
    source: int | None

    @classmethod
    def of(cls, data: dict) -> "EditPolicy":  # type: ignore[type-arg]
        parts = [data.get(part, "unstated") for part in ("crop", "background", "light")]
        return cls(parts[0], parts[1], parts[2], prose(data.get("note", "")), data.get("source"))


class SelfMade(namedtuple("SelfMade", "status why instead source")):
    """May people take the photo themselves? status: accepted, conditional, not_accepted, unstated."""

    status: str
    why: str
    instead: str
    source: int | None

    @classmethod
    def of(cls, data: dict) -> "SelfMade":  # type: ignore[type-arg]
        why, instead = prose(data.get("why", "")), prose(data.get("instead", ""))
        return cls(data.get("status", "unstated"), why, instead, data.get("source"))

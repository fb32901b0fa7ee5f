"""Documents for tests of the pipeline: six that differ as the first six specs do, and one with every band.

Written by hand, so that a changed spec changes no test here; tests/toolchain holds the specs to the same properties.
"""

from pixid.document import Document, from_data

BANDS = (
    "head_height", "eye_line", "top_margin", "bottom_margin", "chin_to_pupil", "face_width", "eye_distance", "centring",
)  # fmt: skip
SOURCE = {"url": "https://example.org/photos", "title": "The photo page", "kind": "authority", "read": "2026-11"}


def data(id: str, **more):
    """A compiled document that states nothing but `more`."""
    made = {
        "id": id,
        "country": "XX",
        "document": "test",
        "names": {"en": "Test"},
        "confidence": "official",
        "print": None,
        "digital": None,
        "head_top": "unspecified",
        "background": None,
        "expression": None,
        "glasses": None,
        "head_covering": None,
        "recency": None,
        "edit_policy": {"crop": "unstated", "background": "forbidden", "light": "unstated", "note": "", "source": 0},
        "self_made": {"status": "accepted", "why": "", "instead": "", "source": 0},
        "sources": [SOURCE],
    }
    made.update({name: None for name in BANDS})
    made.update(more)
    return made


def band(low, high, unit="ratio", rank=1):
    return {"min": low, "max": high, "unit": unit, "source": 0, "rank": rank}


def mm(width, height):
    return {"width_mm": width, "height_mm": height, "dpi": None, "source": 0}


def digital(width=(None, None), height=(None, None), kb=(None, None), dpi=None, aspect=None, formats=("jpeg",)):
    return {
        "width_px_min": width[0],
        "width_px_max": width[1],
        "height_px_min": height[0],
        "height_px_max": height[1],
        "dpi": dpi,
        "file_kb_min": kb[0],
        "file_kb_max": kb[1],
        "formats": list(formats),
        "aspect": aspect,
        "source": 0,
    }


def rule(stated, **more):
    made = {"rule": stated, "conditions": [], "note": "", "source": 0}
    made.update(more)
    return made


def recency(months=None, days=None):
    return {"months": months, "days": days, "note": "", "source": 0}


UNCUT = {"crop": "forbidden", "background": "forbidden", "light": "forbidden", "note": "", "source": 0}

PORTAL = data(  # sent uncut, as the camera made it; the office crops
    "portal-uncut",
    digital=digital((600, None), (750, None), (50, 10240)),
    edit_policy=UNCUT,
    recency=recency(months=1),
    glasses=rule("avoid"),
    head_covering=rule("religious or medical"),
)
TIGHT = data(  # one size, and a head that nearly fills it
    "passport-tight",
    print=mm(35, 45),
    digital=digital((630, 630), (810, 810), (None, 250)),
    head_height=band(0.80, 0.85),
    background={"colours": ["white"], "note": "", "source": 0},
    recency=recency(months=6),
)
DENSE = data(  # a resolution, and a margin over the hair
    "passport-dense",
    print=mm(35, 45),
    digital=digital((827, None), (1063, None), (None, 300), dpi=600),
    head_height=band(32, 36, "mm"),
    top_margin=band(4, 6, "mm"),
    glasses=rule("allowed"),
    recency=recency(days=90),
)
VISA = data(
    "visa-skull",
    print=mm(35, 45),
    head_top="skull",
    head_height=band(32, 36, "mm"),
    background={"colours": ["light grey", "white"], "note": "", "source": 0},
)
LOTTERY = data(
    "lottery-hair",
    digital=digital((600, 1200), (600, 1200), (None, 240), aspect=[1, 1]),
    head_top="hair",
    head_height=band(0.50, 0.69),
    eye_line=band(0.56, 0.69),
    glasses=rule("forbidden"),
    head_covering=rule("religious"),
)
SQUARE = data(
    "passport-square",
    print=mm(51, 51),
    head_top="hair",
    head_height=band(25, 35, "mm"),
    eye_line=band(28, 35, "mm"),
)
EVERYTHING = data(
    "every-band",
    print=mm(40, 50),
    digital=digital((400, 800), (500, 1000), (20, 60)),
    head_top="forehead",
    head_height=band(20, 30, "mm"),
    eye_line=band(24, 32, "mm", 2),
    top_margin=band(5, 18, "mm", 2),
    bottom_margin=band(4, 18, "mm", 3),
    chin_to_pupil=band(10, 18, "mm", 2),
    face_width=band(16, 34, "mm", 3),
    centring=band(0.47, 0.53),
)

SIX = [PORTAL, TIGHT, DENSE, VISA, LOTTERY, SQUARE]


def documents() -> list[Document]:
    return [from_data(one) for one in SIX + [EVERYTHING]]


def document(one, **changes) -> Document:
    """One of the above with some of its values changed."""
    changed = dict(one)
    changed.update(changes)
    return from_data(changed)

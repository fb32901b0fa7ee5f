"""What we saw in the portraits, by eye, before anything was fitted. Names of files, no pictures.

`glasses`: worn over the eyes. `smile`: teeth, or mouth corners clearly lifted. Of the 52 "smiling" London portraits 13
barely smile (BARELY). Pictures that are not named here show none of it.
"""

BARELY = frozenset(
    f"london_{number}_08.jpg" for number in "042 044 068 070 082 090 092 108 136 138 140 142 144".split()
)

GLASSES = frozenset(
    [f"congress_{name}.jpg" for name in (
        "A000014 B000208 B000574 B001066 B001234 B001252 C000705 C001058 C001082 D000429 D000603 E000179 F000455 "
        "G000289 H000666 H001034 H001059 K000220 K000382 L000579 M000388 M001184 N000185 P000611 R000462 S001144 "
        "Y000066"
    ).split()]
    + ["pif_jacob-barss-bailey-headshot.jpg", "ukho_image-m2-glasses-reflection.jpg"]
)  # fmt: skip
HEAVY_FRAMES = frozenset(["congress_F000455.jpg", "congress_R000462.jpg", "congress_L000579.jpg"])
# congress_H000666 was overlooked at first; the measure pointed to it, and the lamps in both lenses are plain to see.
LENS_GLARE = frozenset(
    ["congress_H000666.jpg", "pif_jacob-barss-bailey-headshot.jpg", "ukho_image-m2-glasses-reflection.jpg"]
)
HAT = frozenset(["congress_W000808.jpg", "ukho_image-f2-religious-head-covering.jpg"])
HAIR_ACCESSORY = frozenset(["ukho_image-f1-hair-accessory.jpg"])
HAIR_OVER_EYES = frozenset(["ukho_image-f1-hair-over-eye.jpg"])
MOUTH_COVERED = frozenset(["ukho_image-child-2.jpg"])
MOUTH_OPEN = frozenset(["ukho_image-f1-mouth-open.jpg", "ukho_thumbnail-adult-poor-mouth-open.jpg"])
GREY = frozenset(f"congress_{name}.jpg" for name in ("G000575", "H001071", "M001197", "P000611", "R000603", "Y000066"))
TOO_CLOSE = frozenset(["webmorph_zoom_15cm.jpg", "webmorph_zoom_45cm.jpg"])
PINK_CAST = frozenset(["webmorph_003f.jpg", "webmorph_116m.jpg"])


def smiles(photo: str) -> bool:
    """Is this a "smiling" London portrait, visibly or barely?"""
    return photo.startswith("london_") and photo.endswith("_08.jpg")


def visibly_smiles(photo: str) -> bool:
    return smiles(photo) and photo not in BARELY

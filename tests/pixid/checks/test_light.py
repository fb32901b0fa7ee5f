"""Rules of light and colour on every tone of skin. Also run on MicroPython."""

from pixid.checks import light
from pixid.colour import WHITE, tone_angle
from pixid.evidence import Evidence
from tests.pixid import records

TONES = {
    "light": (73.0, 10.0, 9.0),
    "intermediate": (64.0, 12.0, 14.0),
    "tan": (56.0, 14.0, 20.0),
    "brown": (41.0, 10.5, 17.0),
    "dark": (33.0, 8.0, 11.0),
}
"""L*, a*, b* of cheeks, as five groups of real portraits have them (Chardon's typology angle: 58, 45, 17, -28, -57)."""
CASTS = {"red": (1.0, 0.44, 0.44), "blue": (0.44, 0.57, 1.0), "green": (0.52, 1.0, 0.52), "yellow": (1.0, 0.87, 0.26)}
"""Light of a wrong colour: what is left of red, green and blue, plain to see."""


def codes(lab, passed=(1.0, 1.0, 1.0)):
    """sRGB codes of a colour whose light is dimmed channel by channel."""
    y = (lab[0] + 16) / 116
    x, z = y + lab[1] / 500, y - lab[2] / 200
    x, y, z = [v**3 * w for v, w in zip((x, y, z), WHITE)]
    made = (
        3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
    )
    lit = [max(0.0, v) * p for v, p in zip(made, passed)]
    return [255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055) for v in lit]


def seen(lab, left=(1.0, 1.0, 1.0), right=None):
    """A face of one colour, its halves lit as given."""
    measures = {"face.chroma": 60.0}
    for zone in ("cheek", "forehead", "socket"):
        for side, passed in (("left", left), ("right", right or left)):
            for name, code in zip("rgb", codes(lab, passed)):
                measures[zone + "_" + side + "." + name] = code
    made = records.evidence()
    return Evidence(*made[:7], [0.0] * 1434, measures)


def test_the_tones_are_those_of_the_scale():
    angles = [tone_angle(TONES[name]) for name in ("light", "intermediate", "tan", "brown", "dark")]
    assert angles == sorted(angles, reverse=True)
    assert angles[0] > 55 and angles[-1] < -30


def test_natural_skin_of_every_tone_passes():
    for name, lab in TONES.items():
        finding = light.skin_colour(seen(lab), None, None)
        assert (finding.status, finding.limit.whose) == ("pass", "ISO"), name
        assert finding.value < -1


def test_coloured_light_is_seen_on_every_tone():
    for name, lab in TONES.items():
        for cast, passed in CASTS.items():
            finding = light.skin_colour(seen(lab, passed), None, None)
            assert finding.status != "pass", (name, cast, finding.value)


def test_a_hue_that_only_we_refuse_is_a_warning():
    for cast in (36.0, 6.6, 32.0), (26.0, 21.0, 15.0):  # dark skin in yellow and in red light: within ISO's bounds
        finding = light.skin_colour(seen(cast), None, None)
        assert (finding.status, finding.variant, finding.limit.whose) == ("warn", "high", "ours")
    assert light.skin_colour(seen((73.0, 9.0, 46.0)), None, None).status == "fail"


def test_half_a_face_in_shade_is_seen_on_every_tone():
    for name, lab in TONES.items():
        assert light.face_light(seen(lab), None, None).status == "pass", name
        finding = light.face_light(seen(lab, (1.0, 1.0, 1.0), (0.45, 0.45, 0.45)), None, None)
        assert finding.status != "pass" and finding.gaps["half"] == "right", name


def test_black_and_white_has_no_skin_colour():
    grey = seen(TONES["light"])
    grey.measures["face.chroma"] = 2.0
    assert light.skin_colour(grey, None, None).variant == "grey"

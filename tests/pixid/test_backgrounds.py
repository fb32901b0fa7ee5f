"""Background colours: the numbers authorities give lie inside their names. Also run on MicroPython."""

from pixid.backgrounds import REGIONS, distance

# Lab (D65, 2 degrees) of sRGB colours, by scikit-image 0.25
WHITE, GREY_190, GREY_168, GREY_210 = (100.0, 0.0, 0.0), (77.0, 0.0, 0.0), (68.9, 0.0, 0.0), (84.2, 0.0, 0.0)
IVORY, LIGHT_BLUE, BLUE, RED = (98.5, -6.5, 21.8), (83.8, -10.9, -11.5), (57.6, 4.9, -38.9), (50.6, 56.0, 43.0)
TAN, BLACK, GREEN = (75.0, 5.0, 24.4), (19.9, 0.0, 0.0), (39.5, -37.9, 26.6)


def test_numbers_of_authorities_lie_inside_their_names():
    assert distance(["light grey"], GREY_190) == 0  # Greece
    assert distance(["grey"], GREY_168) == 0  # Bahrain
    assert distance(["light grey"], GREY_210) == 0  # China, the darkest permitted
    for name, lab in (("white", WHITE), ("cream", IVORY), ("light blue", LIGHT_BLUE), ("blue", BLUE), ("red", RED)):
        assert distance([name], lab) == 0, name
    assert distance(["beige"], TAN) == distance(["light brown"], TAN) == 0


def test_other_colours_are_as_far_away_as_they_look():
    assert distance(["white"], GREY_190) == 11.0
    assert abs(distance(["white"], LIGHT_BLUE) - (4.2**2 + 8.845**2) ** 0.5) < 0.01
    for name in ("white", "off-white", "light grey", "light", "light blue", "beige"):
        assert distance([name], BLACK) > 30, name
        assert distance([name], GREEN) > 25, name
    assert distance(["red"], BLUE) > 50


def test_the_nearest_name_counts():
    assert distance(["white", "light grey"], GREY_190) == 0
    assert distance(["red", "white"], GREY_190) == distance(["white"], GREY_190)
    assert distance([], BLACK) == 0
    assert distance(["plain"], GREEN) == distance(["contrasting"], BLACK) == 0


def test_hue_goes_round():
    for degrees in (0.0, 360.0):
        assert distance(["red"], (50.0, 60.0, 0.001 if degrees else -0.001)) < 6
    assert distance(["light grey"], (80.0, -5.0, 0.0)) == distance(["light grey"], (80.0, 5.0, 0.0)) == 0


def test_regions_are_intervals():
    for lightness, chroma, hue in REGIONS.values():
        assert 0 <= lightness[0] < lightness[1] <= 100
        assert 0 <= chroma[0] < chroma[1]
        assert 0 <= hue[0] < hue[1] <= 360

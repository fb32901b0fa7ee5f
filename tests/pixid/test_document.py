"""Document: shape, size, bytes and bands, from numbers worked out by hand. Also run on MicroPython."""

from pixid.document import from_data


def document(**changes):
    """A compiled document that states nothing, with `changes`."""
    data = {
        "id": "xx-test",
        "country": "XX",
        "document": "test",
        "names": {"en": "Test"},
        "confidence": "memory",
        "print": None,
        "digital": None,
        "head_top": "unspecified",
        "background": None,
        "edit_policy": {"crop": "unstated", "background": "unstated", "light": "unstated", "note": "", "source": None},
        "self_made": {"status": "unstated", "why": "", "instead": "", "source": None},
        "sources": [{"url": None, "title": "nobody", "kind": "memory", "read": "2026-11"}],
    }
    data.update(changes)
    return from_data(data)


def digital(**changes):
    sides = ("width_px_min", "width_px_max", "height_px_min", "height_px_max", "dpi", "file_kb_min", "file_kb_max")
    made = {side: None for side in sides}
    made.update({"formats": ["jpeg"], "aspect": None, "source": 0})
    made.update(changes)
    return made


def size_mm(width, height):
    return {"width_mm": width, "height_mm": height, "source": 0}


def band(low, high, unit, **more):
    made = {"min": low, "max": high, "unit": unit, "source": 0}
    made.update(more)
    return made


def near(value, wanted):
    return abs(value - wanted) < 1e-9


def test_a_print_is_made_at_600_dpi_where_the_photo_has_the_pixels():
    visa = document(print=size_mm(35, 45))
    assert visa.output_size(1063) == (827, 1063, 600)
    assert visa.output_size(1062) == (758, 975, 550)
    assert visa.output_size(532) == (414, 532, 300)
    assert visa.output_size(100) == (414, 532, 300)


def test_mm_round_up_so_that_the_file_is_not_smaller_than_the_rule():
    width, height, dpi = document(print=size_mm(35, 45)).output_size(600)
    assert (width, height) != (413, 531)  # what Gosuslugi refuses
    assert width / dpi * 25.4 >= 35 and height / dpi * 25.4 >= 45


def test_whole_inches_do_not_gain_a_pixel():
    assert document(print=size_mm(50.8, 50.8)).output_size(5000) == (1200, 1200, 600)


def test_a_square_between_two_limits_takes_what_the_photo_has():
    lottery = document(
        digital=digital(width_px_min=600, width_px_max=1200, height_px_min=600, height_px_max=1200, aspect=[1, 1])
    )
    assert lottery.output_size(300)[:2] == (600, 600)
    assert lottery.output_size(900.7)[:2] == (900, 900)
    assert lottery.output_size(4000)[:2] == (1200, 1200)


def test_the_shape_is_exact_where_it_can_be():
    for available in range(100, 2000, 7):
        online = document(digital=digital(width_px_min=492, height_px_min=633, aspect=[7, 9]))
        width, height, _ = online.output_size(available)
        assert width * 9 == height * 7
        assert width >= 492 and height >= 633
        assert height <= max(available, 639)  # 639 = 71 x 9, the first exact height whose width reaches 492


def test_a_single_permitted_size_is_that_size():
    finland = document(
        digital=digital(width_px_min=500, width_px_max=500, height_px_min=653, height_px_max=653), print=size_mm(36, 47)
    )
    assert finland.output_size(2000) == (500, 653, 352)  # 653 px at 352 dpi print 47.1 mm, at 353 dpi 46.99
    assert near(finland.aspect, 500 / 653)


def test_a_resolution_without_a_greatest_size_means_the_print():
    portal = document(print=size_mm(35, 45), digital=digital(width_px_min=827, height_px_min=1063, dpi=600))
    assert portal.output_size(4000) == (827, 1063, 600)
    assert portal.output_size(100) == (827, 1063, 600)


def test_without_a_px_limit_the_kb_ceiling_limits_the_pixels():
    upload = document(digital=digital(width_px_min=420, height_px_min=540, file_kb_max=240))
    width, height, _ = upload.output_size(6000)
    assert width * height <= 240 * 1024 * 8
    assert height > 1000


def test_a_large_print_in_a_small_file_takes_a_lower_resolution():
    postcard = document(print=size_mm(102, 152), digital=digital(file_kb_max=400))
    width, height, dpi = postcard.output_size(6000)
    assert dpi == 350 and width * height <= 400 * 1024 * 8
    assert document(print=size_mm(102, 152)).output_size(6000)[2] == 600
    least = document(print=size_mm(102, 152), digital=digital(file_kb_max=50)).output_size(6000)
    assert least == (1205, 1796, 300)  # no less than the least, whatever it costs in quality


def test_a_width_limit_limits_the_height():
    narrow = document(digital=digital(width_px_max=300, aspect=[3, 4]))
    assert narrow.output_size(4000)[:2] == (300, 400)


def test_bytes_keep_3_percent_under_the_ceiling():
    assert document().file_bytes() == (0, None)
    assert document(digital=digital()).file_bytes() == (0, None)
    low, high = document(digital=digital(file_kb_min=10, file_kb_max=20)).file_bytes()
    assert low == 10240
    assert high == 19865
    assert high < 20 * 1000  # also where the portal counts 1000 bytes


def test_bands_in_mm_are_ratios_of_the_right_side():
    rule = document(
        print=size_mm(40, 50),
        head_height=band(30, None, "mm"),
        face_width=band(20, 24, "mm"),
        top_margin=band(0.1, 0.2, "ratio"),
    )
    assert near(rule.band("head_height").min, 0.6)
    assert rule.band("head_height").max is None
    assert near(rule.band("face_width").max, 0.6)
    assert rule.band("top_margin").min == 0.1
    assert near(rule.mm(0.5), 25) and near(rule.mm(0.5, "centring"), 20)
    assert rule.band("head_height").holds(0.95) and not rule.band("head_height").holds(0.59)


def test_what_the_rule_leaves_out_falls_back_to_iso_and_says_so():
    silent = document()
    assert (silent.band("head_height").min, silent.band("head_height").max) == (0.6, 0.9)
    assert silent.is_fallback("head_height") and silent.is_fallback("aspect")
    assert silent.band("head_height").source is None
    assert silent.source(silent.band("head_height").source) is None
    assert silent.band("top_margin") is None and not silent.is_fallback("top_margin")
    stated = document(print=size_mm(35, 45), head_height=band(32, 36, "mm", rank=2))
    assert not stated.is_fallback("head_height") and not stated.is_fallback("aspect")
    assert stated.band("head_height").rank == 2 < silent.band("head_height").rank


def test_no_size_makes_no_file():
    for silent in (document(), document(digital=digital(file_kb_max=100))):
        assert not silent.has_size
        try:
            silent.output_size(1000)
        except ValueError:
            continue
        raise AssertionError("made a file without a size")


def test_silence_on_cropping_is_a_yes_and_a_ban_is_a_no():
    policy = {"crop": "forbidden", "background": "forbidden", "light": "unstated", "note": "uncut", "source": 0}
    assert document().crop_allowed
    assert not document(edit_policy=policy).crop_allowed
    assert document(edit_policy=policy).edit_policy.note == "uncut"


def test_sources_say_whether_they_prove_anything():
    law = {"url": "https://x", "title": "X", "kind": "law", "read": "2026-11", "changed": "2026-01"}
    rule = document(sources=[law])
    assert rule.source(0).verified and rule.source(0).changed == "2026-01"
    assert not document().source(0).verified


def test_aspect_bounds():
    assert document().aspect_bounds is None
    assert document(digital=digital(width_px_min=600, height_px_min=750)).aspect_bounds is None
    low, high = document(print=size_mm(35, 45)).aspect_bounds
    assert near(low, 7 / 9) and near(high, 7 / 9)
    loose = document(digital=digital(width_px_min=300, width_px_max=400, height_px_min=400, height_px_max=500))
    low, high = loose.aspect_bounds
    assert near(low, 0.6) and near(high, 1.0)


def test_a_millimetre_is_one_in_both_directions_where_file_and_print_differ_in_shape():
    rule = document(
        print=size_mm(40, 50), digital=digital(aspect=[3, 4], height_px_min=400), face_width=band(15, None, "mm")
    )
    assert near(rule.band("face_width").min, 15 / 37.5)  # a file of 3:4 that is 50 mm high is 37.5 mm wide
    assert near(rule.mm(1.0, "centring"), 37.5)
    assert near(rule.mm(1.0), 50)

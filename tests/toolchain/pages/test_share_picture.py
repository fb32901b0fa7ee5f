"""Pictures beside links: the right size, light, the same each time, different where numbers differ."""

import io

from PIL import Image

from tests.toolchain.committed import documents as rulebook
from toolchain.pages import share_picture


def test_every_document_has_one() -> None:
    for data in rulebook():
        made = share_picture.picture(data)
        assert Image.open(io.BytesIO(made)).size == (share_picture.WIDTH, share_picture.HEIGHT), data["id"]
        assert 1500 < len(made) < 12_000, data["id"]


def test_numbers_show() -> None:
    by_id = {data["id"]: data for data in rulebook()}
    visa, passport = (share_picture.picture(by_id[id]) for id in ("schengen-visa", "us-passport"))
    assert visa != passport and visa == share_picture.picture(by_id["schengen-visa"])


def test_the_head_stands_in_the_frame_as_the_rule_asks() -> None:
    by_id = {data["id"]: data for data in rulebook()}
    picture = Image.open(io.BytesIO(share_picture.picture(by_id["schengen-visa"])))
    middle, top = share_picture.LEFT + round(share_picture.FRAME_HEIGHT * 35 / 45 / 2), share_picture.TOP
    column = picture.crop((middle, top + 6, middle + 1, top + share_picture.FRAME_HEIGHT - 6))
    inked = [y for y, value in enumerate(column.tobytes()) if value == share_picture.INK]
    height = (inked[-1] - inked[0]) * 45 / share_picture.FRAME_HEIGHT
    assert 32 < height < 38  # mm from the hair to the chin; the band is 32 to 36 from the skull

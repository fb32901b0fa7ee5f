"""Icons of the installed app."""

import io

from PIL import Image, ImageChops

from toolchain.pages import icons

SAFE = 0.4  # radius of the circle that every system keeps of a maskable icon, as a part of its side (W3C manifest)


def picture(name: str) -> Image.Image:
    return Image.open(io.BytesIO(icons.pictures()[name])).convert("RGB")


def test_sizes_and_bytes_are_what_the_manifest_says() -> None:
    assert [picture(name).size for name in icons.pictures()] == [(192, 192), (512, 512), (512, 512)]
    assert all(len(data) < 12_000 for data in icons.pictures().values())
    assert icons.pictures() == icons.pictures()


def test_a_maskable_icon_keeps_its_sign_inside_the_safe_circle() -> None:
    whole = picture("icon-maskable.png")
    ground = Image.new("RGB", whole.size, whole.getpixel((0, 0)))
    box = ImageChops.difference(whole, ground).getbbox()
    assert box is not None
    middle = whole.width / 2
    corners = [(x - middle, y - middle) for x in (box[0], box[2]) for y in (box[1], box[3])]
    assert max((x * x + y * y) ** 0.5 for x, y in corners) <= SAFE * whole.width
    assert box[2] - box[0] > whole.width / 3

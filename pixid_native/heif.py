"""HEIC through pillow-heif, where it is installed: its wheels carry LGPL and GPL codecs, so it is optional."""

import io

from PIL import Image

from pixid.errors import PhotoError

PACKAGE = "pillow-heif"


def opened(data: bytes) -> Image.Image:
    """The primary picture, upright (the container's own turns applied), 8 bit, with its profile in `info`.

    Raises PhotoError("heic") without the package, and what it raises for broken files.
    """
    try:
        import pillow_heif
    except ImportError as error:
        raise PhotoError("heic", package=PACKAGE) from error
    image: Image.Image = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True).to_pillow()
    return image

"""What a file is, by its first bytes: names and suffixes lie, signatures do not."""

SIGNATURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),  # BigTIFF
    (b"MM\0+", "tiff"),
)

BRANDS = {
    b"avif": "avif", b"avis": "avif",
    b"heic": "heic", b"heix": "heic", b"heim": "heic", b"heis": "heic", b"hevc": "heic", b"hevx": "heic",
    b"mif1": "heic", b"msf1": "heic",
}  # fmt: skip
"""Major brands of the ISO media file format (ISO/IEC 23008-12, AVIF 1.1)."""

STRANGERS = (
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"8BPS", "Photoshop"),
    (b"FUJIFILMCCD-RAW", "Fujifilm RAW"),
    (b"IIU\0", "Panasonic RAW"),
    (b"IIRO", "Olympus RAW"),
    (b"P4\n", "PBM"), (b"P5\n", "PGM"), (b"P6\n", "PPM"),
    (b"\0\0\1\0", "icon"),
)  # fmt: skip
"""Pictures that no browser shows: told by name, so that people know their file is sound."""


def format_of(data: bytes) -> str | None:
    """jpeg, png, webp, gif, heic, avif, bmp or tiff; None for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return _media_brand(data)
    if data[8:10] == b"CR" and data[:4] == b"II*\0":
        return None  # Canon RAW calls itself TIFF; what TIFF readers find in it is a thumbnail
    return next((name for start, name in SIGNATURES if data.startswith(start)), None)


def stranger(data: bytes) -> str | None:
    """The name of a picture format that is known but not opened; None where the file is no picture we know."""
    if data[8:10] == b"CR" and data[:4] == b"II*\0":
        return "Canon RAW"
    if data[4:11] == b"ftypcrx":
        return "Canon RAW"
    if b"<svg" in data[:1024].lower():
        return "SVG"
    return next((name for start, name in STRANGERS if data.startswith(start)), None)


def _media_brand(data: bytes) -> str | None:
    """mif1 and msf1 only say "a picture"; the compatible brands after them say which."""
    major = BRANDS.get(data[8:12])
    if major is None or data[8:12] not in (b"mif1", b"msf1"):
        return major
    box = data[16 : min(int.from_bytes(data[:4], "big"), 256)]
    brands = {BRANDS.get(box[at : at + 4]) for at in range(0, len(box), 4)}
    return "avif" if "avif" in brands else "heic"

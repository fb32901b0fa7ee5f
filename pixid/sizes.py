"""How large the file is made: pixels, density and bytes from the limits of a document.

Lengths in mm become pixels rounded up, so that the file is never smaller than the rule: 35 x 45 mm at 300 dpi is
414 x 532, and Gosuslugi refuses 413 x 531 because it is 34.97 x 44.96 mm.
"""

from math import ceil, floor

from pixid.rule_values import Digital, Print

MM_PER_INCH = 25.4
PRINT_DPI = (600, 550, 500, 450, 400, 350, 300)  # a print without a stated resolution: the first the photo has pixels
# for and the ceiling in KB has bytes for; 600 is the most that photo printers resolve, 300 the least of ICAO Doc 9303
FILE_DPI = 300  # density written where neither a print size nor a resolution is stated; no portal reads it then
BYTES_PER_KB = 1024
CEILING_SPARE = 0.03  # portals count a KB as 1000 or as 1024 bytes (2.4 % apart); 3 % less satisfies both
BITS_PER_PIXEL = 1.0  # a portrait before a plain wall at JPEG quality 90; ours, used only where no px limit is stated
LARGEST_SIDE = 8192  # px; ours: where nothing at all limits the file


def px(mm: float, dpi: float) -> int:
    """Pixels that cover at least `mm` at `dpi`; forgives what binary fractions add (25.4 mm is exactly 1 inch)."""
    return ceil(mm * dpi / MM_PER_INCH - 1e-6)


def file_bytes(digital: Digital | None) -> tuple[int, int | None]:
    """Least and greatest bytes of the file, the ceiling with 3 % to spare; (0, None) without limits."""
    if digital is None:
        return 0, None
    least = ceil((digital.file_kb_min or 0) * BYTES_PER_KB)
    if not digital.file_kb_max:
        return least, None
    return least, floor(digital.file_kb_max * BYTES_PER_KB * (1 - CEILING_SPARE))


def output_size(
    printed: Print | None, digital: Digital | None, shape: tuple[float, float], available_height: float
) -> tuple[int, int, int]:
    """(width px, height px, dpi) for a frame of `shape` (width, height) that covers `available_height` px of a photo.

    `printed` and `digital` are the rules of a document (pixid.document), one of them may be None.
    """
    if printed is not None and (digital is None or not digital.has_pixels or _print_at_dpi(digital)):
        return _print_size(printed, digital, available_height)
    assert digital is not None, "a document without a size makes no file"
    aspect = shape[0] / shape[1]
    low, high = _height_limits(digital, aspect)
    width, height = _in_shape(shape, low, max(low, min(high, floor(available_height))), high)
    if digital.width_px_max:
        width = min(width, digital.width_px_max)
    return max(width, digital.width_px_min or 1), height, _density(printed, digital, height)


def _print_at_dpi(digital: Digital) -> bool:
    """A resolution and no upper px limit: what is meant is the print size at that resolution."""
    return bool(digital.dpi) and not digital.width_px_max and not digital.height_px_max


def _print_size(printed: Print, digital: Digital | None, available_height: float) -> tuple[int, int, int]:
    dpi = (digital.dpi if digital is not None else None) or printed.dpi
    if not dpi:
        most = _most_pixels(digital)
        sides = [(d, px(printed.width_mm, d), px(printed.height_mm, d)) for d in PRINT_DPI]
        enough = [d for d, width, height in sides if height <= available_height and width * height <= most]
        dpi = enough[0] if enough else PRINT_DPI[-1]
    width, height = px(printed.width_mm, dpi), px(printed.height_mm, dpi)
    if digital is not None:
        width, height = max(width, digital.width_px_min or 0), max(height, digital.height_px_min or 0)
    return width, height, dpi


def _height_limits(digital: Digital, aspect: float) -> tuple[int, int]:
    """Least and greatest height in px; a limit on the width counts through the shape of the frame."""
    low = max(digital.height_px_min or 1, ceil((digital.width_px_min or 1) / aspect - 1e-6))
    high = digital.height_px_max or LARGEST_SIDE
    if digital.width_px_max:
        high = min(high, floor(digital.width_px_max / aspect + 1e-6))
    elif not digital.height_px_max and digital.file_kb_max:
        high = min(high, floor((_most_pixels(digital) / aspect) ** 0.5))
    return low, max(low, high)


def _most_pixels(digital: Digital | None) -> float:
    """Pixels that a file under the ceiling can hold in decent quality; LARGEST_SIDE squared without one."""
    most = file_bytes(digital)[1]
    return LARGEST_SIDE * LARGEST_SIDE if most is None else most * 8 / BITS_PER_PIXEL


def _density(printed: Print | None, digital: Digital, height: int) -> int:
    if digital.dpi:
        return int(digital.dpi)
    if printed is not None:
        return max(1, floor(height * MM_PER_INCH / printed.height_mm))  # down: the print must not come out too small
    return FILE_DPI


def _in_shape(shape: tuple[float, float], low: int, height: int, high: int) -> tuple[int, int]:
    """(width, height) near `height` within low..high; exactly in shape where its terms are small whole numbers."""
    a, b = _smallest_terms(shape)
    if a and b <= 100:
        times = height // b
        if times * b < low:
            times += 1
        if times * b <= high:
            return times * a, times * b
    return max(1, ceil(height * shape[0] / shape[1] - 1e-6)), height


def _smallest_terms(shape: tuple[float, float]) -> tuple[int, int]:
    """`shape` reduced by its greatest common divisor; (0, 0) if it is not whole."""
    a, b = int(shape[0]), int(shape[1])
    if a != shape[0] or b != shape[1]:
        return 0, 0
    divisor, rest = a, b
    while rest:
        divisor, rest = rest, divisor % rest
    return a // divisor, b // divisor

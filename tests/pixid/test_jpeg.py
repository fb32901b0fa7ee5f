"""The head of a JPEG: what is read from it and what is written. Also run on MicroPython."""

from binascii import a2b_base64

from pixid import jpeg
from pixid.drive import finish
from tests.pixid.fake_engine import FakeEngine
from tests.pixid.jpegs import END, SCAN, TABLES, exif, frame, jfif, segment, tiff
from tests.pixid.jpegs import jpeg as made

# 8 x 8 px, written by libjpeg-turbo, with EXIF: orientation 6, 300 dpi, latitude; quality 50, optimised tables
REAL = a2b_base64(
    b"/9j/4AAQSkZJRgABAQAAAQABAAD/4QCERXhpZgAATU0AKgAAAAgABAESAAMAAAABAAYAAAEaAAUAAAABAAAAPgEoAAMAAAABAAIA"
    b"AIglAAQAAAABAAAARgAAAAAAAAEsAAAAAQACAAEAAgAAAAJOAAAAAAIABQAAAAMAAABkAAAAAAAAADQAAAABAAAAHgAAAAEAAAAA"
    b"AAAAAf/bAEMAEAsMDgwKEA4NDhIREBMYKBoYFhYYMSMlHSg6Mz08OTM4N0BIXE5ARFdFNzhQbVFXX2JnaGc+TXF5cGR4XGVnY//b"
    b"AEMBERISGBUYLxoaL2NCOEJjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY//AABEIAAgA"
    b"CAMBIgACEQEDEQH/xAAUAAEAAAAAAAAAAAAAAAAAAAAA/8QAFxABAAMAAAAAAAAAAAAAAAAAABZjof/EABQBAQAAAAAAAAAAAAAA"
    b"AAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwBDq8AB/9k="
)

XMP = segment(0xE1, b'http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="52,30N"/>')
ICC = segment(0xE2, b"ICC_PROFILE\0\1\1" + bytes(600))


def refused(data: bytes, action=jpeg.parse) -> bool:
    try:
        action(data)
    except ValueError:
        return True
    return False


def markers(head: bytes) -> list[int]:
    found, at = [], 2
    while at + 4 <= len(head):
        found.append(head[at + 1])
        at += 2 + head[at + 2] * 256 + head[at + 3]
    assert at == len(head), "the last segment is cut"
    return found


def test_a_real_file():
    header = jpeg.parse(REAL)
    assert (header.width, header.height, header.components, header.precision) == (8, 8, 3, 8)
    assert header.orientation == 6 and header.dpi == 300
    assert header.has_exif and header.has_gps and not header.has_icc and not header.progressive


def test_a_bare_file():
    header = jpeg.parse(made(TABLES, frame(640, 480)))
    assert (header.width, header.height) == (640, 480)
    assert header.orientation == 1 and header.dpi is None
    assert not header.has_exif and not header.has_gps


def test_frame_kinds():
    assert jpeg.parse(made(frame(9, 7, 4))).components == 4
    assert jpeg.parse(made(frame(9, 7, 1))).components == 1
    assert jpeg.parse(made(frame(9, 7, 3, 0xC2))).progressive
    huffman = segment(0xC4, bytes(40))  # shares the range of the frame headers and is none
    assert jpeg.parse(made(huffman, frame(9, 7))).width == 9


def test_density():
    assert jpeg.parse(made(jfif(1, 300), frame(8, 8))).dpi == 300
    assert abs(jpeg.parse(made(jfif(2, 118), frame(8, 8))).dpi - 299.72) < 0.01
    assert jpeg.parse(made(jfif(0, 1), frame(8, 8))).dpi is None
    block = tiff([(0x011A, 5, (240 << 16) | 1), (0x0128, 3, 2)])
    assert jpeg.parse(made(exif(block), frame(8, 8))).dpi == 240
    assert jpeg.parse(made(jfif(1, 72), exif(block), frame(8, 8))).dpi == 72, "JFIF comes first"


def test_orientation_in_both_byte_orders():
    for order in "<>":
        for turned in range(1, 9):
            block = tiff([(0x0100, 4, 99), (0x0112, 3, turned)], order)
            assert jpeg.parse(made(exif(block), frame(8, 8))).orientation == turned
    assert jpeg.parse(made(exif(tiff([(0x0112, 3, 9)])), frame(8, 8))).orientation == 1


def test_place():
    assert jpeg.parse(made(exif(tiff([], "<", [(2, 5, 52 << 16 | 1)])), frame(8, 8))).has_gps
    assert not jpeg.parse(made(exif(tiff([], ">", [(0, 4, 2)])), frame(8, 8))).has_gps, "an empty GPS directory"
    assert jpeg.parse(made(exif(tiff([(0x8825, 4, 60000)])), frame(8, 8))).has_gps, "beyond the block: better told"
    assert jpeg.parse(made(XMP, frame(8, 8))).has_gps


def test_damaged_exif_is_no_exif():
    for cut in range(0, 60):
        block = tiff([(0x0112, 3, 6)], ">", [(2, 5, 1)])[:cut]
        header = jpeg.parse(made(exif(block), frame(8, 8)))
        assert header.orientation in (1, 6)
    looping = b"II*\0\xff\xff\xff\xff" + bytes(20)
    assert jpeg.parse(made(exif(looping), frame(8, 8))).orientation == 1


def test_what_is_no_jpeg_or_too_short():
    assert refused(b"")
    assert refused(b"\x89PNG\r\n\x1a\n")
    assert refused(b"\xff\xd8")
    assert refused(made(TABLES)), "a scan without a frame"
    assert refused(made(frame(8, 8))[:11]), "cut inside the frame header"
    assert refused(b"\xff\xd8garbage and more")


def test_fill_bytes():
    assert jpeg.parse(b"\xff\xd8\xff\xff\xff" + jfif()[1:] + frame(8, 8)).dpi == 72


def test_inspect_reads_around_what_it_does_not_need():
    thumbnail = exif(tiff([(0x0112, 3, 8)], "<", [(4, 5, 1)]) + bytes(60000))
    file = made(thumbnail, ICC, segment(0xED, bytes(65000)), segment(0xE2, bytes(65000)), frame(4000, 3000))
    engine = Counting(10, 10, {}, file=file)
    picture = finish(engine.open("x.jpg"))
    assert finish(jpeg.inspect(engine, picture.handle)) == jpeg.parse(file)
    assert jpeg.parse(file).has_icc
    assert engine.bytes < 30000, engine.bytes


class Counting(FakeEngine):
    bytes = 0

    async def read(self, handle, start, stop):
        self.bytes += stop - start
        return await FakeEngine.read(self, handle, start, stop)


def test_rewritten_head_of_a_real_file():
    head, skip = jpeg.rewrite_head(REAL, 600)
    file = head + REAL[skip:]
    header = jpeg.parse(file)
    assert header.dpi == 600 and header.orientation == 1
    assert not header.has_exif and not header.has_gps
    assert markers(head)[0] == 0xE0 and not [m for m in markers(head)[1:] if m >= 0xE0]
    assert REAL[skip : skip + 2] == b"\xff\xda" and file[-2:] == END
    assert len(file) < len(REAL)


def test_everything_private_goes_and_the_picture_stays():
    comment = segment(0xFE, b"my camera")
    file = made(jfif(0, 1), exif(tiff([])), XMP, ICC, comment, TABLES, segment(0xED, b"x"), frame(8, 8), comment)
    head, skip = jpeg.rewrite_head(file, 300)
    assert head == b"\xff\xd8" + jfif(1, 300) + TABLES + frame(8, 8)
    assert file[skip:] == SCAN + b"\x12\x34\x56" + END


def test_rewriting_twice_changes_nothing():
    file = made(TABLES, frame(8, 8))
    head, skip = jpeg.rewrite_head(file, 300, 500)
    again, skipped = jpeg.rewrite_head(head + file[skip:], 300, 500)
    assert again == head and skipped == len(head)


def test_padding_reaches_the_floor():
    file = made(TABLES, frame(8, 8))
    bare = len(jpeg.rewrite_head(file, 300)[0])
    for floor in (1, bare, bare + 1, bare + 50, bare + 300, 20480, 65536 + bare, 65537 + bare, 204800):
        head, skip = jpeg.rewrite_head(file, 300, floor)
        assert floor <= len(head) < max(floor, bare) + len(jpeg.LABEL) + 4, (floor, len(head))
        assert len(head) == floor or floor <= bare + len(jpeg.LABEL) + 4 or floor > 65536, (floor, len(head))
        comments = [marker for marker in markers(head) if marker == 0xFE]
        assert bool(comments) == (floor > bare)
        assert head.count(jpeg.LABEL) == len(comments), "each comment says what it is"
        assert jpeg.parse(head + file[skip:]).width == 8


def test_heads_that_cannot_be_rewritten():
    def rewrite(data):
        return jpeg.rewrite_head(data, 300)

    file = made(TABLES, frame(8, 8))
    assert refused(file[:40], rewrite), "the scan is not reached"
    assert refused(b"GIF89a" + bytes(100), rewrite)
    assert refused(made(frame(8, 8, 4)), rewrite), "CMYK"
    assert refused(made(segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"), frame(8, 8)), rewrite), "plain RGB"
    assert not refused(made(segment(0xEE, b"Adobe\0\x64\0\0\0\0\1"), frame(8, 8)), rewrite)

"""The PDF's own bookkeeping; what it looks like is measured in tests/pixid_native/test_print_sheets.py."""

from pixid import pdf
from pixid.engine import EncodedFile
from pixid.sheet import Piece, lay_out, paper


def whole(sheets, images):
    """The file, with zeros in place of pictures."""
    parts = pdf.parts(sheets, images)
    return b"".join([bytes(part.size) if isinstance(part, EncodedFile) else part for part in parts])


def made(copies=None, count=1, size="10x15"):
    pieces = [Piece(35, 45, copies)] * count
    return whole(lay_out(paper(size), pieces), [pdf.Image(EncodedFile(k, 1000 + k), 413, 531) for k in range(count)])


def test_the_table_points_at_the_objects():
    for copies, count in ((None, 1), (3, 2), (30, 1)):
        data = made(copies, count)
        start = int(data[data.rfind(b"startxref") :].split()[1])
        table = data[start:].split(b"\n")
        assert table[0] == b"xref"
        entries = table[3 : 2 + int(table[1].split()[1])]
        for number, row in enumerate(entries, 1):
            offset = int(row.split()[0])
            head = str(number).encode() + b" 0 obj"
            assert data[offset : offset + len(head)] == head, number


def test_streams_have_their_lengths():
    data = made(3, 2)
    assert b"/Length 1000>>\nstream\n" + bytes(1000) + b"\nendstream" in data
    assert b"/Length 1001>>\nstream\n" + bytes(1001) + b"\nendstream" in data


def test_each_picture_is_there_once_and_drawn_often():
    data = made()
    assert data.count(b"/DCTDecode") == 1
    assert data.count(b" Do Q") == 8


def test_pages():
    assert made(19).count(b"/Type/Page/") == 3
    assert b"/MediaBox[0 0 425.197 283.465]" in made()


def test_printers_are_asked_not_to_scale():
    assert b"/PrintScaling/None" in made()


def test_the_same_sheet_is_the_same_file():
    assert made() == made()

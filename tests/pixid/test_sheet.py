"""Sheets: every print inside the safe part of the paper, none on another, all ink outside the pictures."""

from pixid import ruler
from pixid.sheet import LEAST_GAP, PAPERS, Piece, lay_out, paper, too_large, usual_paper
from tests.pixid.dice import Dice

EASE = 1e-6


def apart(a, b, distance=0.0):
    """Do two rectangles (x, y, width, height) keep `distance`?"""
    across = max(a[0] - b[0] - b[2], b[0] - a[0] - a[2])
    down = max(a[1] - b[1] - b[3], b[1] - a[1] - a[3])
    return max(across, down) >= distance - EASE


def hold(sheets, size):
    """What is true of every sheet."""
    for sheet in sheets:
        boxes = [(place.x, place.y, place.width, place.height) for place in sheet.places]
        for k, box in enumerate(boxes):
            assert size.margin - EASE <= box[0] and box[0] + box[2] <= sheet.width - size.margin + EASE
            assert size.margin - EASE <= box[1] and box[1] + box[3] <= sheet.height - size.margin + EASE
            for other in boxes[k + 1 :]:
                assert apart(box, other, LEAST_GAP), (box, other)
        for mark in sheet.ink:
            assert mark[0] >= 0 and mark[0] + mark[2] <= sheet.width
            assert mark[1] >= 0 and mark[1] + mark[3] <= sheet.height
            # A line in step with an edge straddles it by half its width, but begins away from the corner.
            assert all([apart(mark, box, 0.05) for box in boxes]), mark


def test_every_paper_and_size():
    for id, _, _, _ in PAPERS:
        for width, height in ((35, 45), (50.8, 50.8), (50, 70), (26, 32), (40, 60), (33, 48)):
            sheets = lay_out(paper(id), [Piece(width, height, None)])
            assert len(sheets) == 1
            hold(sheets, paper(id))


def test_the_usual_counts():
    for id, size, count in (
        ("10x15", (35, 45), 8), ("4x6in", (35, 45), 8), ("13x18", (35, 45), 9), ("a4", (35, 45), 30),
        ("4x6in", (50.8, 50.8), 2), ("5x7in", (50.8, 50.8), 6), ("letter", (50.8, 50.8), 20),
    ):  # fmt: skip
        made = lay_out(paper(id), [Piece(size[0], size[1], None)])[0]
        assert len(made.places) == count, (id, size, len(made.places))


def test_no_other_print_would_fit():
    """As many as fit: the same paper does not take one more."""
    for id, _, _, _ in PAPERS:
        count = len(lay_out(paper(id), [Piece(35, 45, None)])[0].places)
        assert len(lay_out(paper(id), [Piece(35, 45, count + 1)])) == 2


def test_several_people():
    dice = Dice(4)
    for _ in range(12):
        pieces = [
            Piece(dice.between(25, 55), dice.between(30, 70), None if dice.part() < 0.5 else dice.whole(1, 7))
            for _ in range(dice.whole(1, 4))
        ]
        sheets = lay_out(paper("a4"), pieces)
        hold(sheets, paper("a4"))
        for k, piece in enumerate(pieces):
            count = len([place for sheet in sheets for place in sheet.places if place.piece == k])
            assert count == piece.copies if piece.copies else count >= 1


def test_equal_people_get_equal_numbers():
    made = lay_out(paper("a4"), [Piece(35, 45, None), Piece(35, 45, None), Piece(35, 45, None)])[0]
    assert [len([place for place in made.places if place.piece == k]) for k in range(3)] == [10, 10, 10]


def test_more_than_a_sheet():
    sheets = lay_out(paper("10x15"), [Piece(35, 45, 19)])
    assert [len(sheet.places) for sheet in sheets] == [8, 8, 3]
    hold(sheets, paper("10x15"))


def test_too_large():
    for size in ((100, 150), (96, 92), (148, 92)):
        try:
            lay_out(paper("10x15"), [Piece(size[0], size[1], 1)])
        except ValueError:
            continue
        raise AssertionError(size)


def test_the_ruler_is_five_centimetres():
    ink = ruler.ink(3.0, 90.0)
    long = [x + width / 2 for x, _, width, height in ink if height == ruler.HEIGHT and width == ruler.THIN]
    assert [round(x - long[0], 6) for x in long] == [0, 10, 20, 30, 40, 50]
    assert max([y + height for _, y, _, height in ink]) <= 90 + ruler.HEIGHT + EASE


def test_paper_of_the_country():
    assert usual_paper("US").id == "4x6in"
    assert usual_paper("DE").id == "10x15"


def test_which_print_is_larger_than_the_paper():
    pieces = [Piece(35, 45, None), Piece(120, 60, None), Piece(60, 120, 1), Piece(120, 120, None), Piece(95, 139, 1)]
    assert too_large(paper("10x15"), pieces) == [3, 4]
    assert too_large(paper("a4"), pieces) == []
    try:
        lay_out(paper("10x15"), pieces[2:4])
    except ValueError:
        return
    raise AssertionError("a print larger than the paper was laid on it")


def test_two_sizes_share_a_sheet():
    """The American passport and the Schengen visa on one paper: both as often as there is room, in turn."""
    for id in ("10x15", "4x6in", "a4"):
        sheets = lay_out(paper(id), [Piece(50.8, 50.8, None), Piece(35, 45, None)])
        assert len(sheets) == 1
        hold(sheets, paper(id))
        sizes = [(place.width, place.height) for place in sheets[0].places]
        assert sizes.count((50.8, 50.8)) >= 1 and sizes.count((35, 45)) >= 1

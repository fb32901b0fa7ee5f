"""Strokes: read as they were written, thinned without leaving the brush, handed over in runs of one kind."""

from pixid.strokes import COARSE, KEEP, PIECES, REMOVE, Stroke, read, runs, stroke


def test_read_takes_back_what_was_written():
    drawn = (stroke(KEEP, 12.0, [(10, 20), (40.5, 80)]), stroke(REMOVE, 3.5, [(7, 7)]))
    assert read([one.data() for one in drawn]) == drawn
    assert drawn[0].data() == {"kind": "keep", "radius": 12.0, "points": [[10.0, 20.0], [40.5, 80.0]]}


def test_what_is_no_list_of_strokes_is_refused():
    good = {"kind": "keep", "radius": 5, "points": [[1, 2]]}
    for wrong in (
        5,
        [5],
        [{}],
        {"strokes": [good]},
        [good | {"kind": "blur"}],
        [good | {"radius": 0}],
        [good | {"radius": "wide"}],
        [good | {"points": []}],
        [good | {"points": [[1]]}],
        [good | {"points": [[1, 1e9]]}],
        [good | {"points": [[1, float("nan")]]}],
    ):
        try:
            read(wrong)
        except ValueError:
            continue
        raise AssertionError(wrong)
    assert read([]) == ()


def test_points_that_tell_nothing_go():
    straight = stroke(KEEP, 8.0, [(k, 2.0 * k) for k in range(100)])
    assert straight.points == ((0.0, 0.0), (99.0, 198.0))
    bow = [(float(k), (k - 50) ** 2 / 25.0) for k in range(101)]
    made = stroke(KEEP, 8.0, bow)
    assert 4 < len(made.points) < 30 and made.points[0] == bow[0] and made.points[-1] == bow[-1]
    for x, y in bow:
        assert min([_away(x, y, a, b) for a, b in zip(made.points, made.points[1:])]) <= COARSE * 8.0 + 1e-6


def _away(x, y, a, b):
    """From a point to a straight piece, by walking along it."""
    return min(
        [
            ((a[0] + (b[0] - a[0]) * t / 200 - x) ** 2 + (a[1] + (b[1] - a[1]) * t / 200 - y) ** 2) ** 0.5
            for t in range(201)
        ]
    )


def test_strokes_share_a_run_but_never_overtake_what_they_meet():
    keep, remove = stroke(KEEP, 4.0, [(1, 1), (9, 1), (9, 9)]), stroke(REMOVE, 2.0, [(5, 5)])
    far = stroke(KEEP, 4.0, [(300, 5)])
    assert [person for person, _ in runs((keep, remove, far, stroke(REMOVE, 2.0, [(200, 200)]), far))] == [1.0, 0.0]
    assert runs((keep, remove, far)) == runs((keep, far, remove))
    made = runs((keep, keep, remove, keep))
    assert [person for person, _ in made] == [1.0, 0.0, 1.0]
    assert all([len(pieces) == 5 * PIECES for _, pieces in made])
    assert made[0][1][:10] == [1, 1, 9, 1, 4, 9, 1, 9, 9, 4]
    assert made[1][1][:5] == [5, 5, 5, 5, 2] and made[1][1][5] < -1e6, "a dab, and nothing else"
    assert runs(()) == []


def test_a_long_stroke_takes_several_runs():
    zigzag = Stroke(KEEP, 1.0, tuple([(float(k), 10.0 * (k % 2)) for k in range(2 * PIECES + 2)]))
    made = runs((zigzag,))
    assert [person for person, _ in made] == [1.0, 1.0, 1.0]
    used = [pieces[k] for _, pieces in made for k in range(0, 5 * PIECES, 5) if pieces[k] > -1e6]
    assert used == [float(k) for k in range(2 * PIECES + 1)]

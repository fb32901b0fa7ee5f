"""The story of a photo with a scripted engine: what is asked in which order, what is let go. Also on MicroPython."""

from math import atan2, pi

from pixid import jpeg, pipeline
from pixid.drive import finish
from pixid.errors import PhotoError
from pixid.face import distance
from pixid.wording import no_file, operations
from tests.pixid import records, rules
from tests.pixid.fake_engine import FakeEngine, head_of
from tests.pixid.jpegs import exif, tiff
from tests.pixid.photographed import NOBODY, detected, engine, ran

VISA, LOTTERY, PORTAL = (rules.document(one) for one in (rules.VISA, rules.LOTTERY, rules.PORTAL))


def refused(engine):
    """The id of the PhotoError that examining ends with."""
    try:
        finish(pipeline.examine(engine, "a.jpg"))
    except PhotoError as error:
        return error.id
    return None


def test_the_order_of_things():
    fake, told = engine(), []
    evidence = finish(pipeline.examine(fake, "a.jpg", lambda step, known: told.append((step, known))))
    assert ran(fake) == ["find", "mesh", "person", "measure", "detail"]
    assert [step for step, _ in told] == ["open", "find", "measure", "judge"]
    known = [evidence for _, evidence in told]
    assert known[0] is None and known[1].faces == [] and known[1].picture.width == 1350
    assert len(known[2].faces) == 1 and known[2].face is None
    assert known[3] is evidence and evidence.face is not None
    assert sorted(evidence.timings) == ["find", "measure", "open"] and min(evidence.timings.values()) >= 0
    assert (evidence.presence, evidence.softness) == (0.98, 1.4)


def test_what_is_measured_is_what_the_graphs_said():
    face = finish(pipeline.examine(engine(roll=4.0), "a.jpg")).measured
    assert abs(face.roll - 4) < 1e-6 and abs(face.ied - 126) < 1e-6
    assert abs(distance(face.eyes, face.hair_top) - 1.1 * face.t) < 1e-6


def test_the_mesh_looks_at_the_largest_face_upright():
    fake = engine(find=detected((300, 400, 90.0, 0.99), (700, 800, 300.0, 0.7, 120.0), (1000, 300, 80.0, 0.9)))
    evidence = finish(pipeline.examine(fake, "a.jpg"))
    assert fake.asked("mesh") == [{"roi": [700, 800, 450.0, pi / 4]}] and atan2(120, 120) == pi / 4
    assert [found.side for found in evidence.faces] == [300, 90, 80]
    assert evidence.faces[0].points[1] == (760.0, 920.0)


def test_a_box_hardly_believed_in_does_not_win():
    fake = engine(find=detected((700, 800, 200.0, 0.95), (700, 300, 220.0, 0.55)))
    assert finish(pipeline.examine(fake, "a.jpg")).faces[0].side == 200


def test_the_person_is_looked_for_around_the_head():
    fake = engine()
    face = finish(pipeline.examine(fake, "a.jpg")).measured
    asked = fake.asked("person")[0]
    x0, y0, width, height = asked["region"]
    assert abs(width - 4.2 * face.t) < 1e-6 and abs(height - 4.2 * face.t) < 1e-6
    assert abs(x0 + width / 2 - face.eyes[0]) < 1e-6 and abs(y0 + height / 2 - face.eyes[1]) < 1e-6
    assert asked["head"] == list(face.eyes) + list(face.chin)


def test_an_error_ends_what_would_have_followed():
    fake = engine(presence=0.1)
    assert refused(fake) == "no-face"
    assert ran(fake) == ["find", "mesh"] and fake.calls[-1][0] == "drop"


def test_but_not_beyond_the_photo():
    fake = engine(size=(900, 1000))
    finish(pipeline.examine(fake, "a.jpg"))
    x0, y0, width, height = fake.asked("person")[0]["region"]
    assert x0 > 0 and x0 + width == 900 and y0 + height == 1000


def test_small_faces_are_looked_for_only_where_none_was_found():
    fake = engine(find=[NOBODY], far=detected((675, 850, 60.0, 0.8)))
    evidence = finish(pipeline.examine(fake, "a.jpg"))
    assert ran(fake) == ["find", "find_far", "mesh", "person", "measure", "detail"] and evidence.faces[0].side == 60
    assert "find_far" not in ran_by(engine())


def ran_by(fake):
    finish(pipeline.examine(fake, "a.jpg"))
    return ran(fake)


def test_no_face():
    fake = engine(find=[NOBODY])
    assert refused(fake) == "no-face" and ran(fake) == ["find", "find_far"]
    assert not fake.files, "the photo stayed in the engine"


def test_a_mesh_that_sees_no_face():
    fake = engine(presence=0.49)
    assert refused(fake) == "no-face" and ran(fake) == ["find", "mesh"] and not fake.files
    assert refused(engine(presence=0.5)) is None


def test_a_photo_that_cannot_be_opened():
    fake = engine(error=PhotoError("truncated", readable_mb=1.2))
    assert refused(fake) == "truncated" and ran(fake) == []


def test_a_graph_that_fails_lets_go_of_the_photo():
    def fails(numbers):
        raise PhotoError("engine", graph="person")

    fake = engine()
    fake.graphs["person"] = fails
    assert refused(fake) == "engine" and not fake.files


def test_the_head_of_a_jpeg_is_read_and_one_that_cannot_be_read_is_no_obstacle():
    place = exif(tiff([], gps=[(2, 3, 1)]))
    fake = engine(file=head_of(1350, 1800)[:2] + place + head_of(1350, 1800)[2:])
    assert finish(pipeline.examine(fake, "a.jpg")).header.has_gps
    assert not finish(pipeline.examine(engine(), "a.jpg")).header.has_gps
    odd = engine(file=b"\xff\xd8\x00\x00 no markers, yet a decoder took it")
    assert finish(pipeline.examine(odd, "a.jpg")).header is None


def test_the_face_comes_before_the_verdict():
    evidence = finish(pipeline.examine(engine(), "a.jpg"))
    early = type(evidence)(*evidence[:3], None, *evidence[4:])
    try:
        pipeline.judge(early, VISA)
    except ValueError:
        return
    raise AssertionError("judged without a face")


def made(document, fake=None, as_is=False):
    fake = fake or engine()
    report = finish(pipeline.check(fake, "a.jpg", document, as_is))
    return finish(pipeline.make(fake, report)), fake


def test_the_file():
    made_file, fake = made(VISA)
    frame = made_file.report.frame
    assert (made_file.width, made_file.height, made_file.dpi) == VISA.output_size(frame.height)
    assert made_file.matrix == frame.matrix(made_file.width, made_file.height)
    composed = [given for method, given in fake.calls if method == "compose"]
    assert composed == [(made_file.matrix, made_file.width, made_file.height)]
    data = fake.files[made_file.file.handle]
    header = jpeg.parse(data)
    assert (header.width, header.height, header.dpi) == (made_file.width, made_file.height, made_file.dpi)
    assert made_file.file.size == len(data) and made_file.why_not == ""


def test_only_the_photo_and_the_file_stay():
    for document in (VISA, LOTTERY, rules.document(rules.EVERYTHING)):
        made_file, fake = made(document)
        assert sorted(fake.files) == [made_file.report.evidence.picture.handle, made_file.file.handle]
        assert not fake.rasters


class Broken(FakeEngine):
    async def encode(self, raster, quality, chroma):
        raise PhotoError("engine")


def test_a_file_that_cannot_be_written_leaves_no_pixels():
    fake = engine()
    report = finish(pipeline.check(fake, "a.jpg", VISA))
    broken = Broken(1350, 1800, {})
    try:
        finish(pipeline.make(broken, report))
    except PhotoError:
        assert not broken.rasters
        return
    raise AssertionError("the error was swallowed")


def test_operations_say_what_was_done():
    assert made(VISA)[0].operations == ["crop", "resize", "strip-metadata"]
    turned, _ = made(VISA, engine(roll=4.0))
    assert turned.operations == ["crop", "turn", "resize", "strip-metadata"]
    assert turned.report.frame.turn == turned.report.evidence.measured.roll
    assert "turned by 4.0°" in operations(turned)
    small, _ = made(rules.document(rules.DENSE))
    assert small.operations == ["crop", "enlarge", "strip-metadata"] and small.height > small.report.frame.height
    padded, _ = made(rules.document(rules.EVERYTHING), engine(bytes_at=lambda quality, chroma, pixels: 5000))
    assert "pad" in padded.operations and padded.file.size >= 20 * 1024
    for one in (turned, small, padded):
        said = operations(one)
        assert len(said) == len(one.operations) and not [text for text in said if "{" in text]


def test_pixels_of_the_photo_itself_are_only_cropped():
    """A frame of just the file's size is cut, not resampled."""
    document = rules.document(rules.LOTTERY)
    done, _ = made(document)
    assert done.width == done.report.frame.width and done.operations == ["crop", "strip-metadata"]
    assert done.matrix[:2] + done.matrix[3:5] == [1, 0, 0, 1]


def test_no_file_where_none_is_wanted():
    for document, as_is, why in (
        (PORTAL, False, "crop-forbidden"),
        (VISA, True, "as-is"),
        (rules.document(rules.data("x")), False, "no-size"),
    ):
        nothing, fake = made(document, as_is=as_is)
        assert nothing.file is None and nothing.why_not == why and nothing.operations == []
        assert not [method for method, _ in fake.calls if method in ("compose", "encode")]
        assert "{" not in no_file(nothing)
    assert "a.jpg" in no_file(made(PORTAL)[0])


def test_one_photo_is_judged_for_many_documents():
    fake = engine()
    evidence = finish(pipeline.examine(fake, "a.jpg"))
    asked = len(fake.calls)
    verdicts = {document.id: pipeline.judge(evidence, document).document.id for document in rules.documents()}
    assert len(verdicts) == 7 and len(fake.calls) == asked


def test_judging_in_steps_is_judging():
    evidence = records.evidence()
    steps = list(pipeline.judging(evidence, VISA))
    assert len(steps) > len(pipeline.judge(evidence, VISA).findings)  # a page may draw after each of them
    assert steps[-1] == pipeline.judge(evidence, VISA) and not [step for step in steps[:-1] if step is not None]

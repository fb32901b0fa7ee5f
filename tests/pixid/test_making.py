"""What is made, what is not, and what the record says: the edit policy is enforced before any pixel is touched."""

from pixid import edits, face, making, matte, printing, report_html, sheet, wording
from pixid.answers import answered
from pixid.backdrop_choice import backdrop
from pixid.document import from_data
from pixid.drive import finish
from pixid.finding import Finding, Limit
from pixid.frame import Frame
from pixid.pipeline import judge
from pixid.strokes import stroke
from pixid.tone import tone
from pixid.verdict import Report
from tests.pixid import heads, records, rules
from tests.pixid.fake_engine import FakeEngine

TOP = {"hair_top": [1.1]}


def policy(crop="unstated", background="unstated", light="unstated", note=""):
    return {"crop": crop, "background": background, "light": light, "note": note, "source": 0}


def document(light="unstated", crop="unstated", **more):
    made = {"print": rules.mm(35, 45), "head_height": rules.band(32, 36, "mm")}
    made["edit_policy"] = policy(crop, light, light)
    made.update(more)
    return from_data(rules.data("xx-test", **made))


def report(document, **picture):
    return judge(records.evidence(**picture), document)


def engine(width=1350, height=1800):
    return FakeEngine(width, height, {})


def methods(used):
    return [method for method, _ in used.calls]


def test_untouched_pixels_are_the_default():
    for light in ("allowed", "unstated", "forbidden"):
        used = engine()
        made = finish(making.make(used, report(document(light))))
        assert made.operations[0] == "crop" and "light" not in made.operations
        assert "tone" not in methods(used)
        assert methods(used).count("compose") == 1


def test_a_forbidden_change_of_light_touches_nothing():
    for forbidden in (document("forbidden"), from_data(rules.PORTAL)):
        used = engine()
        try:
            finish(making.make(used, report(forbidden), tone(0.5)))
        except ValueError:
            assert used.calls == []
            continue
        raise AssertionError(forbidden.id)


def test_a_forbidden_background_touches_nothing():
    for forbidden in (document("forbidden"), from_data(rules.PORTAL)):
        used = engine()
        try:
            finish(making.make(used, report(forbidden), backdrop=backdrop("white")))
        except ValueError:
            assert used.calls == []
            continue
        raise AssertionError(forbidden.id)


def test_a_replaced_background_is_recorded_and_the_only_reason_to_cut_the_person_out():
    script = {"person": {"hair_top": [1.1], "softness": [2.5]}, "wide": {}, "matte": {}, "corrected": TOP}
    used = FakeEngine(1350, 1800, script)
    made = finish(making.make(used, report(document("unstated")), tone(0.5), "", backdrop("#0080ff")))
    assert made.operations[-3:] == ["background", "light", "strip-metadata"] and made.backdrop.hex == "#0080ff"
    (given,) = [given for method, given in used.calls if method == "backdrop"]
    assert given == (made.matrix, [0, 128, 255], tone(0.5).tables())
    assert "tone" not in methods(used)
    assert [numbers["softness"] for numbers in used.asked("matte")] == [[2.5]]
    assert "#0080ff" in "".join(wording.operations(made))
    plain = engine()
    finish(making.make(plain, report(document("unstated"))))
    assert not plain.asked("matte") and not plain.asked("person")


def test_strokes_correct_the_matte_and_are_recorded():
    script = {"person": {"hair_top": [1.1], "softness": [1.0]}, "wide": {}, "matte": {}, "corrected": TOP}
    script.update({"brush": {}, "drawn": {}})
    drawn = (stroke("keep", 9.0, [(600, 300), (640, 380)]), stroke("remove", 5.0, [(900, 700)]))
    used = FakeEngine(1350, 1800, script)
    made = finish(making.make(used, report(document("unstated")), tone(0.5), "", backdrop("white"), drawn))
    assert made.strokes == drawn and made.operations[-4:-1] == ["background", "outline", "light"]
    assert "corrected by hand (strokes: 2)" in "".join(wording.operations(made))
    ran = [given[0] for method, given in used.calls if method == "run"]
    assert ran[-6:] == ["corrected", "parted", "brush", "drawn", "brush", "drawn"]
    assert [numbers["person"] for numbers in used.asked("brush")] == [[1.0], [0.0]]
    assert all([numbers["window"] == used.asked("matte")[0]["window"] for numbers in used.asked("brush")])
    print = finish(printing.printed(used, made))
    assert print.strokes == drawn, "paper shows what the file shows"


def test_the_network_is_not_trusted_with_a_covered_head_nor_alone_before_an_even_wall():
    for hat, texture, trust in ((0.05, 0.08, 1.0), (0.05, 0.01, 0.8), (0.3, 0.01, 0.0), (0.3, 0.08, 0.0)):
        script = {"person": {"hair_top": [1.1], "softness": [1.0]}, "wide": {}, "matte": {}, "corrected": TOP}
        used = FakeEngine(1350, 1800, script)
        judged = report(document("unstated"))
        judged.evidence.measures["look.hat"] = hat
        judged.evidence.measures["wall.fine"] = texture
        finish(making.make(used, judged, None, "", backdrop("white")))
        assert [numbers["trust"] for numbers in used.asked("corrected")] == [[trust]]


def test_the_busier_the_wall_the_less_softness_is_shown():
    for texture, busy in ((0.018, 0.0), (0.03, 0.0), (0.045, 0.5), (0.06, 1.0), (0.2, 1.0)):
        script = {"person": {"hair_top": [1.1], "softness": [1.0]}, "wide": {}, "matte": {}, "corrected": TOP}
        used = FakeEngine(1350, 1800, script)
        judged = report(document("unstated"))
        judged.evidence.measures["wall.fine"] = texture
        finish(making.make(used, judged, None, "", backdrop("white")))
        ((given,),) = [numbers["busy"] for numbers in used.asked("parted")]
        assert abs(given - busy) < 1e-6


def test_strokes_without_another_background_are_nothing():
    used = engine()
    made = finish(making.make(used, report(document()), strokes=(stroke("keep", 9.0, [(600, 300)]),)))
    assert made.strokes == () and "outline" not in made.operations and not used.asked("brush")


def test_the_masks_reach_as_far_as_the_frame():
    script = {"person": {"hair_top": [1.1], "softness": [1.0]}, "wide": {}, "matte": {}, "corrected": TOP}
    used = FakeEngine(1350, 1800, script)
    judged = report(document("unstated"))
    frame = Frame(judged.frame.cx, judged.frame.cy, 1300.0, 1700.0, 0.0, False)
    evidence = judged.evidence
    finish(matte.take(used, evidence.picture, face.axis_of(evidence.measured), evidence.measures, frame))
    region, close = [numbers["region"] for numbers in used.asked("person")]
    left, top, right, bottom = frame.bounds()
    assert region[0] <= max(0, left) and region[1] <= max(0, top)
    assert region[0] + region[2] >= min(1350, right) and region[1] + region[3] >= min(1800, bottom)
    assert close[2] < region[2] and used.asked("matte")[0]["close_region"] == close


def test_a_change_of_light_is_recorded():
    used = engine()
    made = finish(making.make(used, report(document("unstated")), tone(0.5, 0.2)))
    assert "light" in made.operations
    assert [given for method, given in used.calls if method == "tone"] == [tone(0.5, 0.2).tables()]


def test_switches_say_why():
    for status, offered in (("allowed", True), ("unstated", True), ("forbidden", False)):
        for switch in edits.switches(document(status)):
            assert (switch.status, switch.offered) == (status, offered)
            assert switch.text
            assert (switch.source is not None) == (status != "unstated")


def test_an_upload_that_may_not_be_cropped_is_not_made():
    made = finish(making.make(engine(), report(from_data(rules.PORTAL))))
    assert (made.file, made.why_not, made.operations) == (None, "crop-forbidden", [])


def test_an_upload_the_portal_cannot_take_is_written_anew_and_whole():
    for picture, operation in (({"format": "heic"}, "convert"), ({"size": 11 * 1024 * 1024}, "recompress")):
        used = engine()
        made = finish(making.make(used, report(from_data(rules.PORTAL), **picture)))
        assert made.operations[0] == operation
        assert (made.width, made.height, made.matrix) == (1350, 1800, [1.0, 0.0, 0.0, 0.0, 1.0, 0.0])
        assert made.file.size <= 10240 * 1024


def test_a_crop_rule_beside_a_print_speaks_of_paper():
    paper = document(crop="forbidden")
    assert paper.is_framed and not paper.crop_allowed
    made = finish(making.make(engine(), report(paper)))
    assert made.operations[0] == "crop"


def test_png_where_a_portal_wants_it():
    only = document(digital=rules.digital((413, 413), (531, 531), (200, 900), formats=("png", "gif")))
    made = finish(making.make(engine(), report(only)))
    assert (made.format, made.quality, made.chroma) == ("png", 0, "")
    assert made.file.size >= 200 * 1024
    both = document(digital=rules.digital((413, 413), (531, 531), formats=("jpeg", "png")))
    assert making.formats(both) == ("jpeg", "png")
    assert making.formats(only) == ("png",)
    assert making.formats(document()) == ("jpeg",), "a print leaves nothing to choose"
    assert making.chosen_format(both) == "jpeg"
    assert making.chosen_format(both, "png") == "png"
    try:
        making.chosen_format(document(digital=rules.digital((413, 413), (531, 531))), "png")
    except ValueError:
        return
    raise AssertionError("a portal that takes JPEG got a PNG")


def test_paper_has_pixels_of_its_own():
    """A file of 413 px for the portal, and all pixels there are for the print."""
    small = document(digital=rules.digital((413, 413), (531, 531), (None, 30)))
    used = engine()
    made = finish(making.make(used, report(small)))
    print = finish(printing.printed(used, made))
    assert (made.width, print.width > 413, print.report.document.digital) == (413, True, None)
    plain = finish(making.make(used, report(document())))
    assert finish(printing.printed(used, plain)) is plain


def test_a_sheet_as_pdf_and_as_picture():
    used = engine()
    made = finish(making.make(used, report(document())))
    orders = [printing.Order(made, None)]
    paper = sheet.paper("10x15")
    assert finish(printing.make_sheet(used, paper, orders, "pdf")).copies == 8
    picture = finish(printing.make_sheet(used, paper, orders, "jpeg"))
    laid = next(given for method, given in used.calls if method == "lay")
    dpi = picture.dpi
    assert laid[2:] == (round(150 * dpi / 25.4), round(100 * dpi / 25.4))
    rasters, ink, width, height = laid
    assert len(rasters) == 8
    assert all([x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in ink])
    try:
        finish(printing.make_sheet(used, paper, [printing.Order(made, 9)], "png"))
    except ValueError:
        return
    raise AssertionError("nine prints in a picture of eight")


def page(document, answers=None, **picture):
    used = engine()
    made = finish(making.make(used, answered(report(document, **picture), answers or {})))
    file = finish(report_html.make_report(used, made, "2026-05-04"))
    return used.files[file.handle].decode()


def test_the_report_says_all_and_always_the_same():
    text = page(document("forbidden"))
    assert text == page(document("forbidden"))
    for words in ("2026-05-04", "xx-test", "from chin to", "the rule is 32-36", "our limit", "read 2026-11", "cropped"):
        assert words in text, words
    assert "refuses edited pictures" in text
    assert "<script" not in text and "http-equiv" in text


def test_the_report_holds_the_answers():
    text = page(document(), {"photograph": "yes"})
    assert text.count("Answered: yes.") == 1
    assert "Not answered." in text


def test_the_report_tells_how_often_a_check_was_wrong():
    expression = Finding("expression", "warn", "high", 6.0, "%", 0.0, Limit(None, 4.0, "ours", None), {})
    plain = report(document())
    used = engine()
    made = finish(making.make(used, Report(plain.evidence, plain.document, plain.frame, [expression], False)))
    file = finish(report_html.make_report(used, made, "2026-05-04"))
    text = used.files[file.handle].decode()
    assert "In our tests it flagged" in text and "Not tested on children." in text


def test_the_report_pauses_between_findings():
    paused = []

    async def pause():
        paused.append(1)

    used, asked = engine(), report(document())
    finish(report_html.make_report(used, finish(making.make(used, asked)), "2026-05-04", pause))
    assert len(paused) == len(asked.findings)


def test_the_report_of_an_original():
    text = page(from_data(rules.PORTAL))
    assert "Send the original file, a.jpg" in text
    assert "data:image/jpeg;base64," in text


def test_names_cannot_write_the_page():
    text = page(document(), name='<img src=x onerror="alert(1)">.jpg')
    assert "<img src=x" not in text
    assert "&lt;img src=x" in text


def test_faces_turned_are_turned_back():
    face = heads.face(roll=6.0)
    made = finish(making.make(engine(), judge(records.evidence(face=face), document())))
    assert made.operations[:2] == ["crop", "turn"]

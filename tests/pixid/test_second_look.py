"""Where the mask is not believed with the top of the hair, and what is asked then. Also on MicroPython."""

from pixid import pipeline
from pixid.drive import finish
from pixid.face import distance
from tests.pixid.photographed import engine, ran


def test_a_doubted_mask_gives_way_to_the_matte():
    def top(softness, texture, mask, matte):
        fake = engine()
        fake.graphs["person"] = {"hair_top": [mask], "softness": [softness]}
        fake.graphs["measure"] = {"wall.fine": [texture]}
        fake.graphs["wide"], fake.graphs["matte"], fake.graphs["corrected"] = {}, {}, {"hair_top": [matte]}
        face = finish(pipeline.examine(fake, "a.jpg")).measured
        looks = [given["region"][2] for given in fake.asked("person")]
        again = ran(fake)[5:]
        assert looks == sorted(looks, reverse=True) and again in ([], ["wide", "person", "matte", "corrected"])
        return distance(face.eyes, face.hair_top) / face.t, again != []

    for softness, texture, mask, matte, wanted, looked in (
        (1.0, 0.01, 1.5, 1.1, 1.5, False),  # a sharp outline before a plain wall is believed
        (2.5, 0.01, 1.5, 1.1, 1.1, True),  # a part of the room was taken for hair
        (1.0, 0.20, 1.5, 1.1, 1.1, True),  # the same, and a sharp outline
        (2.5, 0.01, 1.1, 1.3, 1.3, True),  # hair was left out
    ):
        height, ran_it = top(softness, texture, mask, matte)
        assert abs(height - wanted) < 1e-6 and ran_it == looked


def test_the_matte_is_made_where_hair_rises_alone():
    for roll in (0.0, 25.0):
        fake = engine(roll=roll)
        fake.graphs["person"] = {"hair_top": [1.1], "softness": [2.5]}
        fake.graphs["wide"], fake.graphs["matte"], fake.graphs["corrected"] = {}, {}, {"hair_top": [1.1]}
        face = finish(pipeline.examine(fake, "a.jpg")).measured
        (given,) = fake.asked("matte")
        left, top, width, height = given["window"]
        assert width * height < 0.7 * given["region"][2] * given["region"][3]
        up = [(eye - chin) / face.t for eye, chin in zip(face.eyes, face.chin)]
        for high, aside in ((1.8, 1.0), (1.8, -1.0), (-0.6, 0.0)):  # as far as graph person reads, and the face
            x, y = [face.eyes[k] + face.t * (high * up[k] + aside * (-up[1], up[0])[k]) for k in (0, 1)]
            assert left <= x <= left + width and top <= y <= top + height


def test_what_is_known_is_told_ahead_of_a_second_look():
    def told(softness, mask, matte):
        fake, ahead = engine(), []
        fake.graphs["person"] = {"hair_top": [mask], "softness": [softness]}
        fake.graphs["wide"], fake.graphs["matte"], fake.graphs["corrected"] = {}, {}, {"hair_top": [matte]}

        async def take(evidence):
            ahead.append(evidence)

        return finish(pipeline.examine(fake, "a.jpg", None, take)), ahead

    evidence, ahead = told(2.5, 1.5, 1.1)
    assert len(ahead) == 1 and ahead[0].header is not None and ahead[0].measures is evidence.measures
    heights = [distance(one.face.eyes, one.face.hair_top) / one.face.t for one in (ahead[0], evidence)]
    assert abs(heights[0] - 1.5) < 1e-6 and abs(heights[1] - 1.1) < 1e-6
    assert told(1.0, 1.5, 1.1)[1] == []

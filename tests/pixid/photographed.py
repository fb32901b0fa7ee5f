"""A scripted engine with a photo of one head, and what it was asked."""

from tests.pixid import heads
from tests.pixid.fake_engine import FakeEngine


def detected(*faces):
    """A detector's answer: for each face (middle x, y, side, score) or with a lean in px of the right eye as fifth."""
    made = {"boxes": [], "points": [], "scores": []}
    for x, y, side, score, *lean in faces:
        made["boxes"] += [x - side / 2, y - side / 2, x + side / 2, y + side / 2]
        made["points"] += [x - side / 5, y, x + side / 5, y + sum(lean)] + [x, y] * 4
        made["scores"].append(score)
    return made


NOBODY = detected()


def engine(find=None, far=NOBODY, roll=0.0, presence=0.98, hair=1.1, size=(1350, 1800), **more):
    """A photo of 1350 x 1800 px with a head of T = 245 px in its middle."""
    graphs = {
        "find": find or detected((675, 850, 560.0, 0.95)),
        "find_far": far,
        "mesh": {"points": heads.mesh(roll=roll, scale=20.0, at=(675.0, 900.0)), "presence": [presence]},
        "person": {"hair_top": [hair], "softness": [1.4]},
    }
    return FakeEngine(size[0], size[1], graphs, **more)


def ran(engine):
    return [given[0] for method, given in engine.calls if method == "run"]

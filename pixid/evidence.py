"""Everything measured about one photo: computed once, read-only afterwards."""

from collections import namedtuple

from pixid.features import Features, of

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import Picture
    from pixid.face import Face
    from pixid.jpeg import Header


class Found(namedtuple("Found", "box score points")):
    """A face the detector found. `box` x0, y0, x1, y1; `points` image-left eye, image-right eye, nose tip, mouth,
    image-left and image-right tragion, each (x, y). Photo px."""

    __slots__ = ()
    box: tuple[float, float, float, float]
    score: float
    points: list[tuple[float, float]]

    @property
    def side(self) -> float:
        """Longer side of the box, px; about 2.4 times the inter-eye distance."""
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])


class Evidence(namedtuple("Evidence", "picture header faces face presence softness timings points measures")):
    """The record. Parts that are not measured yet (while the page shows progress) are None.

    `faces`: all faces, the one that counts first. `presence`: how sure the mesh is of a face, 0..1. `softness`: soft
    area of the person's mask over its outline in mask px; walls 0.8 to 2.4, clutter 2.3 to 6. `timings`: ms by step.

    `points`: the mesh, 478 x (x, y, z) flat. `measures`: by name what the measuring graphs found (units: in the graphs'
    manifest), empty before they ran; what needs more pixels than there are is missing.
    """

    __slots__ = ()
    picture: "Picture"
    header: "Header | None"
    faces: list[Found]
    face: "Face | None"
    presence: float
    softness: float
    timings: dict[str, float]
    points: list[float]
    measures: dict[str, float]

    def with_face(self, face: "Face | None") -> "Evidence":
        """The same with `face` in place of the measured one, as set by hand; unchanged for None."""
        return self if face is None else Evidence(*self[:3], face, *self[4:])

    @property
    def features(self) -> "Features":
        """What the mesh tells of eyes, mouth and brows."""
        face = self.measured
        return of(self.points, face.t, face.yaw, face.pitch)

    @property
    def measured(self) -> "Face":
        """The face; ValueError before it is measured."""
        if self.face is None:
            raise ValueError("the face is not measured yet")
        return self.face

"""What a photo shows that no document changes: opened, faces found, the mesh laid, all measured."""

from math import atan2

from pixid import face, jpeg, matte, measures
from pixid.clock import now
from pixid.drive import at_ease
from pixid.errors import PhotoError
from pixid.evidence import Evidence, Found
from pixid.surroundings import around

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from pixid.engine import Engine, Picture

    Progress = Callable[[str, Evidence | None], None]
    Ahead = Callable[[Evidence], Coroutine[object, None, None]]

MESH_SIDE = 1.5
"""Side of the mesh's crop over the longer side of the detector's box (MediaPipe's face ROI)."""
LEAST_PRESENCE = 0.5
"""What the mesh must believe of its own crop (MediaPipe's min_detection_confidence)."""
SURE = 0.75
"""Score of the short-range detector above which its faces are taken as they are: portraits reach 0.88 to 0.99."""


async def examine(
    engine: "Engine", source: object, progress: "Progress | None" = None, ahead: "Ahead | None" = None
) -> Evidence:
    """Open a photo and measure everything about it that no document changes.

    `progress(step, evidence)` is called when a step begins ("open", "find", "measure", "judge"), with what is known.
    `ahead(evidence)` is awaited where a doubted outline is looked at once more, beside the engine, with what will be
    given back but for the top of the hair.
    Raises PhotoError; the engine has then let go of the photo.
    """
    tell = progress or _silent
    tell("open", None)
    started = now()
    picture = await engine.open(source)
    evidence = Evidence(picture, None, [], None, 0.0, 0.0, {"open": now() - started}, [], {})
    try:
        return await _examined(engine, evidence, tell, ahead or _nothing)
    except PhotoError:
        await engine.drop(picture.handle)
        raise


async def _header(engine: "Engine", picture: "Picture") -> "jpeg.Header | None":
    """What the file says about itself; None where it says nothing that can be read though it could be decoded."""
    if picture.format != "jpeg":
        return None
    try:
        return await jpeg.inspect(engine, picture.handle)
    except ValueError:
        return None


async def _examined(engine: "Engine", evidence: Evidence, tell: "Progress", ahead: "Ahead") -> Evidence:
    """All that the graphs measure, and what the file says of itself."""
    (seen, top), header = await engine.together(_seen(engine, evidence, tell), _header(engine, evidence.picture))
    started = now()
    seen = Evidence(seen.picture, header, *seen[2:])
    measured = await at_ease(engine, face.measuring(seen.points, top))
    if matte.is_doubted(seen.softness, seen.measures.get("wall.fine", 0.0)):
        again = matte.hair_top(engine, seen.picture, face.axis(seen.points), seen.softness)
        top, _ = await engine.together(again, ahead(seen.with_face(measured)))
        measured = face.with_hair(measured, seen.points, top)
    evidence = seen.with_face(measured)
    seen.timings["measure"] += now() - started
    tell("judge", evidence)
    return evidence


async def _seen(engine: "Engine", evidence: Evidence, tell: "Progress") -> tuple[Evidence, float]:
    """Faces, mesh, the person's mask, and the measures: of this mask, also where a doubt replaces it later; the face is
    not measured yet. With it the top of the hair over the eyes, T."""
    picture, timings = evidence.picture, evidence.timings
    tell("find", evidence)
    started = now()
    faces = await find(engine, picture)
    timings["find"] = now() - started

    tell("measure", Evidence(picture, None, faces, None, 0.0, 0.0, timings, [], {}))
    started = now()
    mesh = await engine.run("mesh", picture, {"roi": roi(faces[0])})
    presence, points = mesh["presence"][0], mesh["points"]
    if presence < LEAST_PRESENCE:
        raise PhotoError("no-face")
    await engine.rest()
    head = face.axis(points)
    region = around(head, picture)
    place = {"region": region, "head": list(head.eyes) + list(head.chin)}
    person, found = await engine.together(
        engine.run("person", picture, place), measures.take(engine, picture, head, region)
    )
    top, softness = person["hair_top"][0], person["softness"][0]
    timings["measure"] = now() - started
    return Evidence(picture, None, faces, None, presence, softness, timings, points, found), top


async def find(engine: "Engine", picture: "Picture") -> list[Found]:
    """All faces, the one that counts (large and sure) first.

    The short-range detector sees faces that fill a good part of the photo, and is in doubt about small ones. Then the
    full-range detector is asked, and believed where it is surer. Raises PhotoError("no-face").
    """
    near = await _faces(engine, picture, "find")
    if near and near[0].score >= SURE:
        return near
    far = await _faces(engine, picture, "find_far")
    faces = far if far and (not near or far[0].score > near[0].score) else near
    if not faces:
        raise PhotoError("no-face")
    return faces


async def _faces(engine: "Engine", picture: "Picture", graph: str) -> list[Found]:
    made = await engine.run(graph, picture, {})
    faces = [_found(made, k) for k in range(len(made["scores"]))]
    # Size counts, but a large box the detector half believes in must not win over a sure face.
    return sorted(faces, key=lambda found: -found.side * found.score)


def roi(found: Found) -> list[float]:
    """Centre x, y, side (px) and turn (radians) of the mesh's crop: the detector's box, level with the eyes."""
    x0, y0, x1, y1 = found.box
    left, right = found.points[0], found.points[1]
    return [(x0 + x1) / 2, (y0 + y1) / 2, MESH_SIDE * found.side, atan2(right[1] - left[1], right[0] - left[0])]


def _found(made: dict[str, list[float]], k: int) -> Found:
    box, flat = made["boxes"][4 * k : 4 * k + 4], made["points"][12 * k : 12 * k + 12]
    return Found((box[0], box[1], box[2], box[3]), made["scores"][k], [(flat[i], flat[i + 1]) for i in range(0, 12, 2)])


async def _nothing(evidence: Evidence) -> None:
    """Nobody judges ahead."""


def _silent(step: str, evidence: Evidence | None) -> None:
    """Nobody watches."""

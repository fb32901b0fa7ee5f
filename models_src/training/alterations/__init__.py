"""Defects put into compliant portraits, each in three strengths: 1 is just visible to us, 2 is plain, 3 is gross.

Every function takes a `Subject` and a strength and gives the altered picture. The drawing follows the mesh of the
unaltered portrait; chance is seeded by the person's number, so that a run can be repeated.
"""

from collections.abc import Callable

from models_src.training.alterations import eyes, glasses, head, light, pixels, wall
from models_src.training.alterations.subject import Picture, Subject

__all__ = ["ALTERATIONS", "Subject"]

ALTERATIONS: dict[str, Callable[[Subject, int], Picture]] = {
    made.__name__: made
    for made in (
        pixels.blur, pixels.motion, pixels.pixelation, pixels.enlarged, pixels.compression, pixels.noise,
        light.dark, light.light, light.washed_out, pixels.posterised, light.colour_cast, light.grey,
        light.side_light, light.face_shadow, light.socket_shadow, light.hot_spots, eyes.red_eyes,
        eyes.eyes_closed, eyes.gaze, head.mouth_open, head.brows_raised, glasses.glasses, glasses.heavy_frames,
        glasses.frames_over_eyes, glasses.tinted, glasses.lens_glare, eyes.hair_over_eyes, head.mouth_covered,
        eyes.eye_covered, wall.wall_shadow, wall.wall_texture, wall.wall_gradient, wall.wall_colour,
        head.perspective, head.roll, pixels.moire, pixels.smoothed, head.ink, wall.second_face, head.hat,
    )
}  # fmt: skip
"""By name; three strengths each."""

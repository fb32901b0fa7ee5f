"""One file per family, one function per check: (Evidence, Frame, Document) -> Finding, or None where it does not
apply."""

from pixid.checks import faces, file, pixels, placing, pose, questions

ALL = (
    faces.other_faces,
    placing.head_height,
    placing.eye_line,
    placing.top_margin,
    placing.bottom_margin,
    placing.chin_to_pupil,
    placing.face_width,
    placing.centring,
    pose.roll,
    pose.yaw,
    pose.pitch,
    pixels.eye_distance,
    pixels.photo_size,
    file.file_format,
    file.file_shape,
    file.file_size,
    file.print_density,
    questions.background,
    questions.expression,
    questions.glasses,
    questions.head_covering,
    questions.recency,
    questions.photograph,
)
"""In the order a report lists them."""

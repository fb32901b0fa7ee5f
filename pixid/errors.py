"""What stops a photo before it can be judged, each in one place in the user's words.

A `PhotoError` is about this photo, never about our code: the page shows its sentence beside the button, the command
line prints it and goes on with the next photo. Every sentence says what happened and what to do.
"""

from pixid.catalogue import Tuples, localised

SENTENCES = Tuples(
    "error",
    {
        "empty": (
            "The file is empty: {name}. Copy it again from the phone or the camera.",
            "The file is empty. Copy it again from the phone or the camera.",
        ),
        "unreadable": (
            "The file cannot be opened: {name} ({reason}). Check the path and its permissions.",
            "The file cannot be opened: {name}. Check the path and its permissions.",
            "The file cannot be opened. Choose it again.",
        ),
        "not-a-picture": (
            "This is not a picture: {name}. Choose a JPEG, PNG, WebP or HEIC photo.",
            "This is not a picture. Choose a JPEG, PNG, WebP or HEIC photo.",
        ),
        "truncated": (
            "The file ends too early: {readable_mb} of about {total_mb} MB are readable. Copy it again from the phone.",
            "The file ends too early: only {readable_mb} MB are there. Copy it again from the phone.",
            "The file ends too early or is damaged. Copy it again from the phone.",
        ),
        "heic": (
            "HEIC needs the package {package}, which is not installed here. Install it, or send the photo as JPEG.",
            "This browser cannot open HEIC. On the iPhone: Settings, Camera, Formats, Most Compatible, or send it as JPEG.",
        ),
        "unsupported": (
            "{format} pictures cannot be opened here. Save the photo as JPEG or PNG and choose that file.",
            "Pictures of this kind cannot be opened here. Save the photo as JPEG or PNG and choose that file.",
        ),
        "too-large": (
            "The picture has {megapixels} megapixels; up to {limit} can be opened. Save it smaller and choose that file.",
            "Not enough memory for {megapixels} megapixels. Save the photo at a smaller size and choose that file.",
            "Not enough memory for this picture. Save the photo at a smaller size and choose that file.",
        ),
        "too-small": (
            "The picture is only {width} x {height} px. Use the original photo from the camera.",
            "The picture is too small. Use the original photo from the camera.",
        ),
        "no-face": ("No face found in this picture. Use a photo taken from the front, face free.",),
        "engine": (
            "Measuring the photo stopped in step {graph}: {reason}. Try it again with another photo.",
            "Measuring the photo stopped: {reason}. Try it again with another photo.",
            "Measuring the photo stopped. Try it again.",
        ),
    },
)
"""For each id its sentences, the fullest first; the first whose gaps are all known is said."""


class PhotoError(Exception):
    """This photo cannot be used, for the reason `id`; `gaps` are the facts the sentence names.

    Known ids are the keys of `SENTENCES`; an unknown one is a mistake of ours and raises KeyError at once.
    """

    id: str
    gaps: dict[str, object]
    message: str

    def __init__(self, id: str, **gaps: object) -> None:
        self.id = id
        self.gaps = {name: gap for name, gap in gaps.items() if gap is not None and gap != ""}
        self.message = sentence(id, self.gaps)
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message

    def data(self) -> dict[str, str]:
        """The "error" object of a report: {"id", "message"}."""
        return {"id": self.id, "message": self.message}


def sentence(id: str, gaps: dict[str, object]) -> str:
    """The fullest sentence for `id` that `gaps` can fill."""
    words = {name: spoken(gap) for name, gap in gaps.items()}
    for template in SENTENCES[id][:-1]:
        try:
            return template.format(**words)
        except KeyError:
            continue
    return SENTENCES[id][-1].format(**words)


def spoken(gap: object) -> str:
    """Numbers without false precision: 108, 3.4, 0.12; anything else as it is."""
    if not isinstance(gap, float):
        return str(gap)
    if gap >= 10 or gap == int(gap):
        return str(round(gap))
    return localised(f"{gap:.1f}" if gap >= 1 else f"{max(gap, 0.001):.2g}")

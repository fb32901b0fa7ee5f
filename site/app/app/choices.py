"""What the visitor has set for the photo on the page."""

from pixid.adjust import AUTOMATIC


class Choices:
    """A new photo begins with none of it.

    `answers`: by the id of a finding (pixid.answers); `adjustment`: the frame by hand; `face`: the face with points set
    by hand, None as measured; `tone`: the change of light, None for none; `format`: "" as the document has it.
    """

    def __init__(self) -> None:
        self.answers: dict = {}
        self.adjustment = AUTOMATIC
        self.face = None
        self.tone = None
        self.format = ""

    def forget_frame(self) -> None:
        """As proposed again; what was answered stays answered."""
        self.adjustment = AUTOMATIC
        self.face = None

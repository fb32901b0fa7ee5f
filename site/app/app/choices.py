"""What the visitor has set for the photo on the page."""


class Choices:
    """A new photo begins with none of it.

    `answers`: by the id of a finding (pixid.answers); `hand`: frame and points as set by hand (pixid.adjust.State),
    None as proposed and measured; `tone`: the change of light, `backdrop`: the colour in place of
    the background, None for none; `strokes`: of the brushes on the outline (pixid.strokes); `format`: "" as the
    document has it.
    """

    def __init__(self) -> None:
        self.answers: dict = {}
        self.hand = None
        self.tone = None
        self.backdrop = None
        self.strokes: tuple = ()
        self.format = ""

    @property
    def face(self):
        """The face with points set by hand, None as measured."""
        return None if self.hand is None else self.hand.face

"""The four steps of the work, marked on the page as they begin and spoken where the whole takes long."""

from app import stage
from app.dom import put, root, text
from app.words import say
from pixid.clock import now

STEPS = ("open", "find", "measure", "judge")
TOLD_AFTER = 3000  # ms of work after which steps are also spoken


class Steps:
    """`progress` is what pixid.pipeline.examine calls; `begin` comes first."""

    def __init__(self) -> None:
        self.started = 0.0

    def begin(self) -> None:
        self.started = now()

    def progress(self, step: str, evidence) -> None:
        """A step begins."""
        at = STEPS.index(step)
        for i, name in enumerate(STEPS):
            item = root.querySelector('[data-step="' + name + '"]')
            put(item, data_step_state="done" if i < at else "now" if i == at else "waiting")
            if i == at:
                put(item, aria_current="step")
            else:
                item.removeAttribute("aria-current")
        if evidence is not None and evidence.faces and evidence.face is None:
            stage.outline(evidence.faces[0].box)
        if now() - self.started > TOLD_AFTER:
            text("live", say("step", step=at + 1, steps=len(STEPS)))

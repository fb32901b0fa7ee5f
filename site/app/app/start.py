"""The app's modules one at a time, so that the page stays quick, then the story of a session.

What examines a photo comes first: one that waits already is looked at meanwhile. The rest gives its landmarks a moment:
until then the engine, and the browser that compiles it, have use for both of two cores.
"""

import sys

from pyscript.js_modules import intake

FIRST = (
    "pixid.catalogue", "pixid.drive", "pixid.engine", "pixid.errors", "pixid.exif", "pixid.jpeg", "pixid.arrays",
    "pixid.pose", "pixid.face", "pixid.features", "pixid.evidence", "pixid.strokes", "pixid.surroundings",
    "pixid.matte", "pixid.measures", "pixid.examining", "app.pace", "app.browser_engine", "app.ahead",
)  # fmt: skip
"""What examining a photo takes."""
MODULES = (
    "pixid.rule_values", "pixid.sizes", "pixid.document", "pixid.finding", "pixid.ages", "pixid.frame",
    "pixid.framing", "pixid.words_face", "pixid.words_photo", "pixid.words_frame", "pixid.words",
    "pixid.words_said", "pixid.wording", "pixid.edits", "pixid.tone", "pixid.png", "pixid.making",
    "pixid.disagreement", "pixid.ruler", "pixid.sheet", "pixid.pdf", "pixid.printing", "pixid.report_words",
    "pixid.report_markup", "pixid.report_findings", "pixid.report_html", "pixid.by_hand", "pixid.adjust",
    "pixid.thresholds", "pixid.checks.said", "pixid.checks.graded", "pixid.checks.covering",
    "pixid.checks.detail", "pixid.checks.eyes", "pixid.checks.faces", "pixid.checks.file", "pixid.checks.glasses",
    "pixid.checks.light", "pixid.checks.mouth", "pixid.checks.pixels", "pixid.checks.placing",
    "pixid.checks.pose", "pixid.checks.questions", "pixid.checks.scene", "pixid.checks.wall",
    "pixid.checks.every", "pixid.verdict", "pixid.pipeline", "pixid.companions", "pixid.answers",
    "pixid.sureness", "app.dom", "app.words", "app.scale", "app.lines", "app.marks", "app.record", "app.choices",
    "app.result", "app.retakes", "app.verdict", "app.stage", "app.steps", "app.findings", "app.files",
    "app.sharing", "app.prints", "app.companions", "app.light", "app.outline", "app.points", "app.adjusting",
    "app.story", "app.session", "app.shell",
)  # fmt: skip

CATALOGUE = "catalogue.json"
"""Put there by boot.mjs unless the page is English."""


def speak() -> None:
    """Take the sentences of the page's language in use, before any module says something."""
    import json
    import os

    if CATALOGUE in os.listdir("/"):
        with open(f"/{CATALOGUE}") as file:
            sys.modules["pixid.catalogue"].use(json.load(file))


async def bring(modules: tuple) -> None:
    for name in modules:
        __import__(name)
        await intake.breathe()
        if name == "pixid.catalogue":
            speak()


async def run() -> None:
    """From the first module to the end of the visit."""
    try:
        await bring(FIRST)
        await sys.modules["app.ahead"].begin()
        await bring(MODULES)
        from app import shell
        from app.session import Session

        await Session(await shell.document()).run()
    except Exception:
        intake.broken()
        raise

"""Between steps of long work the page draws and answers; when all work is done, Python tidies up."""

import gc

from pyscript.js_modules import intake


async def breath():
    """Let the page draw and answer where Python has had it for long enough."""
    if intake.isLong():
        await intake.breathe()


async def tidy():
    """Collect what the work left behind, unless the visitor goes on at once."""
    if await intake.atRest():
        gc.collect()

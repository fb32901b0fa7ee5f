"""Between steps of long work the page draws and answers."""

from pyscript.js_modules import intake


async def breath():
    """Let the page draw and answer where Python has had it for long enough."""
    if intake.isLong():
        await intake.breathe()

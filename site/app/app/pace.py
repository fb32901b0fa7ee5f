"""Long work in steps, between which the page draws and answers."""

from pyscript.js_modules import intake


async def at_ease(steps):
    """The result of steps as of `pixid.drive.last`, with a breath wherever Python has had the page for long enough."""
    result = None
    for given in steps:
        result = given
        if intake.isLong():
            await intake.breathe()
    return result

"""A photo that is there before the tool is: examined while the rest of the tool is still imported.

What it takes is imported first (start.py). The story asks for the same later and gets what has been begun.
"""

import asyncio
import json

from pyscript.js_modules import intake

from app.browser_engine import BrowserEngine, Photo
from pixid.examining import examine


class Begun:
    """An examination under way: `photo` by the engine that the whole tool will use."""

    def __init__(self, engine: BrowserEngine, photo: Photo) -> None:
        self.photo = photo
        self._told = []
        self._listener = self._foresee = None
        self._task = asyncio.create_task(self._outcome(examine(engine, photo, self._progress, self._beside)))
        self._patience = asyncio.create_task(self._long(engine))

    async def result(self, listener, foresee):
        """The evidence; `listener` and `foresee` as of pixid.examining.examine, told at once what they have missed.
        Raises what examining raises."""
        for step, evidence in self._told:
            listener(step, evidence)
        self._listener, self._foresee = listener, foresee
        evidence, error = await self._task
        if error is not None:
            raise error
        return evidence

    async def _outcome(self, examining):
        """With an error as it is: nobody may ever ask for it."""
        try:
            return await examining, None
        except Exception as error:
            engine.landmarks.set()  # nobody waits for them any more
            return None, error

    async def _long(self, engine: BrowserEngine) -> None:
        await asyncio.sleep(PATIENCE)
        engine.landmarks.set()

    def _progress(self, step: str, evidence) -> None:
        if self._listener is None:
            self._told.append((step, evidence))
        else:
            self._listener(step, evidence)

    async def _beside(self, evidence) -> None:
        if self._foresee is not None:
            await self._foresee(evidence)


PATIENCE = 0.5
"""Seconds that the rest of the tool waits for the landmarks: where a network is slow the page has to tell and to take a
Cancel before they come."""

engine = BrowserEngine()
_begun = []


async def begin() -> None:
    """Examine the photo that waits to be looked at, if one does; comes back when its landmarks are there, will not be,
    or take long."""
    waiting = json.loads(intake.waitingPhoto())
    if waiting is not None:
        _begun.append(Begun(engine, Photo(waiting["source"], waiting["name"])))
        await engine.landmarks.wait()


async def examined(photo: Photo, listener, foresee):
    """As pixid.examining.examine, from where it has got to."""
    begun = _begun.pop() if _begun else None
    if begun is not None and begun.photo == photo:
        return await begun.result(listener, foresee)
    return await examine(engine, photo, listener, foresee)

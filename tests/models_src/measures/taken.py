"""A photo examined by the native engine, and every measure of it by the reference."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from models_src import face_map
from models_src.mesh import LOOKS
from pixid import face, measures, pipeline
from pixid.drive import finish
from pixid.engine import Picture
from pixid.evidence import Evidence
from pixid.surroundings import around
from pixid_native.engine import NativeEngine
from tests.models_src.measures import detail as details
from tests.models_src.measures import face as faces
from tests.models_src.measures import wall as walls

EYES = (("eye_left", 0, 468), ("eye_right", 1, 473))


class Watched(NativeEngine):
    """`seen`: what graph measure was given of what other graphs had left; later runs may leave other masks."""

    async def run(self, graph: str, picture: Picture, numbers: dict[str, list[float]]) -> dict[str, list[float]]:
        if graph == "measure":
            self.seen = self.kept(picture)
        return await super().run(graph, picture, numbers)


class Taken:
    """`evidence`: what the graphs measured. `expected`: the reference's value of each measure, by name."""

    def __init__(self, source: bytes | str) -> None:
        engine = Watched()
        self.evidence: Evidence = finish(pipeline.examine(engine, source))
        photo = engine._photo(self.evidence.picture)
        self.pixels, self.working = photo.pixels, photo.working
        self.kept = {**engine.kept(self.evidence.picture), **engine.seen}
        self.head = face.axis(self.evidence.points)
        scale = self.pixels.shape[1] / self.working.shape[1]
        region = around(self.head, self.evidence.picture)
        self.map, corner, per = faces.head_map(self.working, [side / scale for side in region], self.head.t / scale)
        mesh = np.array(self.evidence.points).reshape(-1, 3)[:, :2]
        self.points = (mesh / scale - corner) * per
        self.expected = self._face() | self._wall() | self._detail()

    def _face(self) -> dict[str, float]:
        made = faces.tone(self.map, self.points)
        eyes = []
        for name, side, iris in EYES:
            found, lumas = faces.eye(self.map, self.points, face_map.LIDS[side], iris)
            made |= {f"{name}.{measure}": value for measure, value in found.items()}
            eyes.append(lumas)
        self.shading: npt.NDArray[Any] = faces.shading_vector(self.map, self.points, eyes)
        looks = {name: self.kept[name] for name in LOOKS}
        return made | faces.looks({**looks, "shading": self.shading})

    def _wall(self) -> dict[str, float]:
        eyes = (self.points[468] + self.points[473]) / 2
        return walls.wall(self.map, self.kept["alpha"], eyes)

    def _detail(self) -> dict[str, float]:
        crop = measures.cut(self.head, self.evidence.picture.width, self.evidence.picture.height)
        places = {"eyes": measures.EYES, "skin": measures.SKIN}
        zones = {name: measures.zone(place, self.head, crop) for name, place in places.items()}
        cut = self.pixels[crop[1] : crop[3], crop[0] : crop[2]]
        return details.detail(cut, self.head.ied / measures.EYE_DISTANCE_MM, zones)

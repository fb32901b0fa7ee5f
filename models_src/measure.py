"""The measuring graph of the working copy: light, colour, eyes and wall, at one scale for every face."""

import onnx

from models_src import face_map, heads, measure_eyes, measure_tone, measure_wall, shading
from models_src.graph import FLOAT, UINT8, Graph
from models_src.measure_patches import IRISES, Patches
from models_src.measure_places import Head, face_places
from models_src.measure_values import Values
from models_src.mesh import LOOKS


def build() -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3 or 4], `scale` [2], `region` [4] = x0, y0, width, height (photo px, inside it),
    `mesh_points` [478, 3] photo px, `unit` [1] = T in photo px, `alpha` [256, 256] of the region, and
    what graph mesh kept (LOOKS) ->

    `values`: see the names in the metadata; `shading` [100], kept for the training of heads.
    """
    g = Graph("measure")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    scale = g.input("scale", FLOAT, [2])
    region = g.input("region", FLOAT, [4])
    mesh = g.input("mesh_points", FLOAT, [478, 3])
    unit = g.input("unit", FLOAT, [1])
    alpha = g.input("alpha", FLOAT, [256, 256])
    looks = {name: g.input(name, FLOAT, [size]) for name, (_, size) in LOOKS.items()}
    head = Head(g, image, scale, region, unit)
    points = head.places(g.slice(mesh, 1, 0, 2))
    values = Values(g)
    eyes = Patches(g, points)
    lengths = [face_map.ROWS * face_map.COLUMNS, 2 * measure_eyes.COUNT]
    texels, read = head.read([face_places(g, points), eyes.places], lengths)
    light_skin, sockets = measure_tone.measure(g, texels, values)
    logs = shading.tones(g, texels)
    shading.measure(g, logs, values)
    around = measure_eyes.measure(g, eyes, read, light_skin, values)
    middle = g.op("ReduceMean", g.op("Gather", points, list(IRISES), axis=0), [0], keepdims=0)
    measure_wall.measure(g, head, alpha, middle, values)
    light = shading.vector(g, logs, [sockets, around])
    g.output(light, "shading", FLOAT, [shading.SIZE])
    heads.measure(g, {**looks, "shading": light}, values)
    values.publish()
    return g.build()

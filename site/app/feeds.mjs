/** The tensors a graph asks for, by the "bind" of each input in the manifest. */

import { manifest } from "./addresses.mjs";

const bytes = (ort, { data, width, height }) => new ort.Tensor("uint8", data, [height, width, data.length / height / width]);

const BINDS = {
  /** The working copy: uint8 [h, w, 3], or [h, w, 4] where it is the photo itself; graphs leave the fourth out. */
  working: (ort, { photo }) => bytes(ort, photo.working),
  /** The photo itself, uint8 [H, W, 4]; above 40 megapixels its smaller copy. */
  raw: (ort, { photo }) => bytes(ort, photo.pixels),
  /** A rectangle of the photo, uint8 [h, w, 4]. */
  crop: (ort, { crop }) => bytes(ort, crop),
  /** A finished raster, uint8 [h, w, 3]. */
  raster: (ort, { raster }) => bytes(ort, raster),
  /** Photo px per working px, across and down. */
  scale: (ort, { photo }) => {
    const { width, height } = photo.working;
    return new ort.Tensor("float32", Float32Array.of(photo.width / width, photo.height / height), [2]);
  },
  /** Wanted size, int64 [2] = (height, width). */
  size: (ort, { size }) => new ort.Tensor("int64", BigInt64Array.of(BigInt(size.height), BigInt(size.width)), [2]),
  /** What the caller gives under the input's name. */
  numbers: (ort, { numbers }, name, { shape }) => new ort.Tensor("float32", Float32Array.from(numbers[name]), shape),
  /** What an earlier graph of this photo left under the input's name. */
  kept: (_, { photo }, name) => photo.kept.get(name),
};

/** {input: tensor} for `graph` from what is at hand: {photo, crop, size, numbers}, those that its inputs bind to. */
export const feedsFor = (ort, graph, given) => {
  const entries = Object.entries(manifest.graphs[graph].inputs).map(([name, input]) => {
    const tensor = BINDS[input.bind](ort, given, name, input);
    if (!tensor) throw new Error(`nothing kept under ${name}`);
    return [name, tensor];
  });
  return Object.fromEntries(entries);
};

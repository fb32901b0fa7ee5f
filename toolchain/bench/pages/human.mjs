/** @vladmandic/human as a page would use it for one portrait at a time: detector, mesh, iris and emotion on WebAssembly. */

import { Human } from "/human/dist/human.esm.js";

const off = { enabled: false };
const human = new Human({
  backend: "wasm",
  wasmPath: "/tfjs/",
  modelBasePath: "/human/models/",
  cacheModels: false, // what is kept in a database would make the second cold run a warm one
  cacheSensitivity: 0, // every photo is a new one
  face: { enabled: true, mesh: { enabled: true }, iris: { enabled: true }, emotion: { enabled: true }, description: off, antispoof: off, liveness: off },
  body: off,
  hand: off,
  object: off,
  gesture: off,
  segmentation: off,
});
const ready = human.load();

bench.put = async (file) => {
  const [picture] = await Promise.all([createImageBitmap(file), ready]);
  const { face, error } = await human.detect(picture);
  if (error || face[0]?.mesh.length !== 478 || !face[0].emotion.length) throw new Error(error ?? "human found no whole face");
  picture.close();
  performance.mark("pixid:landmarks");
  performance.mark("pixid:verdict");
};

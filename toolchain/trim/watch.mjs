/**
 * Opens and runs every graph of FOLDER/plan.json on the runtime beside it, as a page would, and writes what it left in
 * the marked part of its memory to FOLDER/marks: node watch.mjs FOLDER
 */

import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const inside = (name) => resolve(folder, name);
const TYPES = { uint8: Uint8Array, float32: Float32Array, int64: BigInt64Array };

let memory;
const { Memory } = WebAssembly;
WebAssembly.Memory = new Proxy(Memory, {
  construct(target, [description]) {
    const made = new target(description);
    if (description.initial) memory = made;
    return made;
  },
});

const bytes = async (name) => new Uint8Array(await readFile(inside(name)));

const tensor = async (ort, { type, dims, file }) => new ort.Tensor(type, new TYPES[type]((await bytes(file)).buffer), dims);

const run = async (ort, { name, weights, feeds }) => {
  const externalData = weights ? [{ path: weights, data: await bytes(weights) }] : [];
  const options = { executionProviders: ["wasm"], graphOptimizationLevel: "disabled", externalData };
  const session = await ort.InferenceSession.create(await bytes(`${name}.onnx`), options);
  for (const feed of feeds) {
    const tensors = {};
    for (const [key, value] of Object.entries(feed)) tensors[key] = await tensor(ort, value);
    await session.run(tensors);
  }
};

const watch = async () => {
  const { marks, count, graphs } = JSON.parse(await readFile(inside("plan.json"), "utf8"));
  const address = (name) => pathToFileURL(inside(name)).href;
  const ort = await import(address("ort.wasm.min.mjs"));
  ort.env.wasm.wasmBinary = await bytes("ort-wasm-simd-threaded.wasm");
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = "error";
  for (const graph of graphs) await run(ort, graph);
  await writeFile(inside("marks"), new Uint8Array(memory.buffer, marks, count).slice());
};

try {
  await watch();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

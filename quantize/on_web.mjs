/**
 * Runs a graph on onnxruntime-web, one thread, under Node: node on_web.mjs RUNTIME GRAPH FEED
 *
 * RUNTIME: onnxruntime-web's dist folder; FEED: JSON {input: {type, dims, data}}. Prints {"ms", "outputs"} (the best of several runs;
 * each output flat) or {"error"} as JSON.
 */

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const RUNS = 12;
const [runtime, graph, feed] = process.argv.slice(2);
const inside = (name) => resolve(runtime, name);

const tensor = (ort, { type, dims, data }) => {
  const values = { uint8: Uint8Array, float32: Float32Array }[type];
  return new ort.Tensor(type, values.from(data), dims);
};

const measure = async () => {
  const ort = await import(pathToFileURL(inside("ort.wasm.min.mjs")).href);
  Object.assign(ort.env.wasm, { numThreads: 1, wasmBinary: await readFile(inside("ort-wasm-simd-threaded.wasm")) });
  ort.env.logLevel = "fatal";
  const options = { executionProviders: ["wasm"], graphOptimizationLevel: "disabled" };
  const session = await ort.InferenceSession.create(await readFile(graph), options);
  const given = Object.entries(JSON.parse(await readFile(feed, "utf8")));
  const feeds = Object.fromEntries(given.map(([name, value]) => [name, tensor(ort, value)]));
  const taken = [];
  let outputs = {};
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    outputs = await session.run(feeds);
    taken.push(performance.now() - started);
  }
  const flat = Object.entries(outputs).map(([name, { data }]) => [name, Array.from(data, Number)]);
  return { ms: Math.min(...taken), outputs: Object.fromEntries(flat) };
};

const answer = await measure().catch((error) => ({ error: String(error.message ?? error).split("\n")[0] }));
process.stdout.write(`${JSON.stringify(answer)}\n`);

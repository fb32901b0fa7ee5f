/** onnxruntime-web, set up once: absolute addresses, threads where the page is isolated, no optimising at run time. */

import { addresses } from "./addresses.mjs";
import { announce, counted } from "./download.mjs";
import { LoadError } from "./trouble.mjs";
import { trustOwnWorkers } from "./trust.mjs";

/** Graphs are optimised when they are built; doing it again here would cost as much as opening them. */
export const sessionOptions = { executionProviders: ["wasm"], graphOptimizationLevel: "disabled" };

const MOST_THREADS = 4; // onnxruntime's own limit for its automatic choice

/** Half the cores. A second thread on two cores costs 0.1 s to start and gains nothing: the page needs a core itself. */
const threadsFor = (cores) => Math.max(1, Math.min(MOST_THREADS, Math.floor(cores / 2)));
const ABOUT = 14.2e6; // bytes of the unpacked WebAssembly, for the progress bar alone: sent packed, no header tells them

/** onnxruntime fetches its WebAssembly itself. Its stream passes our counter and is compiled while it arrives. */
const countFetchOf = (wasm) => {
  const fetchAny = globalThis.fetch;
  globalThis.fetch = async (address, ...rest) => {
    const response = await fetchAny(address, ...rest);
    return String(address) === wasm ? counted(wasm, response) : response;
  };
};

let runtime;

const load = async () => {
  const folder = new URL(addresses.onnxruntime, location.href).href;
  const wasm = `${folder}ort-wasm-simd-threaded.wasm`;
  announce(wasm, ABOUT);
  const ort = await import(`${folder}ort.wasm.min.mjs`).catch((cause) => {
    throw new LoadError("onnxruntime", { cause });
  });
  countFetchOf(wasm);
  trustOwnWorkers();
  ort.env.wasm.wasmPaths = { mjs: `${folder}ort-wasm-simd-threaded.mjs`, wasm };
  ort.env.wasm.numThreads = crossOriginIsolated ? threadsFor(navigator.hardwareConcurrency) : 1;
  return ort;
};

/** The runtime's module; its WebAssembly is compiled when the first session is opened. */
export const loadRuntime = () => {
  runtime ??= load().catch((error) => {
    runtime = undefined;
    throw error;
  });
  return runtime;
};

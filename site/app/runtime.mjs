/**
 * onnxruntime-web, set up once: absolute addresses, threads where the page is isolated, no optimising at run time. Of its
 * WebAssembly only the part is loaded that our graphs call (toolchain/trim); should they ever call another function,
 * WebAssembly stops, this engine is broken, and the next one is started with the whole.
 */

import { addresses } from "./addresses.mjs";
import { announce, counted, unbroken } from "./download.mjs";
import { LoadError, MODULE_LOST } from "./trouble.mjs";
import { trustOwnWorkers, WHOLE } from "./trust.mjs";

/** Graphs are optimised when they are built; doing it again here would cost as much as opening them. */
export const sessionOptions = { executionProviders: ["wasm"], graphOptimizationLevel: "disabled" };

const MOST_THREADS = 4; // onnxruntime's own limit for its automatic choice

/** Half the cores. A second thread on two cores costs 0.1 s to start and gains nothing: the page needs a core itself. */
const threadsFor = (cores) => Math.max(1, Math.min(MOST_THREADS, Math.floor(cores / 2)));
const ABOUT = 14.2e6; // bytes of the whole WebAssembly, for the progress bar alone: sent packed, no header tells them

/** onnxruntime fetches its WebAssembly itself, but not before a first graph has come. So it is asked for here, and
 * onnxruntime's own request gets that answer. Its stream passes our counter and is compiled while it arrives; where the
 * network is lost meanwhile it goes on at the byte where it stopped. */
const fetchEarly = (wasm) => {
  const fetchAny = globalThis.fetch;
  const ask = () => unbroken(() => fetchAny(wasm, { credentials: "same-origin" }));
  let early = ask();
  early.catch(() => {}); // told to whoever asks
  globalThis.fetch = async (address, ...rest) => {
    if (String(address) !== wasm) return fetchAny(address, ...rest);
    const answer = early ?? ask();
    early = undefined;
    return counted(wasm, await answer);
  };
};

const WASM_LOST = /NetworkError|network error|Failed to fetch|Load failed/; // and of streams and requests
const STOPPED = /RuntimeError/; // WebAssembly's own error, or what onnxruntime makes of it

let runtime;
let spent = false;
let broken = false;

/** Has the runtime failed for good? It, and the browser's modules, remember a file that did not come: only a new worker
 * can try again. */
export const isSpent = () => spent;

/** Has WebAssembly itself stopped? Then its memory cannot be trusted any more. */
export const isBroken = () => broken;

/** What the runtime does, watched. A failed start is told as what it was: the network's trouble, or a fault of ours. */
export const watched = async (doing) => {
  try {
    return await doing;
  } catch (error) {
    const text = String(error?.message ?? error);
    const lost = MODULE_LOST.test(text) || WASM_LOST.test(text);
    spent ||= lost;
    if (lost) throw new LoadError("onnxruntime", { cause: error });
    broken ||= STOPPED.test(`${error?.name}: ${text}`);
    throw error;
  }
};

const load = async () => {
  const folder = new URL(addresses.onnxruntime, location.href).href;
  const { file, bytes } = addresses.runtime;
  const whole = globalThis.name === WHOLE;
  const wasm = whole ? `${folder}ort-wasm-simd-threaded.wasm` : new URL(addresses.graphs + file, location.href).href;
  const glue = `${folder}ort-wasm-simd-threaded.mjs`;
  announce(wasm, whole ? ABOUT : bytes);
  fetchEarly(wasm);
  import(glue).catch(() => {}); // onnxruntime imports it later, and tells
  const ort = await watched(import(`${folder}ort.wasm.min.mjs`));
  trustOwnWorkers();
  ort.env.wasm.wasmPaths = { mjs: glue, wasm };
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

/**
 * The page's side of the engine: starts the worker, numbers the calls, hands it photos and restarts it when it dies.
 * Everything Python sees is JSON text: MicroPython reads 1,434 numbers from text in 2 ms and walks JavaScript objects
 * much slower.
 *
 *   answer = json.loads(await engine_port.call("run", json.dumps({"graph": ..., "picture": ..., "numbers": {}})))
 *
 * An answer is {"value": ...} or {"error": {"id", "gaps"}}; it never rejects. Ids beside those of pixid/errors.py:
 * "cancelled" (a newer photo or Cancel), "download" (the network), "died" (the engine died and was started again: open the
 * photo once more), "dead" (it died twice).
 */

import { goOn, onInterrupt, onTake, photoFile } from "./intake.mjs";
import { WHOLE, workerAddress } from "./trust.mjs";

const SILENCE = 20_000; // ms without a beat while something is asked for; opening the largest graph blocks about 2 s
const RESTARTS = 1; // per photo: a second death has a cause that a third try would meet again
const MISSED = /RuntimeError|unreachable/; // of a thread of onnxruntime's, whose error comes through the engine
const GENERATION = 1_000_000; // handles of one engine's life

const files = new Map(); // handle -> {blob, url} of a file the engine made
const early = new Map(); // question -> promise of the answer to what Python has not asked for yet
const waiting = new Map(); // id -> resolve

let worker;
let generation = 0;
let deaths = 0;
let lastId = 0;
let lastSign = 0;
let doubted = false;
let whole = false; // the next engine loads all of onnxruntime: this one has missed what was left out
let onBytes = () => {};

/** WebAssembly has stopped. */
const fail = () => {
  whole = true;
  die();
};

const failure = (id) => JSON.stringify({ error: { id, gaps: {} } });

const settleAll = (text) => {
  for (const resolve of waiting.values()) resolve(text);
  waiting.clear();
};

const receive = ({ data }) => {
  lastSign = performance.now();
  doubted = false;
  if (data.broken) return fail();
  if (data.spent) return end("download");
  if (data.bytes) onBytes(data.bytes);
  const resolve = waiting.get(data.id);
  if (!resolve) return letGo(data); // a beat, or the answer to a cancelled call
  waiting.delete(data.id);
  if (data.blob) files.set(JSON.parse(data.text).value.handle, { blob: data.blob });
  resolve(data.text);
};

/** What a cancelled call made is forgotten in the engine too. */
const letGo = ({ id, text }) => {
  if (!id) return;
  const { value } = JSON.parse(text);
  const handle = value?.handle ?? value;
  if (Number.isInteger(handle)) worker.postMessage({ id: 0, method: "drop", text: JSON.stringify({ handle }) });
};

/** Start the engine, which begins to fetch and open what the first findings need; harmless if it runs. */
export const start = () => {
  if (worker) return;
  generation += 1;
  lastSign = performance.now();
  const name = whole ? WHOLE : "engine";
  worker = new Worker(workerAddress(new URL("./engine.mjs", import.meta.url)), { type: "module", name });
  worker.addEventListener("message", receive);
  worker.addEventListener("messageerror", die);
  worker.addEventListener("error", ({ message }) => (MISSED.test(message) ? fail() : die()));
  worker.postMessage({ first: generation * GENERATION });
};

/** This engine answers no more; the next call starts another. */
const end = (why) => {
  worker?.terminate();
  worker = undefined;
  early.clear();
  settleAll(failure(why));
};

const die = () => {
  deaths += 1;
  end(deaths > RESTARTS ? "dead" : "died");
};

// A page that slept (a phone in a pocket) finds an old sign when it wakes: the engine gets one more round to give a new one.
setInterval(() => {
  if (!worker || !waiting.size || performance.now() - lastSign < SILENCE) return;
  if (doubted) die();
  else doubted = true;
}, SILENCE / 4);

const send = (method, text, blob) =>
  new Promise((resolve) => {
    start();
    if (!waiting.size) lastSign = performance.now();
    lastId += 1;
    waiting.set(lastId, resolve);
    worker.postMessage({ id: lastId, method, text, blob });
  });

/** Is this about something that an engine held which runs no more? Its successor would not know the handle. */
const isGone = ({ picture, handle, raster }) => {
  const held = picture ?? handle ?? raster;
  return held !== undefined && (!worker || Math.floor(held / GENERATION) !== generation);
};

/** Of what may have been asked ahead; other questions have numbers. */
const questionOf = ({ source, graph, picture }) => (source === undefined ? `${graph} ${picture}` : `open ${source}`);

/** Ask the engine; `text` is the arguments as JSON. For "open" they are {"source": number of a photo event}. */
export const call = async (method, text) => {
  const argument = JSON.parse(text);
  if (method === "drop") {
    forgetFile(argument.handle);
    if (isGone(argument)) return JSON.stringify({ value: null }); // a dead engine holds nothing
  }
  if (isGone(argument)) return failure("died");
  const question = questionOf(argument);
  const begun = early.get(question);
  early.delete(question);
  const file = begun || method !== "open" ? undefined : photoFile(argument.source);
  const isPast = !begun && method === "open" && !file; // a newer photo has taken its place
  const answer = isPast ? failure("cancelled") : await (begun ?? send(method, text, file));
  goOn();
  return answer;
};

/** A photo is decoded and faces are looked for as soon as it is there, while Python still starts. */
onTake(async (source) => {
  const opened = send("open", JSON.stringify({ source }), photoFile(source));
  early.set(questionOf({ source }), opened);
  const { value } = JSON.parse(await opened);
  if (!value) return; // no picture, or it is not wanted any more
  const find = { graph: "find", picture: value.handle, numbers: {} };
  early.set(questionOf(find), send("run", JSON.stringify(find)));
});

/** A newer photo or Cancel: give up everything that is being waited for; late answers are thrown away. */
onInterrupt(() => {
  deaths = 0;
  early.clear();
  settleAll(failure("cancelled"));
});

/** `listener({loaded, total, running})` while the engine downloads: see download.mjs. */
export const listenToBytes = (listener) => (onBytes = listener);

/** An address for a file the engine made, for a link or a picture; valid until the file is dropped. */
export const fileUrl = (handle) => {
  const file = files.get(handle);
  file.url ??= URL.createObjectURL(file.blob);
  return file.url;
};

const forgetFile = (handle) => {
  const file = files.get(handle);
  if (file?.url) URL.revokeObjectURL(file.url);
  files.delete(handle);
};

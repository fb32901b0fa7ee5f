/**
 * The graphs: fetched, opened and run. One runtime, one thing at a time: onnxruntime-web can neither open nor run two
 * sessions at once, so everything goes through one queue, in which asked-for work overtakes what is only prefetched.
 */

import { addresses, manifest } from "./addresses.mjs";
import { announce, download } from "./download.mjs";
import { feedsFor } from "./feeds.mjs";
import { loadRuntime, sessionOptions, watched } from "./runtime.mjs";

const fetched = new Map(); // name -> promise of {model, weights}
const opened = new Map(); // name -> promise of a session
let queue = Promise.resolve();

/** Run `job` when everything asked for before has finished, whether it succeeded or not. */
const inTurn = (job) => {
  const turn = queue.then(job);
  queue = turn.catch(() => {});
  return turn;
};

/** A promise per name that is forgotten when it fails, so that the next call tries again. */
const once = (cache, name, make) => {
  if (!cache.has(name)) {
    const promise = make();
    cache.set(name, promise);
    promise.catch(() => cache.delete(name));
  }
  return cache.get(name);
};

const HALF = 2; // bytes of a float16
const SINGLE = 4; // bytes of a float32

/** All 65,536 half-precision numbers as float32, so that widening is one look-up per weight. */
const widened = () => {
  const table = new Float32Array(65536);
  for (let bits = 0; bits < 65536; bits += 1) {
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
    table[bits] = (bits >> 15 ? -1 : 1) * (exponent === 31 ? (fraction ? NaN : Infinity) : size);
  }
  return table;
};
let table;

/** Stored weights (`halves` float16, then `singles` float32, little endian) as the float32 bytes the graph refers to. */
export const widen = (stored, { halves, singles }) => {
  table ??= widened();
  const weights = new Float32Array(halves + singles);
  const source = new Uint16Array(stored.buffer, stored.byteOffset, halves);
  for (let i = 0; i < halves; i += 1) weights[i] = table[source[i]];
  const rest = stored.slice(halves * HALF, halves * HALF + singles * SINGLE); // a copy, because of its alignment
  weights.set(new Float32Array(rest.buffer), halves);
  return new Uint8Array(weights.buffer);
};

const partsOf = ({ web }) => [web, web.weights].filter(Boolean);

const announceGraph = (name) => {
  for (const part of partsOf(manifest.graphs[name])) announce(addresses.graphs + part.file, part.bytes);
};

const fetchGraph = (name) => {
  const { web } = manifest.graphs[name];
  const parts = partsOf(manifest.graphs[name]);
  announceGraph(name);
  return once(fetched, name, async () => {
    const [model, stored] = await Promise.all(parts.map((part) => download(addresses.graphs + part.file, part.bytes)));
    return { model, weights: stored && widen(stored, web.weights) };
  });
};

const openGraph = async (name) => {
  const [ort, { model, weights }] = await Promise.all([loadRuntime(), fetchGraph(name)]);
  const externalData = weights ? [{ path: `${name}.weights`, data: weights }] : [];
  const session = await watched(ort.InferenceSession.create(model, { ...sessionOptions, externalData }));
  fetched.delete(name); // the session has its own copy
  return session;
};

const session = (name) => once(opened, name, () => openGraph(name));

const AT_A_TIME = 2; // graphs on their way
const ASKED_AGAIN = 30; // ms in which a page that has got an answer asks for the next graph, if it is there to ask
let answered = -Infinity; // when

/** Once nobody waits: opening a graph takes a page that goes on asking longer than opening it when it is asked for. */
const calm = async () => {
  for (;;) {
    await queue;
    const left = answered + ASKED_AGAIN - performance.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
};

/** Let messages in: opening a session keeps the thread, and a promise alone would not let go of it in between. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** Fetch these graphs and open them one after another, giving way to whatever is asked for meanwhile. A few are on their
 * way at a time: what is needed first, the page's own modules among it, is not to wait for what is needed last. */
export const prefetch = async (names) => {
  loadRuntime().catch(() => {}); // at once, beside the downloads
  names.forEach(announceGraph); // all that will come, or the progress would go back
  const downloads = [];
  const fetchNext = () => {
    if (downloads.length === names.length) return;
    downloads.push(fetchGraph(names[downloads.length]));
    downloads.at(-1).then(fetchNext, () => {}); // a failure is told below
  };
  for (let i = 0; i < AT_A_TIME; i += 1) fetchNext();
  for (const [i, name] of names.entries()) {
    await downloads[i];
    await loadRuntime();
    await calm();
    await inTurn(() => session(name));
    await breathe();
  }
};

/** Run a graph on what `feedsFor` finds in `given`; gives {output: tensor}. What it leaves with the photo is there before
 * the next graph begins, which may be waiting already. */
export const runGraph = async (name, given) => {
  const ort = await loadRuntime();
  return inTurn(async () => {
    const opened = await session(name);
    const tensors = await watched(opened.run(feedsFor(ort, name, given)));
    for (const [output, { keep }] of Object.entries(manifest.graphs[name].outputs)) {
      if (keep) given.photo.kept.set(output, tensors[output]);
    }
    answered = performance.now();
    return tensors;
  });
};

/**
 * The engine: a module worker that decodes photos, keeps their pixels, runs graphs and writes files. It is the browser's
 * side of the port in pixid/engine.py and knows nothing about faces or documents.
 *
 * In:  {id, method, text, blob?}   text: the arguments as JSON; blob: the photo, for "open" alone
 * Out: {id, text, blob?}           text: {"value": ...} or {"error": {id, gaps}} as JSON; blob: a file just made
 *      {spent} after an answer: this engine cannot be used any more, a new one may
 *      {broken} instead of an answer: WebAssembly has stopped (see runtime.mjs)
 *      {beat} every two seconds, {bytes: {loaded, total, running}} while something is downloaded
 */

import { manifest } from "./addresses.mjs";
import { cutFor, inverseOf } from "./affine.mjs";
import { onBytes } from "./download.mjs";
import { prefetch, runGraph } from "./graphs.mjs";
import { encodeJpeg, prepareEncoder } from "./jpeg.mjs";
import { cropPhoto, decodePhoto, workingSize, WORKING_SIDE } from "./picture.mjs";
import { isBroken, isSpent } from "./runtime.mjs";
import { PhotoError, plain } from "./trouble.mjs";
import { bytesOf, encodePng, join, lay } from "./writing.mjs";

const BEAT = 2000; // ms; the page takes longer silence for death
const BYTES_EVERY = 100; // ms between two reports of downloaded bytes
const STRIP = 400_000; // pixels whose background is replaced at a time, as pixid_native
const READ_LIMIT = 65536; // pixid.engine.READ_LIMIT

/** What the first findings need, in the order they need it; before it a graph of a few bytes, with which onnxruntime can
 * start. */
const FIRST = ["wide", "find", "mesh", "person", "measure", "detail"];
/** What making the file needs; opened once a verdict stands. */
const LATER = ["straight", "turned"];

const kept = new Map(); // handle -> photo, raster {data, width, height} or Blob
let lastHandle = 0;

const keep = (thing) => {
  lastHandle += 1;
  kept.set(lastHandle, thing);
  return lastHandle;
};

const get = (handle) => {
  if (!kept.has(handle)) throw new Error(`unknown handle ${handle}`);
  return kept.get(handle);
};

const workingCopy = async (photo) => {
  const [width, height] = workingSize(photo.width, photo.height);
  if (Math.max(photo.pixels.width, photo.pixels.height) <= WORKING_SIDE) return photo.pixels;
  const { working } = await runGraph("reduce", { photo, size: { width, height } });
  return { width, height, data: working.data };
};

const made = (file) => ({ value: { handle: keep(file), size: file.size }, file });

const DIGITS = 9; // tell every number of 32 bits apart; Python reads half as much text
const flat = ({ data }) => Array.from(data, data instanceof Float32Array ? (n) => Number(n.toPrecision(DIGITS)) : Number);

/** A rectangle above 40 megapixels comes back smaller; the mapping into it shrinks with it. */
const shrunk = ({ inverse: [a, b, c, d, e, f], width, height }, crop) => {
  const [x, y] = [crop.width / width, crop.height / height];
  return [a * x, b * x, c * x, d * y, e * y, f * y];
};

/** {x, y, width, height} of [left, top, right, bottom] in px of the photo. */
const rectangle = ([left, top, right, bottom]) => ({ x: left, y: top, width: right - left, height: bottom - top });

const methods = {
  /** Fetch and open what making a file needs. */
  async prepare() {
    await Promise.all([prefetch(LATER), prepareEncoder()]);
    return { value: null };
  },

  async open(_, blob) {
    const photo = { ...(await decodePhoto(blob)), kept: new Map() };
    photo.working = await workingCopy(photo);
    const { width, height, working, format } = photo;
    const handle = keep(photo);
    const value = { handle, width, height, working_width: working.width, working_height: working.height, format };
    return { value: { ...value, size: blob.size } };
  },

  async read({ handle, start, stop }) {
    if (stop - start > READ_LIMIT) throw new Error(`at most ${READ_LIMIT} bytes at a time`);
    const file = get(handle);
    const bytes = new Uint8Array(await (file.blob ?? file).slice(start, stop).arrayBuffer());
    return { value: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") };
  },

  async run({ graph, picture, numbers }) {
    const photo = get(picture);
    const crop = numbers.crop && (await cropPhoto(photo, rectangle(numbers.crop)));
    const tensors = await runGraph(graph, { photo, numbers, crop });
    const lists = {};
    for (const [name, output] of Object.entries(manifest.graphs[graph].outputs)) {
      if (output.keep) continue; // stays with the photo
      if (output.names) output.names.forEach((measure, i) => (lists[measure] = [tensors[name].data[i]]));
      else lists[name] = flat(tensors[name]);
    }
    return { value: lists };
  },

  async compose({ picture, matrix, size }) {
    const photo = get(picture);
    const { width, height } = size;
    const area = cutFor(matrix, width, height, photo.width, photo.height);
    const crop = await cropPhoto(photo, area);
    const given = area.inverse ? { crop, size, numbers: { inverse: shrunk(area, crop) } } : { crop, size };
    const { raster } = await runGraph(area.inverse ? "turned" : "straight", given);
    return { value: keep({ width, height, data: raster.data }) };
  },

  async encode({ raster, quality, chroma }) {
    return made(await encodeJpeg(get(raster), quality, chroma));
  },

  async splice({ handle, head, skip }) {
    const file = get(handle);
    return made(new Blob([bytesOf(head), file.slice(skip)], { type: file.type }));
  },

  async tone({ raster, tables }) {
    const plain = get(raster);
    const { raster: changed } = await runGraph("tone", { raster: plain, numbers: { tables } });
    return { value: keep({ width: plain.width, height: plain.height, data: changed.data }) };
  },

  /** In strips: floats of a whole raster would fill the tab's memory. */
  async backdrop({ raster, picture, matrix, colour, tables }) {
    const { width, height, data } = get(raster);
    const photo = get(picture);
    const [a, b, c, d, e, f] = inverseOf(matrix);
    const step = Math.max(1, Math.floor(STRIP / width));
    const changed = new Uint8Array(width * height * 3);
    for (let top = 0; top < height; top += step) {
      const rows = Math.min(step, height - top);
      const strip = { width, height: rows, data: data.subarray(top * width * 3, (top + rows) * width * 3) };
      const numbers = { colour, tables, inverse: [a, b, c + b * top, d, e, f + e * top] };
      const made = await runGraph("backdrop", { raster: strip, photo, numbers });
      changed.set(made.raster.data, top * width * 3);
    }
    return { value: keep({ width, height, data: changed }) };
  },

  async band({ raster, picture, matrix }) {
    const { width, height, data } = get(raster);
    const given = { raster: { width, height, data }, photo: get(picture), numbers: { inverse: inverseOf(matrix) } };
    const { raster: band } = await runGraph("band", given);
    return { value: keep({ width, height, data: band.data }) };
  },

  async encode_png({ raster }) {
    return made(await encodePng(get(raster)));
  },

  async lay({ rasters, ink, size }) {
    const laid = rasters.map(([handle, left, top]) => [get(handle), left, top]);
    return { value: keep(lay(laid, ink, size.width, size.height)) };
  },

  /** `parts`: {hex} or {file: handle} or {base64: handle}. */
  async join({ parts, kind }) {
    const pieces = parts.map(({ hex, file, base64 }) => ({ hex, file: file && get(file), base64: base64 && get(base64) }));
    return made(await join(pieces, kind));
  },

  async drop({ handle }) {
    kept.delete(handle);
    return { value: null };
  },
};

const answer = async ({ id, method, text, blob }) => {
  const argument = JSON.parse(text);
  try {
    const { file, ...result } = await methods[method](argument, blob);
    return { id, blob: file, text: JSON.stringify(result) };
  } catch (error) {
    if (!(error instanceof PhotoError)) console.warn(`engine ${method}:`, error);
    return { id, text: JSON.stringify({ error: plain(error, argument.graph ?? method) }) };
  }
};

/** A stop inside a callback of onnxruntime's own reaches nobody who asked. */
addEventListener("unhandledrejection", ({ reason }) => {
  if (reason instanceof WebAssembly.RuntimeError) postMessage({ broken: true });
});

addEventListener("message", async ({ data }) => {
  if (data.first) lastHandle = data.first; // handles of a restarted engine never repeat those of the dead one
  else {
    const made = await answer(data);
    if (isBroken()) return postMessage({ broken: true });
    postMessage(made);
  }
  if (isSpent()) postMessage({ spent: true });
});

prefetch(FIRST).catch(() => {}); // the engine starts when somebody is about to need it; a failure is told when they ask

let lastReport = 0;
onBytes((bytes) => {
  if (bytes.running && performance.now() - lastReport < BYTES_EVERY) return;
  lastReport = performance.now();
  postMessage({ bytes });
});
setInterval(() => postMessage({ beat: true }), BEAT);

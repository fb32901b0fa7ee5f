/** Files of the engine, fetched once with the bytes on the wire counted. The browser's own cache keeps them. */

import { LoadError } from "./trouble.mjs";

const TRIES = 3;
const PAUSE = 500; // ms before the second try; a phone that changes from wireless to mobile is back by the third

let report = () => {};
const files = new Map(); // address -> {bytes, wire, loaded}: unpacked size, size as sent (0: not known yet), unpacked bytes here

/**
 * `listener({loaded, total, running})` each time some bytes arrive: bytes as sent, of all files that have begun to come;
 * `running` until every announced file is here.
 */
export const onBytes = (listener) => (report = listener);

const tell = () => {
  const all = [...files.values()];
  const sum = (part) => Math.round(all.reduce((sum, file) => sum + part(file), 0));
  const loaded = sum((file) => (file.wire * file.loaded) / file.bytes);
  report({ loaded, total: sum((file) => file.wire), running: all.some((file) => file.loaded < file.bytes) });
};

/** Say that `address`, `bytes` long when unpacked, will be asked for. */
export const announce = (address, bytes) => {
  if (bytes && !files.has(address)) files.set(address, { bytes, wire: 0, loaded: 0 });
};

/** The same response, counted while it streams. A compressed one tells its size on the wire in its header. */
export const counted = (address, response) => {
  const file = files.get(address);
  if (!file || !response.body) return response;
  file.wire = Number(response.headers.get("content-length")) || file.bytes;
  file.loaded = 0;
  const transform = (chunk, stream) => {
    file.loaded = Math.min(file.bytes, file.loaded + chunk.length);
    tell();
    stream.enqueue(chunk);
  };
  const flush = () => {
    file.loaded = file.bytes; // also where `bytes` was only about right
    tell();
  };
  const counter = new TransformStream({ transform, flush });
  return new Response(response.body.pipeThrough(counter), { headers: response.headers });
};

const read = async (address, bytes) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const whole = new Uint8Array(await counted(address, response).arrayBuffer());
  if (whole.length !== bytes) throw new Error(`${whole.length} of ${bytes} bytes`);
  return whole;
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The answer to `ask()` with a body that does not end early: where the network is lost it is asked for again, and what
 * has come before is passed over. Rejects, or ends in an error, after as many tries as a download.
 */
export const unbroken = async (ask) => {
  const begin = async (attempt) => {
    try {
      return await ask();
    } catch (error) {
      if (attempt === TRIES) throw error;
      await pause(PAUSE * attempt);
      return begin(attempt + 1);
    }
  };
  const first = await begin(1);
  if (!first.ok || !first.body) return first;
  let reader = first.body.getReader();
  let passed = 0; // bytes handed on
  let known = 0; // bytes to pass over of those that come
  let lost = 0;
  const pull = async (stream) => {
    try {
      const { done, value } = await reader.read();
      if (done) return stream.close();
      const fresh = value.subarray(Math.min(known, value.length));
      known -= value.length - fresh.length;
      passed += fresh.length;
      if (!fresh.length) return pull(stream);
      stream.enqueue(fresh);
    } catch (error) {
      lost += 1;
      if (lost === TRIES) throw error;
      await pause(PAUSE * lost);
      reader = (await begin(1)).body.getReader();
      known = passed;
      return pull(stream);
    }
  };
  return new Response(new ReadableStream({ pull }), { headers: first.headers });
};

/** The file at `address`, which must be exactly `bytes` long; tried three times, then LoadError. */
export const download = async (address, bytes) => {
  announce(address, bytes);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read(address, bytes);
    } catch (error) {
      if (attempt === TRIES) throw new LoadError(`${address}: ${error.message}`, { cause: error });
      await pause(PAUSE * attempt);
    }
  }
};

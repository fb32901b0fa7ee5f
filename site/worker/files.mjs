/**
 * Files whose address changes with their content: runtimes, graphs, the app, style sheet, rulebook. What is kept once is
 * right for good, so releases share one cache; each file is held against its hash before it is kept.
 */

import { release } from "./release.mjs";

export const FILES = "pixid-files";

const IMMUTABLE = /^\/(vendor|graphs|app|assets|rulebook)\//;

/** Is this the address of a file that never changes? */
export const isFile = (path) => IMMUTABLE.test(path);

/** Every such address that a page names. */
export const filesIn = (html) => html.match(/(?<=["'])\/(?:vendor|graphs|app|assets|rulebook)\/[^"'#?]+/g) ?? [];

/** Does this release have all of them? A page of another release would be broken without a network. */
export const hasAll = (paths) => paths.every((path) => path in release.files);

const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));

/** The file, whole and as the release knows it. Rejects where the network or the file is at fault. */
const verified = async (path) => {
  const response = await fetch(path); // the browser's own cache mostly has it: the page has just used it
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const found = base64(await crypto.subtle.digest("SHA-256", bytes));
  if (found !== release.files[path]) throw new Error(`${path} is not what was released`);
  return new Response(bytes, { headers: response.headers });
};

/** Those of `paths` that are not kept yet. */
export const missing = async (paths) => {
  const cache = await caches.open(FILES);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  return paths.filter((path) => !kept.has(path));
};

/** Keep all of `paths`. After a lost network the next call goes on where this one stopped. Rejects as `verified` and with
 * QuotaExceededError where the device is full. */
export const keepFiles = async (paths) => {
  const cache = await caches.open(FILES);
  for (const path of await missing(paths)) await cache.put(path, await verified(path));
};

/** The file from the cache, else from the network. */
export const file = async (request) => {
  const cache = await caches.open(FILES);
  return (await cache.match(request.url)) ?? fetch(request);
};

/** Let go of files of other releases. */
export const tidyFiles = async () => {
  const cache = await caches.open(FILES);
  for (const request of await cache.keys()) {
    if (!(new URL(request.url).pathname in release.files)) await cache.delete(request);
  }
};

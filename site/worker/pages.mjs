/**
 * Pages come from the network, which may have newer rules, and from here where there is none: the page as last seen, else
 * a document's page put together from the rulebook, else the page that says there is no network. Kept responses carry
 * their headers along, so that a page is as isolated and as bound by its policy as it was.
 */

import { FILES, filesIn, hasAll, keepFiles } from "./files.mjs";
import { release } from "./release.mjs";

const NAME = "pixid-pages-";
export const PAGES = NAME + release.id;
const SHELL = "shell/"; // toolchain/pages/shell_page.py
const OFFLINE = "offline/";
const MOST = 60; // pages kept beside those of the shell
const PATIENCE = 4000; // ms for a network that only pretends to be there, where an older page can be shown

/** "/ru/schengen-visa/" as ["ru/", "schengen-visa/"]; the first is "" for English. */
export const split = (path) => {
  const language = Object.keys(release.spoken).find((prefix) => prefix && path.startsWith(`/${prefix}`)) ?? "";
  return [language, path.slice(1 + language.length)];
};

const shellOf = (language) => ["", SHELL, OFFLINE].map((name) => `/${language}${name}`);

/** Keep the pages every visit may need in a language, its rulebook and its words. */
export const keepShell = async (language) => {
  await keepFiles(release.spoken[language]);
  const cache = await caches.open(PAGES);
  const paths = shellOf(language);
  const kept = await Promise.all(paths.map((path) => cache.match(path)));
  await Promise.all(paths.filter((_, i) => !kept[i]).map((path) => cache.add(new Request(path, { cache: "no-cache" }))));
};

/** Keep a page just seen, unless it belongs to another release. */
const remember = async (path, response) => {
  const html = await response.text();
  if (!hasAll(filesIn(html))) return;
  const cache = await caches.open(PAGES);
  await cache.delete(path); // the newest stand last
  await cache.put(path, new Response(html, { headers: response.headers }));
  const shells = new Set(Object.keys(release.spoken).flatMap(shellOf));
  const others = (await cache.keys()).filter(({ url }) => !shells.has(new URL(url).pathname));
  for (const request of others.slice(0, Math.max(0, others.length - MOST))) await cache.delete(request);
};

/** Keep a page that was opened before this worker was there. */
export const keepOpened = async (path) => {
  const response = await fetch(path);
  if (response.ok) await remember(path, response);
};

const isDocument = async (language, id) => {
  const address = release.spoken[language].find((path) => path.startsWith("/rulebook/search."));
  const index = await (await caches.open(FILES)).match(address);
  return index !== undefined && (await index.json()).documents.includes(id);
};

/** What can be shown of `path` without a network. */
const kept = async (path) => {
  const cache = await caches.open(PAGES);
  const seen = await cache.match(path);
  if (seen) return seen;
  const [language, name] = split(path);
  const page = (await isDocument(language, name.replace(/\/$/, ""))) ? SHELL : OFFLINE;
  return (await cache.match(`/${language}${page}`)) ?? (await cache.match(`/${page}`));
};

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The answer to a navigation; what has to go on afterwards is handed to `event.waitUntil`. */
export const page = async (event) => {
  const { pathname: path } = new URL(event.request.url);
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const seen = await (await caches.open(PAGES)).match(path);
  try {
    const response = await (seen ? Promise.race([network, later(PATIENCE).then(() => seen)]) : network);
    if (response !== seen && response.ok && response.type === "basic" && !response.redirected) {
      event.waitUntil(remember(path, response.clone()).catch(() => {})); // a full device is told elsewhere
    }
    return response;
  } catch {
    network.catch(() => {});
    return (await kept(path)) ?? Response.error();
  }
};

/** Is this the page for any document? Other pages read in it what can be printed (site/app/rulebook.mjs). */
export const isShell = (path) => split(path)[1] === SHELL;

/** The answer to a page that reads it. */
export const readShell = async (request) => {
  try {
    return await fetch(request);
  } catch {
    return (await (await caches.open(PAGES)).match(new URL(request.url).pathname)) ?? Response.error();
  }
};

/** Let go of pages of other releases. */
export const tidyPages = async () => {
  for (const name of await caches.keys()) if (name.startsWith(NAME) && name !== PAGES) await caches.delete(name);
};
